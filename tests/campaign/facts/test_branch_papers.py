"""What the branch's own papers print that nobody types."""

import pytest

from docgen.campaign.facts import FACTS
from docgen.campaign.subject import Subject
from support.records import branch_data, make_office


def fact(name, item=None, **changes):
    office = make_office(branch_data(**changes))
    branch = office.branches[0]
    return FACTS["branch"][name].of(Subject(office, branch, item(branch) if item else None))


def first_problem(branch):
    return branch.problems[0]


@pytest.mark.parametrize(
    ("written", "who", "way"),
    [
        ("匿名（意见箱）", "匿名", "意见箱"),
        ("一名教师 (电话)", "一名教师", "电话"),
        ("（意见箱）", "（意见箱）", ""),
        ("张某（一系）来信", "张某（一系）来信", ""),
        ("张某（一系）（来信）", "张某（一系）", "来信"),
        ("", "", ""),
    ],
)
def test_the_way_stands_in_brackets_behind_who_spoke(written, who, way):
    publicity = {"notices": [{"id": "G1"}], "feedback": [{"id": "F1", "notice": "G1", "from": written}]}

    [group] = fact("feedback_groups", publicity=publicity)

    assert [(row.who, row.way) for row in group.rows] == [(who, way)]


def test_a_list_of_opinions_counts_itself_else_the_typed_number_counts():
    notice = {"id": "G1", "feedback_count": 3}

    listed = fact("notice_feedback", publicity={"notices": [notice], "feedback": [{"notice": "G1"}]})
    typed = fact("notice_feedback", publicity={"notices": [notice], "feedback": []})

    assert (listed.count, listed.answered) == (1, 0)
    assert (typed.count, typed.answered) == (3, 0)


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("关于腾退三楼的请示", "关于腾退三楼的函"),
        ("关于腾退三楼的函", "关于腾退三楼的函"),
        ("关于腾退三楼", "关于腾退三楼的函"),
        (None, "关于协调解决“‘慢’”问题的函"),
    ],
)
def test_one_matter_is_titled_by_each_genre(title, letter):
    problem = {"id": "W1", "title": "“慢”", "escalation": {"title": title}}

    assert fact("escalation", first_problem, problems=[problem]).letter_title == letter


def test_the_branchs_own_committee_is_called_by_its_short_name():
    own = make_office(branch_data()).committee.committee

    asked = [
        fact("escalation", first_problem, problems=[{"id": "W1", "escalation": {"to": to}}])
        for to in ("", own.full_name, "市供热公司")
    ]

    assert [one.to for one in asked] == [own.short_name, own.short_name, "市供热公司"]
    assert [one.letter_to for one in asked] == ["", "", "市供热公司"]


def test_activities_without_numbers_add_up_to_nothing():
    totals = fact("opinion_totals", diagnosis={"activities": [{"id": "D1"}, {"id": "D2", "opinions": 0}]})

    assert (totals.activities, totals.participants, totals.opinions) == (2, None, 0)


def test_without_the_day_of_the_order_nothing_is_said_to_have_followed_it():
    told = fact("ordered", rectification_order={"demands": ["补齐记录"]})

    assert (told.meetings, told.progress) == ((), ())
    assert [row.demand for row in told.demands] == ["补齐记录"]


def test_a_meeting_of_another_kind_on_the_same_day_did_not_adopt_the_method():
    adopted = {"meeting": "党员大会", "date": "2012-06-14", "agree": 20}
    held = [{"date": "2012-06-14", "type": "支部委员会"}, {"date": "2012-06-14", "type": "党员大会"}]

    adopting = [
        fact("meeting", lambda branch, at=at: branch.meetings[at], method={"adopted": adopted}, meetings=held)
        for at in (0, 1)
    ]

    assert [one.adopts_method for one in adopting] == [False, True]
    assert adopting[1].vote_text.split("，")[3] == "赞成20票"
