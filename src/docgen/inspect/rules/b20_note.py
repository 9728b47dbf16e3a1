"""B20: 附注 stands two characters in, in round brackets, under the date."""

from collections.abc import Iterator

from docgen.inspect.asking import not_bold
from docgen.inspect.bearings import start_chars
from docgen.inspect.block_type import like_the_text_on_pages
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.plain_type import like_the_text
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B20",
    "7.3.6",
    Strength.MUST,
    "附注的位置",
    "如有附注，居左空二字加圆括号编排在成文日期下一行，用3号仿宋体字。",
)
_SLACK = 0.35


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.NOTE) if is_judged(seen) else ():
        text, start = paragraph.text.strip(), start_chars(paragraph)
        if not (text.startswith("（") and text.endswith("）")):
            told = "附注没有用全角圆括号"
            yield at_paragraph(RULE, paragraph, told, "请改为“（ ）”", "（）", _brackets(text))
        if start is not None and abs(start - 2) > _SLACK:
            found = f"空{start:.2g}字"
            yield at_paragraph(RULE, paragraph, f"附注左边{found}", "请居左空二字", "空2字", found)
        yield from like_the_text(RULE, seen, paragraph, "附注")
        yield from not_bold(RULE, paragraph, "附注")


def _brackets(text: str) -> str:
    """The marks around the text."""
    ends = f"{text[:1]}{text[-1:]}"
    return "没有括号" if ends.isalnum() else ends


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.NOTE) if is_judged_on_pages(seen) else ():
        text = block.text.strip()
        if not (text.startswith("（") and text.endswith("）")):
            told = "附注没有用全角圆括号"
            yield at_block(RULE, block, told, "请改为“（ ）”", "（）", _brackets(text))
        start_mm = block.lines[0].cells.left_mm - seen.numbers.left_mm
        if abs(start_mm - 2 * seen.numbers.cell_mm) > seen.tolerance_mm(RULE) + 1.5:
            found = f"空{start_mm / seen.numbers.cell_mm:.1f}字"
            yield at_block(RULE, block, f"附注左边{found}", "请居左空二字", "空2字", found)
        yield from like_the_text_on_pages(RULE, seen, block, "附注")
        yield from not_bold(RULE, block, "附注")
