"""A .docx from anywhere, read: the cascade, lists, drawings, and what damage and malice do to it."""

import io
import random
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt

from docgen.errors import DocgenError
from docgen.inspect.document import UnreadableDocument, read_document
from docgen.inspect.elements import Align, Place
from docgen.inspect.house import House
from docgen.inspect.rules import all_rules
from docgen.inspect.seeing import seen_of
from docgen.inspect.typeface import Typeface, typeface_of
from docgen.layout.markup import NAMESPACES, W
from docgen.layout.package import pack, unpack
from support.official_documents import right


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def of_body(xml: str, styles: str = "", **parts: str) -> bytes:
    """A document of this body; `styles` are added to python-docx's own."""
    document = docx.Document()
    section = document.element.body.sectPr
    for child in parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"):
        section.addprevious(child)
    for child in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(child)
    made = unpack(saved(document))
    return pack(made | {name: text.encode() for name, text in parts.items()})


def only(docx: bytes):
    return read_document(docx, "a.docx").paragraphs[0]


def test_direct_values_stand_over_the_style_and_the_style_over_what_it_is_based_on():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="甲"/>'
        '<w:pPr><w:jc w:val="center"/><w:spacing w:after="100"/></w:pPr>'
        '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="乙"/><w:basedOn w:val="A"/>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="B"/><w:spacing w:before="20"/></w:pPr>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r></w:p>"
    )

    found = only(of_body(body, styles))

    assert (found.style, found.align, found.main_run.face) == ("乙", Align.CENTER, Typeface.HEITI)
    assert (found.main_run.size_pt, found.main_run.is_bold) == (16, True)
    assert (found.spacing.before_twips, found.spacing.after_twips) == (20, 100)


def test_a_font_of_the_theme_is_the_font_that_the_theme_names():
    found = only(saved_with("字"))

    assert found.main_run.east_asian_font == "宋体"


def saved_with(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document)


def test_python_docxs_font_name_does_not_reach_chinese_characters():
    document = docx.Document()
    run = document.add_paragraph().add_run("字1")
    run.font.name, run.font.size = "仿宋_GB2312", Pt(16)

    found = only(saved(document)).main_run

    assert (found.latin_font, found.face) == ("仿宋_GB2312", Typeface.SONG)


def test_styles_based_on_each_other_in_a_circle_end():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )

    assert only(of_body('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>', styles)).style == "A"


@pytest.mark.parametrize(
    ("indent", "first"),
    [
        ('w:firstLineChars="200" w:firstLine="999"', 640),
        ('w:firstLineChars="0" w:firstLine="640"', 640),
        ('w:hanging="480"', -480),
        ('w:hangingChars="300"', -960),
    ],
)
def test_indents_in_characters_count_before_those_in_twips_unless_they_are_0(indent, first):
    run = '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>字</w:t></w:r>'
    body = f"<w:p><w:pPr><w:ind {indent}/></w:pPr>{run}</w:p>"

    assert only(of_body(body)).indent.first_line_twips == first


def test_automatic_numbers_are_part_of_the_text():
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in ((0, "%1、"), (1, "（%2）"))
    )
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for depth, text in ((0, "甲"), (1, "子"), (1, "丑"), (0, "乙"), (1, "寅"))
    )

    found = read_document(of_body(body, **{"word/numbering.xml": numbering}), "a.docx").paragraphs

    assert [one.text for one in found] == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"]


def test_deleted_and_hidden_text_is_not_read_and_inserted_text_is():
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r></w:p>"
    )
    document = read_document(of_body(body), "a.docx")

    assert document.paragraphs[0].text == "甲丙"
    assert document.has_revisions


def test_a_page_break_begins_a_page_with_what_follows_it():
    body = (
        '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
        '<w:p><w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>'
    )

    found = read_document(of_body(body), "a.docx").paragraphs

    assert [one.starts_page for one in found] == [True, True, True]


def test_cells_and_text_boxes_are_read_where_they_stand():
    box = (
        '<w:p><w:r><w:pict><v:shape style="position:absolute;margin-top:10pt"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        "<w:r><w:t>框外</w:t></w:r></w:p>"
    )
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>左</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    )

    found = read_document(of_body(box + table), "a.docx").paragraphs

    assert [(one.text, one.place) for one in found[:4]] == [
        ("框内", Place.BOX),
        ("框外", Place.FLOW),
        ("左", Place.CELL),
        ("右", Place.CELL),
    ]
    assert (found[3].table, found[3].row, found[3].column) == (1, 1, 2)


def test_strict_open_xml_reads_the_same():
    parts = unpack(right("typed ordinary"))
    strict = {
        name: data.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in parts.items()
    }

    ours, theirs = (read_document(one, "a.docx") for one in (pack(parts), pack(strict)))

    assert [one.text for one in theirs.paragraphs] == [one.text for one in ours.paragraphs]
    assert theirs.sections[0].top_twips == ours.sections[0].top_twips


@pytest.mark.parametrize(
    ("font", "face"),
    [
        ("仿宋", Typeface.FANGSONG),
        ("FangSong_GB2312", Typeface.FANGSONG),
        ("ABCDEF+FandolFang-Regular", Typeface.FANGSONG),
        ("STZhongsong", Typeface.TITLE_SONG),
        ("FZXiaoBiaoSong-B05S", Typeface.TITLE_SONG),
        ("SimHei", Typeface.HEITI),
        ("微软雅黑", Typeface.OTHER),
        ("KaiTi_GB2312", Typeface.KAITI),
        ("NSimSun", Typeface.SONG),
        ("Noto Sans CJK SC", Typeface.SUBSTITUTE),
        ("Times New Roman", Typeface.LATIN),
    ],
)
def test_a_typeface_is_known_by_its_many_names(font, face):
    assert typeface_of(font) is face


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空文件"),
        (b"\xd0\xcf\x11\xe0rest", ".doc"),
        (b"hello", "不是 .docx"),
        (b"PK\x03\x04 cut", "损坏"),
        (pack({"a.txt": b"x"}), "没有 Word 正文"),
        (pack({"word/document.xml": b"<a"}), "损坏"),
        (pack({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "实体"),
        (pack({"word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "实体"),
    ],
    ids=["empty", "doc", "text", "cut", "no text", "torn", "entities", "utf-16"],
)
def test_what_is_no_document_is_refused_with_its_reason(data, word):
    with pytest.raises(UnreadableDocument, match=word):
        read_document(data, "来文.docx")


def test_a_zip_bomb_is_refused_by_what_its_directory_says():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 70_000_000 + b"</a>")

    with pytest.raises(UnreadableDocument, match="过大"):
        read_document(buffer.getvalue(), "来文.docx")


def test_elements_nested_without_end_are_refused_or_read():
    deep = b"<w:ins>" * 5000 + b"</w:ins>" * 5000
    head = f"<w:document {NAMESPACES}><w:body><w:p>".encode()

    with pytest.raises(UnreadableDocument):
        read_document(pack({"word/document.xml": head + deep + b"</w:p></w:body></w:document>"}), "a.docx")


def _judge(data: bytes) -> None:
    """Read and judged by every rule, or refused in words."""
    try:
        document = read_document(data, "来文.docx")
    except DocgenError:
        return
    seen = seen_of(document, None, House())
    for entry in all_rules():
        if entry.in_document is not None:
            list(entry.in_document(seen))


def test_no_damage_to_a_file_brings_forth_another_exception():
    chance = random.Random(9704)
    good = [right("typed upward"), right("built letter")]
    for at in range(250):
        data = bytearray(good[at % 2])
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        _judge(bytes(data[: chance.randrange(len(data))] if at % 5 == 0 else data))


def test_no_damage_to_the_xml_inside_brings_forth_another_exception():
    chance = random.Random(2012)
    good = [unpack(right("typed minutes")), unpack(right("built order"))]
    names = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels")
    for at in range(250):
        parts = dict(good[at % 2])
        name = chance.choice(names)
        parts[name] = _mauled(parts[name], chance)
        _judge(pack(parts))


def _mauled(xml: bytes, chance: random.Random) -> bytes:
    """Still well formed most of the time: numbers, names and values are what is wrong."""
    text = xml.decode()
    for _ in range(5):
        at = chance.randrange(len(text))
        end = text.find('"', text.find('="', at) + 2)
        start = text.find('="', at) + 2
        if 1 < start < end:
            value = chance.choice(("", "-1", "999999999999", "x", "NaN", "１２", "0", "true", "1e9", "16pt"))
            text = text[:start] + value + text[end:]
    return text.encode()
