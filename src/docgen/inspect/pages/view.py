"""What a rule may ask of the pages of a PDF. Lengths are millimetres from the upper left corner."""

from dataclasses import dataclass

from docgen.inspect.elements.look import Look
from docgen.inspect.geometry import Box, Rule
from docgen.inspect.lettering import TextLine
from docgen.inspect.measures import PageNumber


@dataclass(frozen=True, slots=True)
class PageBlock:
    """Lines that belong together: a paragraph, a row of the head, a cell. `number` counts from 1.

    `lines` stand from the top; their `cells` are what bearings are judged by, their `ink` what rows are.
    """

    number: int
    page: int
    text: str
    lines: tuple[TextLine, ...]
    cells: Box
    ink: Box
    look: Look
    fonts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page. `state` is text, scan (a picture of a page), outlines (letters drawn as shapes)
    or turned (shown on its side).

    `rows` are the lines of text of the text area, page number and text on its side left out.
    """

    number: int
    width_mm: float
    height_mm: float
    state: str = "text"
    rows: tuple[TextLine, ...] = ()
    page_number: PageNumber | None = None
    mark: Box | None = None
    red_rules: tuple[Rule, ...] = ()
    black_rules: tuple[Rule, ...] = ()
    seals: tuple[Box, ...] = ()
    ink: Box | None = None
    red_ink: tuple[Box, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether its text can be judged."""
        return self.state == "text"


@dataclass(frozen=True, slots=True)
class PagesView:
    """All pages; `has_substitutes`: a face was missing where the PDF was made, so widths mean little."""

    name: str
    pages: tuple[PageSeen, ...]
    blocks: tuple[PageBlock, ...] = ()
    maker: str = ""
    has_substitutes: bool = False
    is_ours: bool = False  # converted here for the check, by LibreOffice
    count: int = 0  # all pages of the PDF; `pages` may hold the first of them only
