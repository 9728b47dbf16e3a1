import pytest

from support import other_office
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed
from support.pdf import measured
from support.planned import jobs_of, paper_of, words_of

SLUG = "satisfaction-poll"
OPTIONS = "☐满意☐比较满意☐基本满意☐不满意"


def _other():
    whole = other_office.records()
    return office_of({"committee.yaml": whole.pop("committee"), **whole})


def _with_rubric(*names):
    plain = records()
    plain["committee.yaml"]["campaign"]["rubric"]["indicators"] = [
        {"key": f"k{n}", "name": name, "full": 10} for n, name in enumerate(names)
    ]
    return office_of(plain)


def test_the_ballot_asks_for_every_indicator_and_the_whole():
    paper = words_of(SLUG, "ballot")

    for name in [line.name for line in office().campaign.rubric.indicators] + ["总体评价"]:
        assert paper.count(f"{name}{OPTIONS}") == 2


def test_nobody_is_named_on_a_ballot_and_nothing_is_ticked():
    paper = words_of(SLUG, "ballot")

    assert "☑" not in paper
    assert "本表不记名" in paper
    assert all(record.branch.short_name not in paper for record in office().branches)


def test_two_ballots_stand_on_a_page_unless_they_are_long():
    short, long = paper_of(SLUG, "ballot"), paper_of(
        SLUG, "ballot", whose=_with_rubric(*(f"第{n}项" for n in range(12)))
    )  # fmt: skip

    assert list(texts_with_style(short, "附件标题")) == ["民主测评表"] * 2
    assert list(texts_with_style(long, "附件标题")) == ["民主测评表"]


def test_another_office_ticks_its_own_options():
    assert words_of(SLUG, "ballot", whose=_other()).count("群众口碑☐好☐较好☐一般☐差") == 2


def test_options_nobody_has_counted_yet_are_the_usual_ones():
    plain = records()
    for name, record in plain.items():
        if name != "committee.yaml":
            record["final"]["satisfaction"] = None

    assert f"总体评价{OPTIONS}" in words_of(SLUG, "ballot", whose=office_of(plain))


def test_before_the_count_another_office_has_boxes_beside_the_satisfied_ones():
    plain = other_office.records()
    for name, record in plain.items():
        if name != "committee":
            record["final"]["satisfaction"] = None
    whose = office_of({"committee.yaml": plain.pop("committee"), **plain})

    assert "总体评价☐好☐较好☐☐说明" in words_of(SLUG, "ballot", whose=whose)


def test_a_ballot_without_a_rubric_has_lines_to_write_in():
    assert words_of(SLUG, "ballot", whose=_with_rubric()).count(OPTIONS) == 14


@pytest.mark.parametrize("number", range(6))
def test_the_summary_counts_every_option(number):
    record = office().branches[number]
    ballot = record.final.satisfaction

    paper = words_of(SLUG, "summary", owner=record.branch.id)

    assert f"发出票数{ballot.issued}收回票数{ballot.returned}" in paper
    assert f"有效票数{ballot.valid}无效票数{ballot.returned - ballot.valid}" in paper
    for option, count in ballot.counts.items():
        assert f"{option}{count}" in paper


def test_shares_and_the_formula_are_worked_out():
    paper = words_of(SLUG, "summary", owner="Z01")

    assert "满意3052.6%是比较满意1729.8%是基本满意814%否不满意23.5%否满意率47/5782.5%" in paper
    assert "满意率＝（满意＋比较满意）÷有效票数×100%＝（30＋17）÷57×100%＝82.5%" in paper


def test_another_office_counts_its_own_options():
    paper = words_of(SLUG, "summary", owner="P1", whose=_other())

    assert "满意率＝（好＋较好）÷有效票数×100%＝（30＋12）÷48×100%＝87.5%" in paper


def test_there_is_a_summary_for_each_branch_and_one_ballot():
    assert len(jobs_of(SLUG, "ballot")) == 1
    assert [job.owner for job in jobs_of(SLUG, "summary")] == [r.branch.id for r in office().branches]


def test_an_uncounted_poll_leaves_the_boxes_empty():
    plain = records()
    plain["branch-Z01.yaml"]["final"]["satisfaction"] = {"issued": 60}

    paper = words_of(SLUG, "summary", owner="Z01", whose=office_of(plain))

    assert "发出票数60收回票数有效票数无效票数" in paper
    assert "满意是比较满意是基本满意否不满意否满意率各项目票数" in paper
    assert "÷有效票数×100%，以总体评价的票数计算。" in paper


def test_odd_options_are_printed_as_they_stand():
    plain = records()
    plain["branch-Z01.yaml"]["final"]["satisfaction"][ODD_TEXT] = 3

    assert f"{squeezed(ODD_TEXT)}3" in words_of(SLUG, "summary", owner="Z01", whose=office_of(plain))


@pytest.mark.pdf
def test_both_ballots_are_on_one_page():
    assert len(measured(paper_of(SLUG, "ballot")).pages) == 1
