"""The upright pages of a paper: those of lying tables have the margins of a turned page."""

from collections.abc import Sequence

from docgen.inspect.document.model import Section
from docgen.inspect.seen import Seen


def upright_sections(seen: Seen) -> list[Section]:
    """The sections of upright pages."""
    sections: Sequence[Section] = seen.document.sections if seen.document else ()
    return [section for section in sections if not section.is_landscape]


def is_judged(seen: Seen) -> bool:
    """Whether a document is there, and is an official paper."""
    return seen.document is not None and seen.format.is_official


def is_judged_on_pages(seen: Seen) -> bool:
    """Whether only pages are there, of an official paper: what the document tells is not asked of them."""
    return seen.document is None and seen.pages is not None and seen.format.is_official
