import pytest

from support.docx import styled_paragraphs, texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of

SLUG = "coordination"
ASKED = [(job.owner, job.item_id, job.branch, job.item) for job in jobs_of(SLUG, "request")]


def _w3(**changes):
    """The sample with the one escalated problem of its first branch changed; relay: None takes it away."""
    plain = records()
    *others, third = plain["branch-Z01.yaml"]["problems"]
    third["escalation"] |= changes.pop("escalation", {})
    plain["branch-Z01.yaml"]["problems"] = [*others, third | changes]
    return office_of(plain)


def _made_of(whose):
    jobs = [job for variant in ("request", "letter", "slip") for job in jobs_of(SLUG, variant, whose)]
    return {job.paper.variant for job in jobs if job.owner == "Z01"}


def _styles(docx):
    return {style: text.strip() for style, text in styled_paragraphs(docx)}


def test_the_genre_of_the_escalation_and_of_its_relay_decide_what_is_made():
    letter = {"to": "财务处", "kind": "函"}

    made = [
        _made_of(_w3(escalation={"kind": kind, "relay": relay}))
        for kind, relay in (
            ("请示", letter),
            ("请示", None),
            (None, None),
            ("函", None),
            ("口头", None),
            ("报告", letter),
            ("请示", {"to": "财务处", "kind": "口头"}),
        )
    ]

    assert made == [
        {"request", "letter"},
        {"request"},
        {"request"},
        {"letter"},
        {"slip"},
        {"slip", "letter"},
        {"request", "slip"},
    ]


@pytest.mark.parametrize(("owner", "item", "record", "problem"), ASKED)
def test_a_request_asks_one_thing_of_one_superior_and_says_whom_to_call(owner, item, record, problem):
    docx = paper_of(SLUG, "request", owner=owner, item=item)
    paper = words_of(SLUG, "request", owner=owner, item=item)

    assert unprinted(problem.escalation, paper) <= {
        *(f"relay.{key}" for key in ("to", "kind", "doc_no", "date")),
        "kind",
        "replied_on",
        "reply",
        "outcome",
    }
    assert list(texts_with_style(docx, "主送机关")) == [f"{problem.escalation.to}："]
    assert f"签发人：{record.branch.secretary}" in paper
    assert squeezed(problem.description) in paper
    assert paper.count("妥否，请批示。") == 1
    assert paper.endswith(f"（联系人：{record.branch.contact.name}，电话：{record.branch.contact.phone}）")


def test_a_request_gives_the_causes_that_lie_outside_the_branch():
    paper = words_of(SLUG, "request", owner="Z01")

    assert "主要原因是：报废设备处置手续未办结，国有资产管理处暂无周转库房。" in paper
    assert "支部没有书面提出过" not in paper


def test_a_problem_without_a_title_of_the_request_gives_one():
    paper = paper_of(SLUG, "request", owner="Z01", whose=_w3(escalation={"title": None}))

    title = squeezed("".join(texts_with_style(paper, "公文标题")))
    assert title == "关于协调解决“党员活动室被长期占用，支部没有固定活动阵地”问题的请示"


def test_the_letter_goes_from_the_committee_to_the_department_with_its_number_and_the_branch_in_copy():
    docx = paper_of(SLUG, "letter", owner="Z01")
    paper = words_of(SLUG, "letter", owner="Z01")
    styles = _styles(docx)

    assert styles["信函字号"] == "示院党函〔2012〕6号"
    assert styles["主送机关"] == "国有资产管理处："
    assert squeezed(styles["公文标题"]) == "关于协调腾退行政楼312室作为党员活动室的函"
    assert list(texts_with_style(docx, "成文日期")) == ["2012年6月14日"]
    assert "抄送：机关第一党支部。" in paper
    assert "批示" not in paper


def test_a_letter_without_a_number_leaves_its_place():
    whose = _w3(escalation={"relay": {"to": "财务处", "kind": "函"}})

    assert _styles(paper_of(SLUG, "letter", owner="Z01", whose=whose))["信函字号"].endswith("号")


def test_the_letter_says_what_the_record_has_it_say():
    whose = _w3(texts={"D30": {"函": f"请于8月底前腾退。\n{ODD_TEXT}"}})

    paper = words_of(SLUG, "letter", owner="Z01", whose=whose)

    assert f"请于8月底前腾退。{squeezed(ODD_TEXT)}特此函商" in paper
    assert "现商请你单位" not in paper


def test_a_letter_that_the_branch_asked_for_goes_where_the_branch_said():
    whose = _w3(escalation={"kind": "函", "to": "后勤管理处", "doc_no": "示院党函〔2012〕9号", "relay": None})

    styles = _styles(paper_of(SLUG, "letter", owner="Z01", whose=whose))

    assert styles["主送机关"] == "后勤管理处："
    assert styles["信函字号"] == "示院党函〔2012〕9号"


def test_the_slip_tells_what_is_asked_by_when_and_what_came_of_it():
    whose = _w3(escalation={"kind": "口头", "to": "后勤管理处", "relay": None})
    problem = whose.branches[0].problems[2]

    paper = words_of(SLUG, "slip", owner="Z01", whose=whose)

    assert unprinted(problem.escalation, paper) <= {"kind", "title"}
    assert "收件单位后勤管理处联系人钟离棠" in paper
    assert "事项关于协调腾退行政楼312室作为党员活动室需要协调的内容" in paper
    assert "希望办结时间2012年9月30日" in paper
    assert paper.endswith("经办人（签字）：年月日")


def test_a_slip_that_passes_the_matter_on_comes_from_the_committees_office():
    whose = _w3(escalation={"relay": {"to": "后勤管理处", "kind": "口头", "date": "2012-06-14"}})

    paper = words_of(SLUG, "slip", owner="Z01", whose=whose)

    assert "发出日期2012年6月14日" in paper
    assert "发出单位党委办公室收件单位后勤管理处" in paper


def test_a_branch_without_a_seal_is_asked_for_none():
    assert list(texts_with_style(paper_of(SLUG, "request", owner="Z01"), "落款署名")) == []
    assert not office().branches[0].branch.has_seal


def test_a_letter_without_an_addressee_goes_to_the_units_that_help_under_the_offices_prefix():
    whose = _w3(escalation={"kind": "函", "to": "", "doc_no": None, "relay": None})
    units = dict.fromkeys(
        unit for m in whose.branch("Z01").problems[2].measures for unit in m.support if unit
    )
    paper = paper_of(SLUG, "letter", owner="Z01", whose=whose)

    assert _styles(paper)["主送机关"] == "、".join(units) + "："
    assert squeezed(_styles(paper)["信函字号"]).startswith("示院党函〔2012〕")
