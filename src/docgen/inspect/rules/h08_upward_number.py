"""H08: going upward, the number stands one character in, on the row of the last signer."""

from collections.abc import Iterator

from docgen.inspect.asking import is_at, left_chars
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Align, Element, Format, Place
from docgen.inspect.lettering import TextLine
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "H08",
    "7.2.5",
    Strength.MUST,
    "上行文的发文字号",
    "上行文的发文字号居左空一字编排，与最后一个签发人姓名处在同一行。",
    tolerance_mm=1.2,
)
_SAME_ROW_MM = 1.0
_SLACK_CHARS = 0.4


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.UPWARD:
        return
    for paragraph in seen.paragraphs(Element.NUMBER, Element.SIGNER):
        if paragraph.place is not Place.FLOW or "〔" not in paragraph.text.split("签发人")[0]:
            continue
        if paragraph.align in (Align.CENTER, Align.RIGHT):
            yield at_paragraph(
                RULE, paragraph, "上行文的发文字号没有居左空一字", "请居左空一字", "居左空一字"
            )
        elif abs(left_chars(paragraph) - 1) > _SLACK_CHARS:
            found = f"左空 {left_chars(paragraph):.1f} 字"
            told = f"上行文的发文字号{found}"
            yield at_paragraph(RULE, paragraph, told, "请居左空一字", "居左空一字", found)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.UPWARD:
        return
    rows = [(block, line) for block in _head(seen) for line in block.lines]
    number = next(((block, part) for block, line in rows if (part := _number(line))), None)
    if number is None:
        return
    block, part = number
    wanted = seen.numbers.left_mm + seen.numbers.cell_mm
    if not is_at(part.cells.left_mm, wanted, seen.tolerance_mm(RULE)):
        found = f"{part.cells.left_mm - seen.numbers.left_mm:.1f} 毫米"
        told = f"上行文的发文字号左边空了{found}，不是空一字"
        expected = f"{seen.numbers.cell_mm:.1f} 毫米"
        yield at_block(RULE, block, told, "请居左空一字", expected, found, box_mm=part.ink)
    names = [line for _, line in rows if line.cells.right_mm > seen.numbers.centre_mm]
    if names and max(line.baseline_mm for line in names) - part.baseline_mm > _SAME_ROW_MM:
        told = "发文字号与最后一个签发人不在同一行"
        yield at_block(RULE, block, told, "请移到最后一个签发人姓名所在的行", "同一行", box_mm=part.ink)


def _head(seen: Seen) -> tuple[PageBlock, ...]:
    return tuple(block for block in seen.blocks(Element.NUMBER, Element.SIGNER) if block.page == 1)


def _number(line: TextLine) -> TextLine | None:
    """The number's own part of a row that may hold a signer too."""
    found = next((part for part in line.text.split("\t") if "〔" in part), "")
    parts = line.find(found.split("签发人")[0]) if found else []
    return parts[0] if parts else None
