import pytest

from support import other_office
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, paper_of, words_of

SLUG = "midterm-assessment"
OWNERS = [job.owner for job in jobs_of(SLUG, "scores")]


def _with(**changes):
    plain = records()
    plain["branch-Z01.yaml"]["midterm"] |= changes
    return office_of(plain)


@pytest.mark.parametrize("owner", OWNERS)
def test_the_sheet_has_every_line_with_full_marks_and_mark(owner):
    record = office().branch(owner)

    paper = words_of(SLUG, "scores", owner=owner)

    assert unprinted(record.midterm, paper) == set()
    for line in office().campaign.midterm_rubric:
        full, mark = line.full.normalize(), record.midterm.scores[line.key].normalize()
        assert f"{line.name}{full:f}{mark:f}" in paper


def test_every_branch_has_a_sheet():
    assert [record.branch.id for record in office().branches] == OWNERS


def test_marks_taken_off_are_computed():
    paper = words_of(SLUG, "scores", owner="Z01")

    assert "整改落实进度3013扣17分" in paper
    assert "责任书签订55台账与记录" not in paper
    assert "合计10060共扣40分" in paper


def test_points_and_reasons_come_from_the_texts_of_committee_and_branch():
    plain = records()
    plain["committee.yaml"]["texts"] = {"D10": {"评分要点（台账与记录）": "台账真实"}}
    plain["branch-Z01.yaml"]["texts"] = {"D10": {"扣分说明（台账与记录）": "补写一次"}}

    paper = words_of(SLUG, "scores", owner="Z01", whose=office_of(plain))

    assert "台账与记录5台账真实2扣3分：补写一次" in paper


def test_the_outcome_is_ticked():
    assert "☐表扬☐通过☑批评并限期整改" in words_of(SLUG, "scores", owner="Z01")
    assert "☑表扬☐通过☐批评并限期整改" in words_of(SLUG, "scores", owner="Z02")


def test_an_unmarked_sheet_is_a_form_to_be_filled_in():
    paper = words_of(SLUG, "scores", owner="Z01", whose=_with(scores=None, total=None, outcome=None))

    assert "责任书签订5台账" not in paper
    assert "责任书签订5整改落实进度30" in paper
    assert "合计100考评结果☐表扬☐通过☐批评并限期整改" in paper


def test_the_report_says_who_held_it_how_and_when():
    paper = words_of(SLUG, "report")

    assert unprinted(office().committee.midterm_evaluation, paper) <= {
        "dates",
        "bulletin.title",
        "bulletin.doc_no",
        "bulletin.date",
        "commended",
        "criticised",
    }
    assert "考评于2012年6月27日至6月29日进行。" in paper


def test_the_report_lists_every_branch_with_total_and_outcome():
    paper = words_of(SLUG, "report")

    for seq, record in enumerate(office().branches, start=1):
        total = f"{record.midterm.total.normalize():f}"
        name = squeezed(record.branch.short_name)
        assert f"{seq}{name}2012年6月{record.midterm.date.day}日{total}{record.midterm.outcome}" in paper
    assert "表扬2个，通过3个，批评并限期整改1个。平均得分83.1分，最高93.5分，最低60分。" in paper


def test_the_report_proposes_and_asks_for_nothing():
    paper = words_of(SLUG, "report")

    assert "建议对机关第一党支部予以批评，并限期整改。" in paper
    assert "机关第一党支部：因整改措施不到位、工作走过场，2012年7月20日前完成整改并书面报告。" in paper
    assert "特此报告。" in paper
    for request in ("请批示", "妥否", "请审定"):
        assert request not in paper


def test_the_report_is_of_the_team_and_signed_by_it():
    paper = paper_of(SLUG, "report")

    assert list(texts_with_style(paper, "主送机关")) == ["中共示范学院委员会："]
    assert next(texts_with_style(paper, "签署栏")) == "考评组组长（签字）："


def test_where_nobody_is_praised_the_success_is_left_to_be_written():
    plain = records()
    for name, record in plain.items():
        if name != "committee.yaml":
            record["midterm"]["outcome"] = "通过"
    whose = office_of(plain)

    paper = words_of(SLUG, "report", whose=whose)

    assert "（成效，请在此填写）" in paper
    assert "没有建议表扬的党支部。" in paper
    assert "（三）整改期限" not in paper


def test_an_office_with_another_day_does_not_speak_of_the_first_of_july():
    plain = records()
    plain["committee.yaml"]["campaign"]["rules"]["midterm_before"] = "2012-08-01"
    whose = office_of(plain)

    assert words_of(SLUG, "report", whose=whose).startswith("关于年中考评情况的报告")
    assert words_of(SLUG, "scores", whose=whose).startswith("年中考评评分表")
    assert words_of(SLUG, "scores").startswith("“七一”前考评评分表")


def test_another_office_has_its_own_lines():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words_of(SLUG, "scores", owner="P1", whose=whose)

    assert "整改落实6035扣25分台账4020扣20分合计10055共扣45分" in paper


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, "scores", owner="Z01", whose=odd)
    assert squeezed(ODD_TEXT) in words_of(SLUG, "report", whose=odd)
