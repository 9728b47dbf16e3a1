import pytest

from support import other_office
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, words_of

SLUG = "acceptance-scores"
OWNERS = [job.owner for job in jobs_of(SLUG)]


def _with(texts=None, **changes):
    plain = records()
    plain["branch-Z01.yaml"]["final"] |= changes
    plain["committee.yaml"]["texts"] = {"D13": texts or {}}
    return words_of(SLUG, owner="Z01", whose=office_of(plain))


@pytest.mark.parametrize("owner", OWNERS)
def test_every_indicator_has_both_marks(owner):
    record = office().branch(owner)

    paper = words_of(SLUG, owner=owner)

    assert unprinted(record.final, paper) <= {"applied_on", "shortcomings", "satisfaction.rate"}
    for line in office().campaign.rubric.indicators:
        own, theirs = record.final.self_scores[line.key], record.final.superior_scores[line.key]
        assert f"{line.name}{line.full}{own.normalize():f}{theirs.normalize():f}" in paper


def test_every_branch_has_a_sheet():
    assert [record.branch.id for record in office().branches] == OWNERS


def test_the_total_is_worked_out_by_the_weights():
    paper = words_of(SLUG, owner="Z01")

    assert "自评×40%＋考评×60%，75×40%＋71×60%＝72.6总分72.6对应档次一般" in paper
    assert "满意率82.5%（47/57）" in paper
    assert "品牌95分、标兵90分、先进80分、一般60分民主测评发出60张，收回58张，有效57张" in paper


def test_gates_are_judged_and_ticked():
    paper = words_of(SLUG, owner="Z01")

    assert "门槛条件目标分值82分实际72.6分☐达到☑未达到" in paper
    assert "晋档最低满意率80%实际82.5%☑达到☐未达到" in paper
    assert "先进档次最低满意率90%实际82.5%☐达到☑未达到" in paper


def test_a_share_that_is_just_reached_is_reached():
    ballot = {"valid": 50, "满意": 30, "比较满意": 10, "基本满意": 10, "不满意": 0}

    assert "晋档最低满意率80%实际80%☑达到☐未达到" in _with(satisfaction=ballot)


def test_vetoes_and_contents_come_from_the_committees_texts():
    texts = {"一票否决": "发生责任事故\n弄虚作假", "考评内容（工作思路）": "思路清楚、有举措"}

    paper = _with(texts)

    assert "一票否决发生责任事故弄虚作假有无此情形☐有☐没有" in paper
    assert "工作思路10思路清楚、有举措77" in paper


def test_nobody_has_signed_yet():
    assert "评分人（签字）：组长（签字）：2012年12月10日" in words_of(SLUG, owner="Z01")


def test_before_the_acceptance_the_sheet_is_a_form():
    paper = _with(
        superior_scores=None, superior_total=None, satisfaction=None, grade=None, achieved=None,
        conclusion=None, date=None, total=None,
    )  # fmt: skip

    assert "计分办法自评×40%＋考评×60%总分对应档次档次分数线" in paper
    assert "目标分值82分☐达到☐未达到" in paper
    assert "建议档次实现目标☐是☐否" in paper
    assert "验收日期年月日" in paper


def test_another_office_has_its_own_rubric():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words_of(SLUG, owner="P1", whose=whose)

    assert "支部班子403028业务融合352625群众口碑251817合计1007470" in paper
    assert "自评×30%＋考评×70%，74×30%＋70×70%＝71.2" in paper
    assert "优秀88分、良好75分、达标60分民主测评" in paper


def test_odd_texts_are_printed_as_they_stand():
    assert squeezed(ODD_TEXT) in _with(conclusion=ODD_TEXT)
