"""A long last paragraph may part between two pages where its end surely stands with the signature.

It is kept with the signature so that this never stands alone; LibreOffice then moves all of it to the
next page, and leaves a hole, or a first page without a word of the text (7.3.3).
"""

from collections.abc import Sequence

from docgen.layout.fit import paragraph_height_twips
from docgen.layout.outline import STYLES as BODY_STYLES
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import BR, PPR, SECT, Element, P, is_line_break, remove, w

_LONG_ROWS = 6
_ROWS_BEFORE, _ROWS_AFTER, _SPARE_ROWS = 2, 2, 1  # our rows are an estimate: it may be one row wrong
_PAGES_MAX = 4  # beyond, small errors have added up
_KEEP = w("keepNext")


def part_long_ends(paper: Rendered) -> None:
    """Long paragraphs that the signature holds are free to part, if the estimate is sure of their end."""
    body = list(paper.body)
    for at, element in enumerate(body):
        if element.tag != P or paper.styles.name(element) not in BODY_STYLES:
            continue
        kept = element.find(f"{PPR}/{_KEEP}")
        if kept is not None and _may_part(body, at, paper):
            remove(kept)


def _may_part(body: Sequence[Element], at: int, paper: Rendered) -> bool:
    pitch, page = paper.profile.pitch_twips, paper.profile.text_height_twips
    rows = paragraph_height_twips(body[at], paper) // pitch
    above = _used_twips(body[:at], paper) if rows >= _LONG_ROWS else None
    if above is None:
        return False
    before = (page - above) // pitch
    after = (rows - before) % (page // pitch)
    chain = _chain_twips(body[at + 1 :], paper)
    return (
        before >= _ROWS_BEFORE
        and rows > before
        and after >= _ROWS_AFTER
        and (after + _SPARE_ROWS) * pitch + chain <= page
    )


def _used_twips(body: Sequence[Element], paper: Rendered) -> int | None:
    """How much of its page is filled above what follows; None where that cannot be told."""
    pitch, page = paper.profile.pitch_twips, paper.profile.text_height_twips
    used, pages = 0, 1
    for element in body:
        if element.tag != P or element.find(f".//{SECT}") is not None:
            return None
        if paper.styles.name(element) == "附件标记" or _breaks_page(element):
            used, pages = 0, pages + 1
        height = paragraph_height_twips(element, paper)
        if used + height > page:
            rows, before = height // pitch, (page - used) // pitch
            pages += 1 + (rows - before) // (page // pitch)
            used = (rows - before) % (page // pitch) * pitch
        else:
            used += height
    return used if pages <= _PAGES_MAX else None


def _breaks_page(element: Element) -> bool:
    return any(not is_line_break(mark) for mark in element.iter(BR))


def _chain_twips(body: Sequence[Element], paper: Rendered) -> int:
    """How high what is held together below is."""
    height = 0
    for element in body:
        if element.tag != P:
            return paper.profile.text_height_twips
        height += paragraph_height_twips(element, paper)
        if element.find(f"{PPR}/{_KEEP}") is None and element.find(f"{PPR}/{w('pStyle')}") is not None:
            break
    return height
