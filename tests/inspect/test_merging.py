"""What document and pages both say is told once; what only follows from a cause is not told."""

from dataclasses import replace

from docgen.inspect.deviation import Deviation
from docgen.inspect.geometry import Box
from docgen.inspect.merging import merged
from docgen.inspect.rule import Rule, Strength

BOX = Box(28, 60, 100, 66)


def deviation(code, *, strength=Strength.MUST, **changes):
    return replace(Deviation(Rule(code, "5.1", strength, "题", "说明"), "不对", "请改"), **changes)


def codes(told):
    return [one.rule.code for one in told]


def test_the_same_fault_found_twice_keeps_paragraph_and_place():
    (told,) = merged(
        [deviation("B04", paragraph=7, text="各科室：")],
        [deviation("B04", page=1, box_mm=BOX, text="各科室：")],
    )

    assert (told.paragraph, told.page, told.box_mm) == (7, 1, BOX)


def test_two_paragraphs_with_the_same_fault_are_two():
    told = merged(
        [deviation("B06", paragraph=3, text="甲段的开头"), deviation("B06", paragraph=4, text="乙段的开头")],
        [deviation("B06", page=1, text="丙段的开头")],
    )

    assert len(told) == 3


def test_a_wrong_margin_is_told_and_what_it_moves_is_not():
    told = merged(
        [deviation("P02")], [deviation("H04", page=1), deviation("N02", page=1), deviation("P09", page=1)]
    )

    assert codes(told) == ["P02", "P09"]


def test_what_the_document_says_itself_is_never_muted_by_its_page_setup():
    told = merged([deviation("P02"), deviation("B01", paragraph=3)], [])

    assert sorted(codes(told)) == ["B01", "P02"]


def test_a_wrong_default_type_is_told_once():
    wrong = {"expected": "仿宋", "found": "宋体"}

    told = merged(
        [
            deviation("P05", **wrong),
            deviation("B04", **wrong),
            deviation("B07", expected="黑体", found="宋体"),
        ],
        [],
    )

    assert sorted(codes(told)) == ["B07", "P05"]


def test_a_missing_signer_is_not_told_as_a_wrong_number_too():
    assert codes(merged([deviation("S06"), deviation("H08")], [deviation("H08", page=1)])) == ["S06"]


def test_the_most_urgent_come_first():
    told = merged([deviation("T04", strength=Strength.HABIT, paragraph=1), deviation("T01", paragraph=9)], [])

    assert codes(told) == ["T01", "T04"]
