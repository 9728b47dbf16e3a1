"""H06: the number stands two empty rows under the mark, centred, in Fangsong of size 3."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.inspect.asking import above, blanks_before, in_face, in_size, is_at, is_centred, not_bold
from docgen.inspect.bearings import runs_of_first
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "H06",
    "7.2.5",
    Strength.MUST,
    "发文字号的位置",
    "发文字号编排在发文机关标志下空二行位置，居中排布，用3号仿宋体字。上行文的见 H08。",
)
# Two rows from ink to ink: 24.1 mm by boxes, 25.4 by glyphs (gbt9704 6), and what substitutes and 〔〕 add.
_GAP_MM = (21.8, 27.0)
_CENTRE_MM = 2.0
_TWO = 2


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format not in (Format.ORDINARY, Format.UPWARD):
        return
    for paragraph in seen.paragraphs(Element.NUMBER, Element.SIGNER):
        if "〔" not in paragraph.text and seen.element_of(paragraph) is Element.SIGNER:
            continue
        number = _without_signer(paragraph)
        yield from in_face(RULE, number, Typeface.FANGSONG, "发文字号", Strength.USUAL)
        yield from not_bold(RULE, number, "发文字号")
        yield from in_size(RULE, number, seen.numbers.body_size_pt, "发文字号", Strength.USUAL)
    if seen.format is not Format.ORDINARY:
        return
    for paragraph in seen.paragraphs(Element.NUMBER):
        if not is_centred(paragraph):
            yield at_paragraph(RULE, paragraph, "发文字号没有居中", "请居中", "居中")
        blanks = blanks_before(seen, paragraph)
        if blanks not in (None, _TWO) and above(seen, paragraph) is Element.MARK:
            told = f"发文机关标志与发文字号之间空了 {blanks} 行"
            yield at_paragraph(RULE, paragraph, told, "请空二行", "空二行", f"空 {blanks} 行")


def _without_signer(paragraph: Paragraph) -> Paragraph:
    """Only the runs of the number, where it shares its row with those who signed."""
    number, signer, _ = paragraph.text.partition("签发人")
    if not signer:
        return paragraph
    return replace(paragraph, runs=tuple(runs_of_first(paragraph, len("".join(number.split())))))


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.ORDINARY or seen.pages is None:
        return
    numbers = [block for block in seen.blocks(Element.NUMBER) if block.page == 1]
    mark = seen.pages.pages[0].mark
    for block in numbers[:1]:
        centre = seen.numbers.centre_mm
        # What is still to be filled in has its blanks centred with it.
        is_open = re.search(r"[ 　]{2,}号|^[ 　]*〔", block.text)
        if not is_open and not is_at(block.cells.centre_x_mm, centre, _CENTRE_MM):
            off = block.cells.centre_x_mm - centre
            told = f"发文字号偏{'右' if off > 0 else '左'} {abs(off):.1f} 毫米，没有居中"
            yield at_block(RULE, block, told, "请居中", f"{centre:g} 毫米", f"{centre + off:.1f} 毫米")
        if mark is None or seen.numbers.mark_top_mm > mark.bottom_mm:
            continue
        gap = block.ink.top_mm - mark.bottom_mm
        if not _GAP_MM[0] <= gap <= _GAP_MM[1]:
            told = f"发文字号在发文机关标志下 {gap:.1f} 毫米，不是空二行"
            yield at_block(RULE, block, told, "请空二行", "约24至25毫米", f"{gap:.1f} 毫米")
