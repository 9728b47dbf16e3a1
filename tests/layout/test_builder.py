import subprocess
import sys

import pytest

from docgen.layout.blocks import BlockError
from docgen.layout.builder import build_template
from docgen.layout.package import unpack
from docgen.layout.styles import STYLES
from support.layout import blocks_of, paper, part, texts


def test_the_same_blocks_give_the_same_bytes_in_every_process():
    code = (
        "import hashlib; from docgen.layout.builder import build_template; "
        "made = build_template({'blocks': [{'title': '通知'}, {'text': '一、甲'}]}); "
        "print(hashlib.sha256(made).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_every_style_is_in_the_package():
    styles = part(build_template({"blocks": []}), "word/styles.xml")

    assert all(f'w:val="{style.name}"' in styles for style in STYLES)


def test_no_theme_font_beats_the_official_faces():
    parts = unpack(build_template({"blocks": [{"text": "好"}]}))

    for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml"):
        assert b"Theme=" not in parts[name]
    assert 'w:eastAsia="仿宋_GB2312"'.encode() in parts["word/styles.xml"]
    assert b'w:ascii="Times New Roman"' in parts["word/styles.xml"]


def test_every_run_of_text_has_the_east_asian_hint():
    document = part(build_template({"blocks": [{"text": "“引号”——破折号"}]}), "word/document.xml")

    assert document.count("<w:r>") == document.count('<w:rFonts w:hint="eastAsia"/>')


def test_the_font_table_names_what_windows_has_instead():
    fonts = part(build_template({"blocks": []}), "word/fontTable.xml")

    for official, instead in (
        ("仿宋_GB2312", "仿宋"),
        ("楷体_GB2312", "楷体"),
        ("方正小标宋简体", "华文中宋"),
    ):
        assert f'<w:font w:name="{official}"><w:altName w:val="{instead}"/>' in fonts


def test_page_grid_margins_and_page_numbers_stand_in_the_section():
    document = part(build_template({"blocks": [{"text": "好"}]}), "word/document.xml")

    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in document
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"' in document
    assert 'w:footer="1447"' in document
    assert "<w:evenAndOddHeaders/>" in part(build_template({"blocks": []}), "word/settings.xml")


def test_a_landscape_kind_lies_on_its_side_unless_the_page_says_otherwise():
    lying = part(build_template({"blocks": []}, "landscape"), "word/document.xml")
    upright = part(build_template({"page": "portrait", "blocks": []}, "landscape"), "word/document.xml")

    assert 'w:orient="landscape"' in lying
    assert 'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"' in lying
    assert "landscape" not in upright


def test_a_wide_ledger_lies_on_a3_with_an_upright_pages_margins():
    columns = [{"title": "甲", "mm": 300}, {"title": "乙", "mm": 66}]
    blocks = [{"table": {"columns": columns, "cells": [["1", "2"]]}}]

    document = part(
        build_template({"page": "a3-landscape", "blocks": blocks}, "landscape"), "word/document.xml"
    )

    assert '<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>' in document
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"' in document
    assert '<w:footerReference w:type="default" r:id="rId13"/>' in document


def test_a_cover_takes_the_number_from_the_first_page_only():
    blocks = "- cover: {title: 档案}\n- landscape: [{text: 横}]\n- text: 后"

    document = part(build_template(blocks_of(blocks)), "word/document.xml")

    assert document.count("<w:sectPr>") == 3
    assert document.count("<w:titlePg/>") == 1
    assert document.index("<w:titlePg/>") < document.index("landscape")


@pytest.mark.parametrize(
    ("blocks", "word"),
    [
        ("- titel: 通知", "title"),
        ("- title: {a: 1}", "这里要写文字"),
        ("- {title: 通知, text: 正文}", "只能有一个名称"),
        ("- for: p in ps", "缺少 do"),
        ("- {if: 'a % 2', do: []}", "%"),
        ("- red_head: {number: 1}", "mark"),
        ("- table: {columns: [{title: a, mm: 200}], cells: [a]}", "156"),
        ("- table: {columns: [{title: a, mm: 20}, {title: b, mm: 20}], cells: [a]}", "应当是 2 列"),
        ("- table: {columns: [{title: a, mm: 20}], cells: [a], size: 三号}", "字号"),
        ("- form: {columns_mm: [20, 20], rows: [[{label: a, spam: 2}]]}", "span"),
        ("- form: {columns_mm: [20, 20], rows: [[{label: a, merge: left}, b]]}", "merge"),
        ("- form: {rows: []}", "columns_mm"),
        ("- paragraph: {style: 公文标頭, text: a}", "样式"),
        ("- bookmark: W1\n- page_break: false", "定位"),
        ("- blank: {lable: a}", "label"),
        ("- paragraph: {style: 公文正文}", "text"),
        ("- attachment: {number: 1}", "title"),
        ("- table: {columns: [{title: a}]}", "mm"),
        ("- cover: {lines: []}", "title"),
    ],
)
def test_a_fault_in_the_blocks_is_told_with_what_to_do(blocks, word):
    with pytest.raises(BlockError) as caught:
        build_template(blocks_of(blocks))

    assert word in str(caught.value)


@pytest.mark.parametrize(
    "blocks", [{}, {"blocks": "text"}, {"blocks": [], "size": "A3"}, {"blocks": [], "page": "A3"}]
)
def test_a_blocks_file_of_another_shape_is_refused(blocks):
    with pytest.raises(BlockError):
        build_template(blocks)


def test_an_unknown_layout_is_refused():
    with pytest.raises(BlockError, match="版式"):
        build_template({"blocks": []}, "poster")


def test_signs_of_markup_in_a_text_are_text():
    made = paper('- text: "甲 & 乙 <w:p/> “引”"')

    assert texts(made, "公文正文") == ["甲 & 乙 <w:p/> “引”"]
