"""An official paper as a clerk types it: Normal style, everything set by hand, made with python-docx.

A paper is a tuple of rows; a test breaks one by `changed(rows, title={"size": 18})`, leaves one out by
`changed(rows, title=None)`, or sets the page by `docx_of(rows, Page(top=1440))`.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

from docgen.layout.gbt9704 import IMPRINT_BOTTOM, LEFT, TEXT_WIDTH, emu
from docgen.layout.markup import NAMESPACES
from docgen.layout.textbox import TextBox, text_box

FANGSONG, KAITI, HEITI, TITLE_SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
CHAR = 315.86  # twips, of 3号 on a row of 28


@dataclass(frozen=True)
class Row:
    """One paragraph; indents in characters of 3号, sizes in points. `parts`: runs with changes."""

    key: str
    text: str = ""
    font: str = FANGSONG
    size: float = 16
    align: str = "both"
    first: float = 0
    left: float = 0
    right: float = 0
    before: int = 0
    line: int | None = None  # None: the page's pitch
    color: str = ""
    bold: bool = False
    border: str = ""
    parts: tuple[tuple[str, dict[str, Any]], ...] = ()
    new_page: bool = False
    tabs: str = ""
    spacing: int | None = None
    frame: str = ""
    extra: str = ""  # runs with drawings
    latin: str = "Times New Roman"
    style: str = ""

    @property
    def pull(self) -> int:
        """The character spacing: 3号 gives way so that 28 fit a row."""
        return (-5 if self.size == 16 else 0) if self.spacing is None else self.spacing


@dataclass(frozen=True)
class Page:
    """The page set-up, in twips; `indent` says how first lines are indented: chars, twips or spaces."""

    width: int = 11906
    height: int = 16838
    top: int = 2098
    bottom: int = 1984
    left: int = 1588
    right: int = 1474
    gutter: int = 0
    pitch: int = 579
    grid: str = "lines"
    footer: int = 1447
    number_size: float = 14
    number_font: str = "宋体"
    number_text: tuple[str, str] = ("— ", " —")
    number_indent: int = 280
    odd_align: str = "right"
    even_align: str = "left"
    even_and_odd: bool = True
    has_number: bool = True
    first_page_bare: bool = False
    number_start: int | None = None
    widow_control: bool = False
    indent: str = "chars"
    fonts: dict[str, str] = field(default_factory=dict)
    normal_font: str = FANGSONG
    normal_size: float = 16


GLYPH_PAGE = Page(top=1960, bottom=1847, pitch=592)


def changed(rows: Iterable[Row], **changes: dict[str, Any] | None) -> tuple[Row, ...]:
    """The rows with those of these keys changed, or left out for None; unknown keys are faults."""
    listed = tuple(rows)
    unknown = changes.keys() - {row.key for row in listed}
    assert not unknown, unknown
    return tuple(
        replace(row, **(changes.get(row.key) or {})) for row in listed if changes.get(row.key, {}) is not None
    )


def inserted(rows: Iterable[Row], before: str, *new: Row) -> tuple[Row, ...]:
    """The rows with new ones before that of the key."""
    made: list[Row] = []
    for row in rows:
        made += [*new, row] if row.key == before else [row]
    return tuple(made)


def docx_of(rows: Iterable[Row], page: Page | None = None) -> bytes:
    """The paper as a .docx."""
    page = page or Page()
    document = Document()
    _set_normal(document, page)
    body = document.element.body
    section = body.sectPr
    for row in rows:
        section.addprevious(parse_xml(_table(row, page) if row.key == "table" else _paragraph(row, page)))
    _set_page(document, page)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_normal(document: Any, page: Page) -> None:
    normal = document.styles["Normal"].element
    properties = normal.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    font = page.fonts.get(page.normal_font, page.normal_font)
    for xml in (
        f'<w:rFonts {NAMESPACES} w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>',
        f'<w:sz {NAMESPACES} w:val="{round(page.normal_size * 2)}"/>',
    ):
        properties.append(parse_xml(xml))


def _set_page(document: Any, page: Page) -> None:
    section = document.sections[0]
    element = section._sectPr
    for name in ("pgSz", "pgMar", "cols", "docGrid"):
        for child in element.findall(f"{{{_W}}}{name}"):
            element.remove(child)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    start = "" if page.number_start is None else f'<w:pgNumType w:start="{page.number_start}"/>'
    grid = f'<w:docGrid w:type="{page.grid}" w:linePitch="{page.pitch}"/>' if page.grid else ""
    made = parse_xml(
        f"<w:sectPr {NAMESPACES}>"
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="851" w:footer="{page.footer}" w:gutter="{page.gutter}"/>{start}'
        f"{'<w:titlePg/>' if page.first_page_bare else ''}{grid}</w:sectPr>"
    )
    element.extend(list(made))
    if page.has_number:
        document.settings.odd_and_even_pages_header_footer = page.even_and_odd
        _set_number(section.footer, page.odd_align, page)
        if page.even_and_odd:
            _set_number(section.even_page_footer, page.even_align, page)


def _set_number(footer: Any, align: str, page: Page) -> None:
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    side = {"right": f'w:right="{page.number_indent}"', "left": f'w:left="{page.number_indent}"'}.get(
        align, ""
    )
    manner = (
        f'<w:rPr><w:rFonts w:ascii="{page.number_font}" w:hAnsi="{page.number_font}" '
        f'w:eastAsia="{page.number_font}" w:hint="eastAsia"/>'
        f'<w:sz w:val="{round(page.number_size * 2)}"/></w:rPr>'
    )
    before, after = page.number_text
    field_xml = "".join(
        f"<w:r>{manner}{xml}</w:r>"
        for xml in (
            f'<w:t xml:space="preserve">{before}</w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            f'<w:t xml:space="preserve">{after}</w:t>',
        )
        if "></w:t>" not in xml
    )
    element.append(
        parse_xml(
            f'<w:p {NAMESPACES}><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" '
            f'w:line="280" w:lineRule="exact"/><w:ind {side}/><w:jc w:val="{align}"/></w:pPr>'
            f"{field_xml}</w:p>"
        )
    )


def _paragraph(row: Row, page: Page) -> str:
    text, indent = row.text, _indent(row, page)
    if row.first and page.indent == "spaces" and not row.parts:
        text = "　" * round(row.first) + text
    parts = row.parts or ((text, {}),)
    if row.parts and row.first and page.indent == "spaces":
        parts = (("　" * round(row.first), {}), *row.parts)
    runs = "".join(_run(replace(row, text=part, **changes), page) for part, changes in parts if part)
    line = page.pitch if row.line is None else row.line
    snap = "" if line == page.pitch else '<w:snapToGrid w:val="0"/>'
    return (
        f"<w:p {NAMESPACES}><w:pPr>"
        + (f'<w:pStyle w:val="{row.style}"/>' if row.style else "")
        + ("<w:pageBreakBefore/>" if row.new_page else "")
        + row.frame
        + f'<w:widowControl w:val="{int(page.widow_control)}"/>{row.border}{row.tabs}<w:overflowPunct/>{snap}'
        + f'<w:spacing w:before="{row.before}" w:after="0" w:line="{line}" w:lineRule="exact"/>{indent}'
        + f'<w:jc w:val="{row.align}"/>{_manner(row, page)}</w:pPr>{row.extra}{runs}</w:p>'
    )


def _indent(row: Row, page: Page) -> str:
    sides = f'w:left="{round(row.left * CHAR)}" w:right="{round(row.right * CHAR)}"'
    if row.first < 0:
        return f'<w:ind {sides} w:hanging="{round(-row.first * CHAR)}"/>'
    if not row.first or page.indent == "spaces":
        return f"<w:ind {sides}/>" if row.left or row.right else ""
    chars = f' w:firstLineChars="{round(row.first * 100)}"' if page.indent == "chars" else ""
    return f'<w:ind {sides}{chars} w:firstLine="{round(row.first * 320)}"/>'


def _run(row: Row, page: Page) -> str:
    pieces = escape(row.text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    pieces = pieces.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f'<w:r>{_manner(row, page)}<w:t xml:space="preserve">{pieces}</w:t></w:r>'


def _manner(row: Row, page: Page) -> str:
    font = page.fonts.get(row.font, row.font)
    return (
        f'<w:rPr><w:rFonts w:ascii="{row.latin}" w:hAnsi="{row.latin}" w:eastAsia="{font}" '
        + 'w:hint="eastAsia"/>'
        + ("<w:b/>" if row.bold else "")
        + (f'<w:color w:val="{row.color}"/>' if row.color else "")
        + (f'<w:spacing w:val="{row.pull}"/>' if row.pull else "")
        + f'<w:sz w:val="{round(row.size * 2)}"/></w:rPr>'
    )


def _table(row: Row, page: Page) -> str:
    """Rows of cells from the text: `|` between cells, newlines between rows; `border`: its w:tblBorders."""
    lines = [line.split("|") for line in row.text.split("\n")]
    width = round(8844 / len(lines[0]))
    cells = [
        [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{_paragraph(replace(row, key='cell', text=cell, border=''), page)}</w:tc>"
            for cell in line
        ]
        for line in lines
    ]
    body = "".join(f"<w:tr>{''.join(line)}</w:tr>" for line in cells)
    columns = f'<w:gridCol w:w="{width}"/>' * len(lines[0])
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="8844" w:type="dxa"/>{row.border}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def bottom_box(rows: Iterable[Row], height_mm: float, page: Page | None = None) -> str:
    """A run with a text box whose lower edge is that of the text area."""
    content = "".join(_paragraph(row, page or Page()).replace(f" {NAMESPACES}", "") for row in rows)
    box = TextBox(
        7,
        "版记",
        emu(LEFT.mm),
        emu(IMPRINT_BOTTOM.mm) - emu(height_mm),
        TEXT_WIDTH.emu,
        emu(height_mm),
        content,
    )
    return text_box(box)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
