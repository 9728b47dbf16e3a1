"""N01: page numbers are 4号宋体 digits between two dashes."""

import re
from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Document
from docgen.inspect.elements import Element, Format
from docgen.inspect.folios import Folio, folios_of, in_headers
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "N01",
    "7.5",
    Strength.USUAL,
    "页码的字体和一字线",
    "页码一般用4号半角宋体阿拉伯数字，数字左右各放一条一字线：“— 1 —”，不用连字符“-”，也不写“第1页”。",
)
_FORM = re.compile(r"—\s*\d*\s*—")
_SLACK_PT = 0.3
_UNSURE = (Typeface.UNKNOWN, Typeface.SUBSTITUTE)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    folios = list(folios_of(seen.document))
    if not folios and _needs_number(seen, seen.document):
        remedy = "请在页脚插入页码，4号宋体，左右各加一字线"
        yield Deviation(RULE, "没有页码", remedy, "— 1 —", "没有")
    told: set[str] = set()
    for folio in folios:
        for deviation in _of_folio(seen, folio):
            if deviation.message not in told:
                told.add(deviation.message)
                yield deviation


def _needs_number(seen: Seen, document: Document) -> bool:
    is_lying = all(section.is_landscape for section in document.sections)
    has_number = in_headers(document) is not None
    return (
        seen.format is not Format.LETTER
        and bool(seen.paragraphs(Element.MARK))
        and not (is_lying or has_number)
    )


def _of_folio(seen: Seen, folio: Folio) -> Iterator[Deviation]:
    text = " ".join(folio.paragraph.text.split())
    if not _FORM.fullmatch(text):
        remedy = "请写成“— 1 —”，数字左右各一条一字线"
        yield Deviation(RULE, f"页码写成了“{text}”", remedy, "— 1 —", text, text=text)
    face, wanted = folio.number.latin_face, seen.numbers.small_size_pt
    if face is not Typeface.SONG and face not in _UNSURE:
        font = folio.number.latin_font
        yield Deviation(
            RULE, f"页码数字的字体是{font}", "请把页码的西文字体也设为宋体", "宋体", font, text=text
        )
    if abs(folio.number.size_pt - wanted) > _SLACK_PT:
        found = pt(folio.number.size_pt)
        yield Deviation(RULE, f"页码的字号是{found}", f"请改为{pt(wanted)}", pt(wanted), found, text=text)
    if folio.section.number_format not in ("decimal", "numberInDash"):
        yield Deviation(
            RULE,
            "页码没有用阿拉伯数字",
            "请把页码的编号格式改为“1, 2, 3, …”",
            "阿拉伯数字",
            folio.section.number_format,
        )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not is_judged_on_pages(seen):
        return
    for block in seen.blocks(Element.PAGE_NUMBER):
        text, wanted = " ".join(block.text.split()), seen.numbers.small_size_pt
        if not _FORM.fullmatch(text):
            remedy = "请写成“— 1 —”，数字左右各一条一字线"
            yield at_block(RULE, block, f"页码写成了“{text}”", remedy, "— 1 —", text)
            return
        if font := _latin_digits(block):
            remedy = "请把页码的西文字体也设为宋体"
            yield at_block(RULE, block, f"页码数字的字体是{font}", remedy, "宋体", font)
            return
        if abs(block.look.size_pt - wanted) > 2 * _SLACK_PT:
            found = pt(block.look.size_pt)
            yield at_block(RULE, block, f"页码的字号是{found}", f"请改为{pt(wanted)}", pt(wanted), found)
            return
    if _has_none(seen) and seen.format is not Format.LETTER:
        remedy = "请在页脚插入页码，4号宋体，左右各加一字线"
        yield Deviation(RULE, "没有页码", remedy, "— 1 —", "没有", page=1)


def _has_none(seen: Seen) -> bool:
    """Whether no page of several has a number."""
    pages = seen.pages.pages if seen.pages else ()
    is_bare = all(page.is_readable and page.page_number is None for page in pages)
    return len(pages) > 1 and is_bare and not seen.blocks(Element.PAGE_NUMBER)


def _latin_digits(block: PageBlock) -> str:
    """The font of the digits, if it is surely no Chinese one; "" else."""
    fonts = [char.font for line in block.lines for char in line.chars if char.text.isdigit()]
    wrong = [font for font in fonts if re.search(r"Times|LiberationSerif|Arial|Calibri|LiberationSans", font)]
    return wrong[0].rpartition("+")[2] if wrong else ""
