import re

from support import other_office
from support.docx import styled_paragraphs, texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of

SLUG = "rectification-report"


def _z01(order=None, **changes):
    plain = records()
    record = plain["branch-Z01.yaml"]
    record["rectification_order"] |= order or {}
    record |= changes
    return words_of(SLUG, owner="Z01", whose=office_of(plain))


def test_only_a_branch_that_was_ordered_reports():
    assert [job.owner for job in jobs_of(SLUG)] == ["Z01"]


def test_the_report_answers_the_order_demand_by_demand():
    order = office().branches[0].rectification_order

    paper = words_of(SLUG, owner="Z01")

    assert unprinted(order, paper) <= {"recheck.by", "recheck.date", "recheck.result"}
    headings = list(texts_with_style(paper_of(SLUG), "公文二级标题"))
    assert [re.sub(r"^（.）", "", one) for one in headings] == list(order.demands)


def test_only_what_happened_between_the_order_and_the_report_is_told():
    paper = words_of(SLUG, owner="Z01")

    assert "2012年7月2日，支部召开支部委员会，议题为“落实限期整改通知”，应到4人，实到4人。" in paper
    assert "平均办结时间降到8.1个工作日" in paper
    for other in ("2012年6月14日", "2012年9月3日", "支部自认已整改", "9项流程已简化"):
        assert other not in paper


def test_answers_as_many_as_demands_stand_each_under_its_own():
    paper = _z01(texts={"D33": {"逐条整改情况": f"已说明。\n{ODD_TEXT}\n已报送。"}})

    assert "并由书记在党员大会上说明情况已说明。（二）" in paper
    assert f"公布W1每月办结时间{squeezed(ODD_TEXT)}（三）" in paper
    assert "（整改情况，请在此填写）" not in paper


def test_an_answer_to_all_demands_together_stands_once():
    paper = _z01(texts={"D33": {"逐条整改情况": "三项要求均已落实。"}})

    assert paper.count("三项要求均已落实。") == 1
    assert "（整改情况，请在此填写）" not in paper


def test_a_report_asks_for_nothing():
    paper = words_of(SLUG, owner="Z01")

    assert "请批示" not in paper
    assert "特此报告。党支部书记（签字）：" in paper


def test_an_order_without_days_and_demands_leaves_places_to_fill_in():
    paper = _z01({"issued_on": None, "demands": [], "report": None, "receipt": None, "deadline": None})

    assert "我支部收到限期整改通知书（示院党督〔2012〕1号）" in paper
    assert "（收到通知后的研究情况，请在此填写）" in paper
    assert "（逐条整改情况，请在此填写）" in paper
    assert paper.endswith("年月日")


def test_another_office_reports_in_its_own_words():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    text = "".join(text for _, text in styled_paragraphs(paper_of(SLUG, whose=whose)))

    assert "中共滨海市第一医院委员会：" in text
    assert not any(own in text for own in ("学院", "校园", "先进", "2012"))
