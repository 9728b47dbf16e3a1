"""A paragraph's or a block's words, with what it was taken for and where it stands."""

from dataclasses import dataclass

from docgen.inspect.elements import Element, Place
from docgen.inspect.geometry import Box


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a document, or one block of a page; `paragraph` and `page` count from 1."""

    element: Element
    text: str
    place: Place = Place.FLOW
    paragraph: int = 0
    page: int = 0
    box_mm: Box | None = None

    @property
    def is_told(self) -> bool:
        """Whether it stands in the text: what heads and feet repeat is not judged as language."""
        return self.place not in (Place.HEADER, Place.FOOTER)
