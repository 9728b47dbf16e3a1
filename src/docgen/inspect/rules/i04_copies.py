"""I04: who gets copies: Fangsong of size 4, one character in on both sides, aligned after the colon."""

from collections.abc import Iterator

from docgen.inspect.asking import in_face, in_size, is_at, not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.geometry import MM_PER_POINT
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "I04",
    "7.4.2",
    Strength.USUAL,
    "抄送机关",
    "如有抄送机关，一般用4号仿宋体字，在印发机关和印发日期之上一行、左右各空一字编排。“抄送”二字后加全角冒号和抄送机关名称，"
    "回行时与冒号后的首字对齐，最后一个抄送机关名称后标句号。",
    tolerance_mm=1.5,
)
_LABEL_CHARS = 3  # 抄送：


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.COPY_TO):
        yield from in_face(RULE, paragraph, Typeface.FANGSONG, "抄送机关")
        yield from not_bold(RULE, paragraph, "抄送机关")
        yield from in_size(RULE, paragraph, seen.numbers.small_size_pt, "抄送机关")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    blocks = seen.blocks(Element.COPY_TO)
    for block in blocks:
        if seen.document is None:
            yield from in_face(RULE, block, Typeface.FANGSONG, "抄送机关")
            yield from not_bold(RULE, block, "抄送机关")
            yield from in_size(RULE, block, seen.numbers.small_size_pt, "抄送机关")
    if blocks:
        yield from _edges(seen, blocks)


def _edges(seen: Seen, blocks: tuple[PageBlock, ...]) -> Iterator[Deviation]:
    numbers, tolerance = seen.numbers, seen.tolerance_mm(RULE)
    char = numbers.small_size_pt * MM_PER_POINT
    first = blocks[0].lines[0]
    wanted = numbers.left_mm + char
    if not is_at(first.cells.left_mm, wanted, tolerance):
        found = f"{first.cells.left_mm - numbers.left_mm:.1f} 毫米"
        told = f"抄送机关左边空了{found}，不是空一字"
        yield at_block(RULE, blocks[0], told, "请左右各空一字", f"{char:.1f} 毫米", found)
        return
    right = numbers.text_right_mm - char
    furthest = max(line.cells.right_mm for block in blocks for line in block.lines)
    if furthest > right + tolerance + 1.0:
        told = "抄送机关右边没有空一字"
        yield at_block(
            RULE, blocks[0], told, "请左右各空一字", f"{right:.1f} 毫米以内", f"{furthest:.1f} 毫米"
        )
    if not first.text.startswith(("抄送：", "主送：")):
        return
    after = first.chars[_LABEL_CHARS - 1].cell.right_mm
    rest = [line for block in blocks for line in block.lines][1:]
    for line in rest:
        if line.text.startswith(("抄送", "主送", "抄报", "分送")):
            after = line.chars[min(_LABEL_CHARS, len(line.chars)) - 1].cell.right_mm
        elif not is_at(line.cells.left_mm, after, tolerance + 1.0):
            told = "抄送机关回行没有与冒号后的首字对齐"
            found, expected = f"{line.cells.left_mm:.1f} 毫米", f"{after:.1f} 毫米"
            yield at_block(
                RULE, blocks[0], told, "请设悬挂缩进，使回行与冒号后首字对齐", expected, found,
                Strength.MUST, line.ink,
            )  # fmt: skip
            return
