"""The rules that only pages, several organs or several sections can break: each speaks alone."""

import io
from dataclasses import dataclass

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from PIL import Image, ImageDraw

from docgen.inspect.document import read_document
from docgen.inspect.house import House
from docgen.inspect.imprint import imprint_of
from docgen.inspect.judging import judged
from docgen.inspect.seeing import pages_of, seen_of
from support.official_documents import (
    SENTENCE,
    drawn_line,
    imprint_rows,
    letter_rows,
    ordinary_rows,
)
from support.pdf import to_pdfs
from support.typed_paper import TITLE_SONG, Page, Row, bottom_box, changed, docx_of, inserted

_HOUSE = House()
_THIN = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
_CLOSE = Page(pitch=556)
_SHORT = ("heading1", "body1", "heading2", "body2")
_COPIES = "抄送：江州市住房和城乡建设局，江州市应急管理局。"


def one_page(**imprint):
    return changed(ordinary_rows(**imprint), **dict.fromkeys(_SHORT))


def raised_imprint():
    """The imprint ends 8 mm above the lower edge of the text area, over an empty row."""
    theirs = [*imprint_rows(_COPIES), Row("under", size=1, line=454)]
    height = sum(row.line or 0 for row in theirs) / 56.6929 + 0.2 * len(theirs)
    return docx_of(changed(one_page(), imprint={"extra": bottom_box(theirs, height)}))


def joint(left, right):
    """A paper of two organs, whose marks and “文件” stand in a table."""
    rows = one_page()
    at = next(number for number, row in enumerate(rows) if row.key == "mark")
    lines = "\n".join(f"{one}|{other}" for one, other in zip(left, right, strict=True))
    table = Row("table", lines, TITLE_SONG, 30, "center", line=640, color="FF0000")
    return (*rows[:at], table, *rows[at + 1 :])


def letter(*lines):
    return docx_of(changed(letter_rows(), number={"extra": "".join(lines)}), Page(first_page_bare=True))


def sealed(*places_mm):
    """A paper whose last page has round red seals at these places."""
    document = Document(io.BytesIO(docx_of(one_page())))
    seal = Image.new("RGBA", (400, 400), (255, 255, 255, 0))
    ImageDraw.Draw(seal).ellipse((8, 8, 392, 392), outline=(255, 0, 0, 255), width=16)
    data = io.BytesIO()
    seal.save(data, "PNG")
    paragraph = next(one for one in document.paragraphs if one.text == "2026年3月2日")
    for x_mm, y_mm in places_mm:
        data.seek(0)
        inline = paragraph.add_run().add_picture(data, width=Mm(40))._inline
        _float(inline, x_mm, y_mm)
    return _saved(document)


def _float(inline, x_mm, y_mm):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    side = 40 * 36000
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp", "a")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="9" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x_mm * 36000}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y_mm * 36000}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:wrapNone/></wp:anchor>'
    )
    for child in list(inline)[1:]:
        anchor.append(child)
    inline.getparent().replace(inline, anchor)


def _saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def landscape_page():
    """A paper with a lying page whose number stands along the long edge."""
    document = Document(io.BytesIO(docx_of(one_page())))
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    document.add_paragraph("附表")
    return _saved(document)


def uneven_numbers():
    """The number of even pages stands 5 mm higher than that of odd ones."""
    document = Document(io.BytesIO(docx_of(ordinary_rows())))
    footer = document.sections[0].even_page_footer
    footer.paragraphs[0].paragraph_format.space_after = Mm(5)
    return _saved(document)


@dataclass(frozen=True)
class Broken:
    """`more`: what else must follow from the fault on a page."""

    code: str
    docx: bytes
    more: frozenset[str] = frozenset()


BROKEN = {
    "文件 beside the first organ": Broken(
        "H05",
        docx_of(joint(["江州市水务集团", "江州市财政事务局"], ["文件", ""])),
        frozenset({"H04", "H06", "B16", "I04", "I06"}),  # the mark's table moves what is below it
    ),
    "imprint before the last page": Broken(
        "I01", docx_of((*one_page(), Row("after", SENTENCE, first=2, new_page=True))), frozenset({"B21"})
    ),
    "all lines of the imprint thin": Broken("I02", docx_of(one_page(line={"border": _THIN}))),
    "lines of the imprint too short": Broken("I02", docx_of(one_page(line={"left": 1, "right": 1}))),
    "imprint 8 mm too high": Broken("I03", raised_imprint()),
    "主送 under 抄送": Broken(
        "I05", docx_of(one_page(copies={"text": "抄送：市住建局。\n主送：各分公司。"})), frozenset({"I04"})
    ),
    "letter with one line": Broken("L02", letter(drawn_line(46.9, 2.25), drawn_line(276.7, 2.25))),
    "letter's lines the wrong way round": Broken(
        "L02",
        letter(
            drawn_line(46.9, 0.75), drawn_line(48.0, 2.25), drawn_line(275.9, 0.75), drawn_line(276.7, 2.25)
        ),
    ),
    "letter's lower lines too high": Broken(
        "L02",
        letter(
            drawn_line(46.9, 2.25), drawn_line(48.0, 0.75), drawn_line(265.9, 0.75), drawn_line(266.7, 2.25)
        ),
    ),
    "number on the long edge of a lying page": Broken(
        "Q60", landscape_page(), frozenset({"I01", "P01", "P02", "P03", "P04", "N02", "N03", "B21"})
    ),
    "recipients fill the first page": Broken(
        "B05", docx_of(changed(one_page(), recipients={"text": "各分公司、各科室、" * 40 + "各营业所："}))
    ),
    "two seals that cross": Broken("B14", sealed((105, 190), (130, 190))),
    "a seal beyond the text area": Broken("B14", sealed((160, 190))),
    "a number on the blank page": Broken(
        "N04",
        docx_of(
            inserted(
                one_page(),
                "imprint",
                Row("empty", new_page=True),
                Row("last", size=1, line=20, new_page=True),
            )
        ),
        frozenset({"B19"}),
    ),
    "22 rows set too close": Broken(
        "P08", docx_of(ordinary_rows(pages=4, page=_CLOSE), _CLOSE), frozenset({"B19", "H04"})
    ),
    "names in another order than the marks": Broken(
        "B16",
        docx_of(
            changed(
                joint(["江州市水务集团", "江州市财政事务局"], ["", ""]),
                signature={"text": "江州市财政事务局\t江州市水务集团", "right": 4},
            )
        ),
        frozenset({"H04", "H06", "I04", "I06", "B13", "B15", "T16"}),  # a table for a mark moves what follows
    ),
    "an attachment with another number": Broken(
        "B22",
        docx_of(changed(ordinary_rows(attachments=1), label1={"text": "江水集发〔2026〕8号附件"})),
        frozenset({"B19", "B21"}),
    ),
    "even numbers 5 mm higher": Broken("P10", uneven_numbers(), frozenset({"N02", "B19"})),
}  # fmt: skip


def _table_over_the_imprint():
    """A right paper whose last table ends just over its imprint."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "bottom", "insideH")
    )
    table = Row("table", "序号|事项", size=12, border=f"<w:tblBorders>{lines}</w:tblBorders>")
    return docx_of(inserted(changed(one_page(), remark=None), "imprint", table))


RIGHT = {"a table over the imprint": _table_over_the_imprint()}


@pytest.fixture(scope="module")
def pdfs():
    documents = RIGHT | {name: one.docx for name, one in BROKEN.items()}
    return dict(zip(documents, to_pdfs(list(documents.values())), strict=True))


def test_the_lines_of_a_table_are_not_taken_for_those_of_the_imprint(pdfs):
    (docx,), (pdf,) = RIGHT.values(), [pdfs[name] for name in RIGHT]

    seen = seen_of(read_document(docx, "公文.docx"), pages_of(pdf, "公文.docx", _HOUSE, is_ours=True), _HOUSE)

    imprint = imprint_of(seen)
    assert imprint is not None
    assert [round(line.thickness_mm, 1) for line in imprint.lines] == [0.4, 0.3, 0.4]


@pytest.mark.parametrize("name", BROKEN)
def test_a_rare_fault_is_told_by_its_rule(name, pdfs):
    broken = BROKEN[name]
    pages = pages_of(pdfs[name], "公文.docx", _HOUSE, is_ours=True)

    seen = seen_of(read_document(broken.docx, "公文.docx"), pages, _HOUSE)

    codes = {one.rule.code for one in judged(seen, _HOUSE)}
    assert broken.code in codes
    assert codes <= {broken.code} | broken.more
