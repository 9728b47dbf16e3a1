"""How many empty rows stand above an element of a document."""

from collections.abc import Sequence

from docgen.inspect.bearings import rows_between
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element, Place
from docgen.inspect.seen import Seen


def rows_above(seen: Seen, paragraph: Paragraph) -> tuple[float, Element] | None:
    """The empty rows between it and the text above, and what that text is; None where nobody can tell:
    at the top of a page, under a table, a picture or a drawn line.
    """
    if seen.document is None or paragraph.place is not Place.FLOW or paragraph.starts_page:
        return None
    blanks: list[Paragraph] = []
    for above in reversed(seen.document.paragraphs[: paragraph.number - 1]):
        if above.place is Place.BOX:
            continue
        if above.place is not Place.FLOW or above.has_picture:
            return None
        if not above.is_blank:
            return _counted(seen, paragraph, blanks, above)
        if above.bottom_border is not None or above.top_border is not None:
            return _counted(seen, paragraph, blanks, None)
        blanks.append(above)
    return None


def _counted(
    seen: Seen, paragraph: Paragraph, blanks: Sequence[Paragraph], above: Paragraph | None
) -> tuple[float, Element]:
    pitch_twips = seen.profile.pitch_twips
    gap_twips = paragraph.spacing.before_twips + (above.spacing.after_twips if above else 0)
    element = seen.element_of(above) if above else Element.OTHER
    return rows_between(blanks, pitch_twips) + gap_twips / pitch_twips, element


def own_title(seen: Seen) -> tuple[Paragraph, ...]:
    """The rows of the paper's title."""
    return seen.paragraphs(Element.TITLE)
