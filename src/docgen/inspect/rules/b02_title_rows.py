"""B02: a title of several rows breaks between words and is a trapezium or a rhombus."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.titles import shape_fault, torn_word
from docgen.inspect.upright import is_judged
from docgen.layout.gbt9704 import TITLE_CHARS_PER_ROW
from docgen.text.width import width_em

RULE = Rule(
    "B02",
    "7.3.1",
    Strength.MUST,
    "标题回行",
    "标题回行时，要做到词意完整，排列对称，长短适宜，间距恰当，排列应当使用梯形或菱形，不排成长方形、沙漏形。",
)
_REMEDY = "请在词语之间换行，排成上短下长、上长下短的梯形，或中间长的菱形"


def in_document(seen: Seen) -> Iterator[Deviation]:
    paragraphs = seen.paragraphs(Element.TITLE) if is_judged(seen) else ()
    rows = [row for one in paragraphs for row in one.text.split("\n") if row.strip()]
    if len(rows) < 2:
        return
    if torn := torn_word(rows):
        yield at_paragraph(
            RULE, paragraphs[0], f"标题换行拆开了“{torn}”", _REMEDY, "词意完整", " / ".join(rows)
        )
    is_as_set = all(width_em(row.strip()) <= TITLE_CHARS_PER_ROW for row in rows)
    if is_as_set and (fault := shape_fault(rows)):
        yield at_paragraph(RULE, paragraphs[0], f"标题{fault}", _REMEDY, "梯形或菱形", " / ".join(rows))


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """Rows as they were set: where the writer left the break to the program, only a page shows it."""
    if (
        seen.pages is None
        or not seen.format.is_official
        or seen.pages.has_substitutes
        or _is_set_by_hand(seen)
    ):
        return
    blocks = seen.blocks(Element.TITLE)
    rows = [line.text for block in blocks for line in block.lines]
    if len(rows) < 2:
        return
    if torn := torn_word(rows):
        yield at_block(RULE, blocks[0], f"标题换行拆开了“{torn}”", _REMEDY, "词意完整", " / ".join(rows))
    if fault := shape_fault(rows):
        yield at_block(RULE, blocks[0], f"标题{fault}", _REMEDY, "梯形或菱形", " / ".join(rows))


def _is_set_by_hand(seen: Seen) -> bool:
    paragraphs = seen.paragraphs(Element.TITLE)
    return len(paragraphs) > 1 or any("\n" in one.text for one in paragraphs)
