import random
from functools import cache

import pytest

from support import other_office
from support.docx import styled_paragraphs, texts_with_style
from support.papers import (
    ODD_TEXT,
    made,
    office,
    office_of,
    records,
    sort_of,
    squeezed,
    thinned,
    unprinted,
    words,
)

NOTICE = sort_of("deployment-meeting", "notice")
MINUTES = sort_of("deployment-meeting", "minutes")
SHEET = sort_of("deployment-meeting", "sign-in")
ALL = (NOTICE, MINUTES, SHEET)
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


@cache
def _sample(kind):
    return made(kind, office())


def _changed(**changes):
    plain = records()
    plain["committee.yaml"]["deployment_meeting"] |= changes
    return office_of(plain)


def _cells(paper):
    return [text for style, text in styled_paragraphs(paper) if style in ("表格居中", "表格正文")]


def test_the_notice_tells_when_where_and_what():
    paper = words(_sample(NOTICE))

    missing = unprinted(office().committee.deployment_meeting, paper)
    assert missing <= {"present", "absent.name", "absent.reason", "chair", "recorder"}
    assert "2012年6月15日（星期五）14:30" in paper


def test_the_notice_is_the_offices_and_goes_to_the_units():
    paper = _sample(NOTICE)

    assert list(texts_with_style(paper, "发文机关标志")) == ["中共示范学院委员会办公室文件"]
    assert list(texts_with_style(paper, "落款署名")) == ["中共示范学院委员会办公室"]
    assert list(texts_with_style(paper, "主送机关")) == ["各党支部，机关各部门："]


@pytest.mark.parametrize(
    ("name", "called_by"),
    [
        ("党委办公室", "中共示范学院委员会办公室"),
        ("党办", "中共示范学院委员会办公室"),
        ("党群工作部", "中共示范学院委员会党群工作部"),
        ("中共示范学院委员会办公室", "中共示范学院委员会办公室"),
        ("", "中共示范学院委员会"),
    ],
)
def test_the_office_is_named_in_full(name, called_by):
    plain = records()
    plain["committee.yaml"]["committee"]["office"]["name"] = name

    assert list(texts_with_style(made(NOTICE, office_of(plain)), "落款署名")) == [called_by]


def test_the_notice_has_a_reply_slip_to_send_back():
    paper = _sample(NOTICE)

    assert list(texts_with_style(paper, "附件说明")) == ["附件：参会回执"]
    assert list(texts_with_style(paper, "附件标题")) == ["参会回执"]
    assert "前将参会回执（见附件）报党委办公室。联系人：仇朴，电话：0000-8610001。" in words(paper)
    for label in ("单位", "参会人员姓名", "职务", "联系电话", "请假人员和事由"):
        assert label in list(texts_with_style(paper, "表单标签"))


def test_who_is_to_come_and_what_is_asked_are_printed_or_left_open():
    plain = records()
    plain["committee.yaml"]["texts"] = {
        "D06": {"参加人员": "党委委员，各党支部书记。", "会议要求": "准时参会。"}
    }

    assert "（参加人员，请在此填写）" in words(_sample(NOTICE))
    filled = words(made(NOTICE, office_of(plain)))
    assert "党委委员，各党支部书记。" in filled
    assert "准时参会。" in filled
    assert "请在此填写" not in filled


def test_the_minutes_have_what_the_record_tells_of_the_meeting():
    paper = words(_sample(MINUTES))

    assert unprinted(office().committee.deployment_meeting, paper) == set()
    assert "应到96人，实到94人" in paper
    assert "请假：訾怀瑾（外出培训）、皇甫守拙（因病）" in paper


def test_the_minutes_are_signed_by_hand_and_bear_no_seal():
    paper = _sample(MINUTES)

    assert [text.partition("\t")[0] for text in texts_with_style(paper, "签署栏")] == [
        "主持人（签字）：",
        "记录人（签字）：",
    ]
    assert list(texts_with_style(paper, "落款署名")) == []


def test_what_was_said_and_decided_is_printed_or_left_open():
    plain = records()
    plain["committee.yaml"]["texts"] = {
        "D06": {"发言要点": "书记强调抓落实。", "决定事项": "即日起执行。", "列席": "纪委办公室主任"}
    }

    assert "（发言要点，请在此填写）" in words(_sample(MINUTES))
    filled = words(made(MINUTES, office_of(plain)))
    assert "书记强调抓落实。" in filled
    assert "即日起执行。" in filled
    assert "列席：纪委办公室主任" in filled


def test_nobody_absent_leaves_no_row_of_absentees():
    assert "请假" not in words(made(MINUTES, _changed(absent=[])))


def test_the_sheet_has_everybody_of_the_registry_and_a_line_for_each_other():
    cells = _cells(_sample(SHEET))

    rows = [cells[start : start + 5] for start in range(0, len(cells), 5)]
    people = office().committee.people
    assert [row[1] for row in rows if row[1]] == [person.name for person in people]
    assert len(rows) == office().committee.deployment_meeting.should
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert {row[3] for row in rows} == {""}
    assert rows[9][2] == "机关第一党支部"


def test_who_asked_for_leave_is_marked_without_the_reason():
    paper = words(_sample(SHEET))

    assert "訾怀瑾机关第一党支部请假" in paper
    assert "外出培训" not in paper


@pytest.mark.parametrize(("should", "rows"), [(None, 47), (10, 31), (5000, 600)])
def test_the_sheet_has_room_whatever_number_is_expected(should, rows):
    assert len(_cells(made(SHEET, _changed(should=should)))) == rows * 5


def test_another_office_has_its_own_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    for paper in (words(made(kind, hospital)) for kind in ALL):
        assert "学术报告厅" in paper
        assert not any(word in paper for word in ("学校", "学院", "校园", "2012"))


def test_odd_texts_are_printed_as_they_stand():
    for kind in ALL:
        assert squeezed(ODD_TEXT) in words(made(kind, _changed(place=ODD_TEXT)))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    for kind in ALL:
        text = words(made(kind, office_of(plain)))
        assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))
