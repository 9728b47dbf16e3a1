"""版记 on the pages: where it is, and the lines that belong to it."""

from dataclasses import dataclass

from docgen.inspect.elements import Element
from docgen.inspect.geometry import Rule
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.seen import Seen

# The first line lies this near above the first row at most.
_ROW_MM = 14.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """The rows of 版记 and the lines above, between and under them, from the top."""

    page: int
    blocks: tuple[PageBlock, ...]
    lines: tuple[Rule, ...]


def imprint_of(seen: Seen) -> Imprint | None:
    """The paper's 版记; None where it has none, or where its page cannot be read."""
    blocks = seen.blocks(Element.COPY_TO, Element.IMPRINT)
    if seen.pages is None or not blocks:
        return None
    page = seen.pages.pages[blocks[-1].page - 1]
    theirs = tuple(block for block in blocks if block.page == page.number)
    top, bottom = theirs[0].ink.top_mm - _ROW_MM, theirs[-1].ink.bottom_mm + _ROW_MM
    near = [line for line in page.black_rules if top < line.box.top_mm < bottom]
    # Of the lines above the first row only the nearest is its own: a table may end just over it.
    above = [line for line in near if line.box.top_mm < theirs[0].ink.top_mm]
    lines = (*above[-1:], *(line for line in near if line not in above))
    return Imprint(page.number, theirs, lines)
