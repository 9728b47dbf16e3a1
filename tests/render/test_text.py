"""Characters of values in XML."""

import pytest

from docgen.render.text import encode_xml, expand_breaks

RUN = "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("甲\x00乙", "甲乙"),
        ("甲\x0b\x1f乙", "甲乙"),
        ("\ufffe甲\uffff", "甲"),
        ("甲\ud800乙", "甲乙"),
        ("\ud83d\ude00", "😀"),
        ("甲\r乙", "甲\n乙"),
        ("\t\n", "\t\n"),
        ("𬱖芮\u200b\xa0\x85", "𬱖芮\u200b\xa0\x85"),
    ],
)
def test_only_what_xml_cannot_hold_is_left_out(text, kept):
    assert encode_xml(text).decode() == kept


def test_text_without_breaks_is_the_same_object():
    xml = RUN.format("甲乙")

    assert expand_breaks(xml) is xml


def test_line_break_stays_in_its_run_and_tab_splits_it():
    assert RUN.format('甲</w:t><w:br/><w:t xml:space="preserve">乙') == expand_breaks(RUN.format("甲\n乙"))
    assert "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>" in expand_breaks(RUN.format("甲\t乙"))


def test_new_paragraph_and_page_take_the_paragraphs_properties_along():
    assert expand_breaks(RUN.format("甲\a乙")).count("<w:pPr><w:jc/></w:pPr>") == 2
    assert '<w:br w:type="page"/>' in expand_breaks(RUN.format("甲\f乙"))


def test_other_paragraphs_are_left_alone():
    before, after = RUN.format("前"), RUN.format("后")

    assert expand_breaks(before + RUN.format("甲\n乙") + after).startswith(before)
