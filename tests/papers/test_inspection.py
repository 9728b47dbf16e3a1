import pytest

from support import other_office
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, paper_of, words_of

SLUG = "inspection"
RECORDS = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG, "record")]
HELD = {one.id: one for one in office().committee.inspections}


def _first(whose=None, **changes):
    plain = whose or records()
    first, *others = plain["committee.yaml"]["inspections"]
    plain["committee.yaml"]["inspections"] = [first | changes, *others]
    return office_of(plain)


def test_there_is_a_record_for_each_inspection_and_branch():
    pairs = {(branch, one.id) for one in HELD.values() for branch in one.branches}

    assert {(owner, item) for owner, item, _ in RECORDS} == pairs
    assert len(RECORDS) == len(pairs)


@pytest.mark.parametrize(("owner", "item", "inspection"), RECORDS)
def test_the_record_has_the_inspection_and_the_branchs_own_findings(owner, item, inspection):
    paper = words_of(SLUG, "record", owner=owner, item=item)

    assert unprinted(inspection, paper) <= {
        "branches",
        "findings.branch",
        "findings.text",
        "findings.demand",
        "findings.due",
    }
    for finding in inspection.findings:
        assert (squeezed(finding.text) in paper) == (finding.branch == owner)


def test_ways_and_items_are_ticked():
    paper = words_of(SLUG, "record", owner="Z01", item="JC-2")

    assert "督查方式☐集中督查☑随机抽查督查范围☐面上指导☑点上检查" in paper
    assert "☑限期整改落实情况☑活动室搬迁进度" in paper


def test_findings_stand_with_demand_day_and_what_was_done():
    paper = words_of(SLUG, "record", owner="Z01", item="JC-1")

    assert "三日内补充真实记录，不得事后编造。2012年6月25日未完成" in paper
    assert "在三个服务中心加贴。2012年6月20日已完成" in words_of(SLUG, "record", owner="Z06", item="JC-1")


def test_a_branch_at_which_nothing_was_found_has_a_line_that_says_so():
    assert "整改情况无无——受检支部意见" in words_of(SLUG, "record", owner="Z02", item="JC-1")


def test_before_it_is_held_the_record_is_a_form_to_take_along():
    paper = words_of(SLUG, "record", owner="Z02", whose=_first(findings=[], signed_by_checked=None))

    assert "☐问题档案是否一题一档" in paper
    assert "☑问题档案" not in paper
    assert "整改情况受检支部意见" in paper


def test_both_sides_sign():
    paper = words_of(SLUG, "record", owner="Z01")

    assert "受检支部负责人（签字）：年月日" in paper
    assert paper.endswith("督查人员（签字）：年月日")


def test_there_is_a_bulletin_for_each_inspection():
    assert [job.item_id for job in jobs_of(SLUG, "bulletin")] == list(HELD)


@pytest.mark.parametrize("item", HELD)
def test_the_bulletin_tells_what_was_found_everywhere(item):
    paper = words_of(SLUG, "bulletin", item=item)

    assert unprinted(HELD[item], paper) <= {"id", "branches", "findings.branch"}
    for finding in HELD[item].findings:
        assert f"{office().branch_name(finding.branch)}：{squeezed(finding.text)}" in paper


def test_the_bulletin_goes_to_the_branches_that_were_inspected():
    of_all, of_two = (paper_of(SLUG, "bulletin", item=item) for item in ("JC-1", "JC-2"))

    assert list(texts_with_style(of_all, "主送机关")) == ["各党支部："]
    assert list(texts_with_style(of_two, "主送机关")) == ["机关第一党支部、离退休教职工党支部："]
    assert next(texts_with_style(of_all, "抄送")) == "抄送：党委委员。"
    assert "特此通报。" in words_of(SLUG, "bulletin")


def test_many_branches_are_not_all_named_as_recipients():
    plain = records()
    branch = plain.pop("branch-Z06.yaml")
    for number in range(6, 14):
        plain[f"{number}"] = branch | {"branch": branch["branch"] | {"id": f"Z{number}"}}
    whose = _first(plain, branches=[f"Z{number}" for number in range(6, 14)])

    paper = paper_of(SLUG, "bulletin", item="JC-1", whose=whose)

    assert list(texts_with_style(paper, "主送机关")) == ["各受检党支部："]


def test_what_has_no_key_is_written_for_all_bulletins_or_for_one():
    plain = records()
    plain["committee.yaml"]["texts"] = {"D09": {"主要成效": "台账齐全。", "主要成效（JC-2）": "搬迁按期。"}}
    whose = office_of(plain)

    first, second = (words_of(SLUG, "bulletin", item=item, whose=whose) for item in ("JC-1", "JC-2"))

    assert "二、主要成效台账齐全。三、存在问题" in first
    assert "二、主要成效搬迁按期。三、存在问题" in second
    assert "（主要成效，请在此填写）" in words_of(SLUG, "bulletin")


def test_an_inspection_that_found_nothing_says_so():
    assert "本次督查没有发现需要限期整改的问题。" in words_of(SLUG, "bulletin", item="JC-3")


def test_an_inspection_not_held_yet_leaves_the_findings_open():
    whose = _first(findings=[], signed_by_checked=None)

    assert "（存在问题，请在此填写）" in words_of(SLUG, "bulletin", whose=whose)


def test_number_and_day_of_the_bulletin_are_left_open():
    paper = paper_of(SLUG, "bulletin")

    assert list(texts_with_style(paper, "发文字号")) == ["示院党通〔2012〕　　号"]
    assert list(texts_with_style(paper, "成文日期")) == ["　　年　月　日"]


def test_another_office_has_its_own_words():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    papers = words_of(SLUG, "bulletin", whose=whose) + words_of(SLUG, "record", whose=whose)

    assert "滨医党通〔2027〕" in papers
    assert "基层党组织对标提升行动" in papers
    for own in ("学校", "学院", "先进", "标兵"):
        assert own not in papers


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, "record", owner="Z01", item="JC-1", whose=odd)
    assert squeezed(ODD_TEXT) in words_of(SLUG, "bulletin", item="JC-1", whose=odd)
