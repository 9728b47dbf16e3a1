"""B04: 主送机关 stands flush left, one row under the title."""

from collections.abc import Iterator

from docgen.inspect.asking import not_bold
from docgen.inspect.bearings import left_chars, start_chars
from docgen.inspect.blanks import rows_above
from docgen.inspect.block_type import is_close_below, like_the_text_on_pages, rows_above_on_page
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element
from docgen.inspect.plain_type import like_the_text
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B04",
    "7.3.2",
    Strength.MUST,
    "主送机关的位置",
    "主送机关编排于标题下空一行位置，居左顶格，回行时仍顶格，最后一个机关名称后标全角冒号（冒号由T06检查）。",
)
_SLACK_CHARS = 0.4
_ROWS_SLACK, _ROWS_MANY = 0.55, 1.75
_ONE_ROW = "请在标题与主送机关之间空一行"
_FLUSH = "请去掉主送机关的缩进和前面的空格，居左顶格"


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.RECIPIENTS) if is_judged(seen) else ():
        yield from _place(paragraph)
        yield from like_the_text(RULE, seen, paragraph, "主送机关")
        yield from not_bold(RULE, paragraph, "主送机关")
        found = rows_above(seen, paragraph)
        if found and found[1] is Element.TITLE and abs(found[0] - 1) > _ROWS_SLACK:
            told = f"主送机关上面空了{found[0]:.2g}行" if found[0] > _ROWS_SLACK else "主送机关上面没有空行"
            yield at_paragraph(RULE, paragraph, told, _ONE_ROW, "1行", f"{found[0]:.2g}行")


def _place(paragraph: Paragraph) -> Iterator[Deviation]:
    start = start_chars(paragraph)
    if paragraph.align in (Align.RIGHT, Align.CENTER):
        yield at_paragraph(
            RULE,
            paragraph,
            "主送机关没有居左",
            _FLUSH,
            "居左顶格",
            "居中" if paragraph.align is Align.CENTER else "居右",
        )
    elif start is None or start > _SLACK_CHARS:
        found = "空了制表符" if start is None else f"空了{start:.2g}字"
        yield at_paragraph(RULE, paragraph, f"主送机关没有顶格，前面{found}", _FLUSH, "顶格", found)
    elif left_chars(paragraph) > _SLACK_CHARS:
        yield at_paragraph(
            RULE, paragraph, "主送机关回行没有顶格", _FLUSH, "回行顶格", f"空{left_chars(paragraph):.2g}字"
        )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.RECIPIENTS) if is_judged_on_pages(seen) else ():
        off_mm = max(line.cells.left_mm for line in block.lines) - seen.numbers.left_mm
        if off_mm > seen.tolerance_mm(RULE) + 1.0:
            yield at_block(
                RULE, block, "主送机关没有顶格", _FLUSH, "顶格", f"空{off_mm / seen.numbers.cell_mm:.1f}字"
            )
        elif is_close_below(seen, block):
            yield at_block(RULE, block, "主送机关上面没有空行", _ONE_ROW, "1行", "0行")
        elif (
            (found := rows_above_on_page(seen, block)) and found[1] is Element.TITLE and found[0] > _ROWS_MANY
        ):
            rows = round(found[0])
            yield at_block(RULE, block, f"主送机关上面空了{rows}行", _ONE_ROW, "1行", f"{rows}行")
        yield from like_the_text_on_pages(RULE, seen, block, "主送机关")
        yield from not_bold(RULE, block, "主送机关")
