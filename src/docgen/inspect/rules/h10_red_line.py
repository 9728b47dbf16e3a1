"""H10: the red line, 4 mm under the number, as wide as the text area."""

from collections.abc import Iterator

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Document
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import Rule as Line
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "H10",
    "7.2.7",
    Strength.MUST,
    "版头的红色分隔线",
    "发文字号之下4毫米处居中印一条与版心等宽的红色分隔线。标准没有规定线的粗细。",
)
_FORMATS = (Format.ORDINARY, Format.UPWARD)
_NEAR_MM = 30.0
# 〔〕 reach below the other characters, by how much depends on the face (gbt9704 6).
_LOW_MM = 0.3


def in_document(seen: Seen) -> Iterator[Deviation]:
    numbers = seen.paragraphs(Element.NUMBER, Element.SIGNER)
    if (
        seen.format not in _FORMATS
        or seen.document is None
        or not numbers
        or not seen.paragraphs(Element.MARK)
    ):
        return
    if _has_red_line(seen.document) or (seen.pages is not None):
        return  # where there are pages, they know what is printed
    told = "发文字号下面没有红色分隔线"
    yield at_paragraph(
        RULE, numbers[-1], told, "请在发文字号之下4毫米处加一条与版心等宽的红线", "红色分隔线", "没有"
    )


def _has_red_line(document: Document) -> bool:
    borders = [
        one for paragraph in document.paragraphs for one in (paragraph.top_border, paragraph.bottom_border)
    ]
    borders += [line for table in document.tables for line in table.lines]
    return any(border is not None and border.is_red for border in borders) or any(
        drawing.is_red or drawing.kind == "picture" for drawing in document.drawings
    )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format not in _FORMATS or seen.pages is None or not seen.blocks(Element.MARK):
        return
    blocks = [block for block in seen.blocks(Element.NUMBER, Element.SIGNER) if block.page == 1]
    if not blocks:
        return
    block, first = blocks[-1], seen.pages.pages[0]
    below = block.ink.bottom_mm
    line = _next(first.red_rules, below)
    if line is None:
        if (black := _next(first.black_rules, below)) is not None:
            told = "版头分隔线不是红色"
            yield at_block(RULE, block, told, "请把分隔线改为红色", "红色", "黑色", box_mm=black.box)
            return
        remedy = "请在发文字号之下4毫米处加一条与版心等宽的红线"
        yield at_block(RULE, block, "发文字号下面没有红色分隔线", remedy, "红色分隔线", "没有")
        return
    numbers, tolerance = seen.numbers, seen.tolerance_mm(RULE)
    gap, wanted = line.box.top_mm - below, numbers.red_line_gap_mm
    if not wanted - tolerance - _LOW_MM <= gap <= wanted + tolerance:
        told = f"红色分隔线在发文字号下 {gap:.1f} 毫米"
        yield at_block(
            RULE,
            block,
            told,
            f"请调整到 {wanted:g} 毫米",
            f"{wanted:g} 毫米",
            f"{gap:.1f} 毫米",
            box_mm=line.box,
        )
    left, right = numbers.left_mm, numbers.text_right_mm
    if not (is_at(line.box.left_mm, left, tolerance) and is_at(line.box.right_mm, right, tolerance)):
        told = f"红色分隔线从 {line.box.left_mm:.1f} 到 {line.box.right_mm:.1f} 毫米，与版心不等宽"
        expected = f"{left:g} 至 {right:g} 毫米"
        found = f"{line.box.left_mm:.1f} 至 {line.box.right_mm:.1f} 毫米"
        yield at_block(RULE, block, told, "请使红线与版心等宽", expected, found, box_mm=line.box)


def _next(lines: tuple[Line, ...], below_mm: float) -> Line | None:
    near = (line for line in lines if below_mm - 1 < line.box.top_mm < below_mm + _NEAR_MM)
    return next(near, None)
