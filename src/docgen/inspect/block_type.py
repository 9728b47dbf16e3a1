"""The typeface and size of blocks on pages, as far as a PDF can be trusted with them.

A machine without a face takes another, mostly a sans such as Noto Sans CJK (SUBSTITUTE). It is told as
wrong only where the wanted face stands elsewhere in the same PDF: there the machine had it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Place
from docgen.inspect.lettering import Char, is_han
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, pt
from docgen.inspect.typeface import Typeface, typeface_of
from docgen.inspect.usual import usual_face_on_pages

_SURE = (Typeface.FANGSONG, Typeface.KAITI, Typeface.HEITI)
_SLACK_PT = 0.6


def face_of(chars: Sequence[Char]) -> Typeface:
    """The typeface of most of the Chinese characters."""
    counts = Counter(typeface_of(char.font) for char in chars if is_han(char.text))
    return counts.most_common(1)[0][0] if counts else Typeface.UNKNOWN


def wrong_face(seen: Seen, found: Typeface, wanted: Typeface) -> str:
    """The name of a face that is surely not the one wanted; "" where that is not sure."""
    if found in _SURE:
        return "" if found is wanted else str(found)
    is_sans = found is Typeface.SUBSTITUTE and wanted in (Typeface.FANGSONG, Typeface.KAITI)
    return "黑体" if is_sans and _has(seen, wanted) else ""


def _has(seen: Seen, face: Typeface) -> bool:
    blocks = seen.pages.blocks if seen.pages else ()
    return any(typeface_of(font) is face for block in blocks for font in block.fonts)


def like_the_text_on_pages(rule: Rule, seen: Seen, block: PageBlock, what: str) -> Iterator[Deviation]:
    """What differs from 3号仿宋 in a block, unless all of the text does."""
    usual = usual_face_on_pages(seen)
    if usual is None:
        return
    chars = [char for line in block.lines for char in line.chars]
    found = wrong_face(seen, face_of(chars), Typeface.FANGSONG) if usual[0] is Typeface.FANGSONG else ""
    if found:
        yield at_block(rule, block, f"{what}的字体是{found}", "请改为仿宋", "仿宋", found, Strength.USUAL)
    wanted, size_pt = seen.numbers.body_size_pt, block.look.size_pt
    if abs(usual[1] - wanted) < _SLACK_PT < abs(size_pt - wanted):
        told = f"{what}的字号是{pt(size_pt)}"
        yield at_block(rule, block, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt), Strength.USUAL)


def rows_above_on_page(seen: Seen, block: PageBlock) -> tuple[float, Element] | None:
    """The empty rows between a block and the text above it on its page, and what that is."""
    blocks = seen.pages.blocks if seen.pages else ()
    above = [
        one for one in blocks[: block.number - 1] if one.page == block.page and one.look.place is Place.FLOW
    ]
    if not above or seen.pages is None:
        return None
    step_mm = block.lines[0].baseline_mm - above[-1].lines[-1].baseline_mm
    return step_mm / seen.numbers.row_mm - 1, seen.page_elements[above[-1].number - 1]


def is_close_below(seen: Seen, block: PageBlock) -> bool:
    """Whether a block stands right under another row, without an empty row between."""
    pages = seen.pages.pages if seen.pages else ()
    rows = pages[block.page - 1].rows if block.page <= len(pages) else ()
    own_mm = block.lines[0].baseline_mm
    above = [row.baseline_mm for row in rows if row.baseline_mm < own_mm - 1]
    return bool(above) and own_mm - max(above) < 1.5 * seen.numbers.row_mm
