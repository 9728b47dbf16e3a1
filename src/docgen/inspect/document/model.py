"""What a rule may ask of a .docx. Styles, defaults and theme are already worked in; lengths are twips."""

from dataclasses import dataclass
from functools import cached_property

from docgen.inspect.elements.look import Align, Place
from docgen.inspect.typeface import Typeface, typeface_of
from docgen.layout.gbt9704 import TWIPS_PER_MM


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one manner. `color` is "" for automatic, else RRGGBB in capitals; `size_pt` 16.0 is 3号."""

    text: str
    east_asian_font: str = ""
    latin_font: str = ""
    size_pt: float = 10.0
    is_bold: bool = False
    is_italic: bool = False
    underline: str = ""
    color: str = ""
    spacing_twips: int = 0
    scale_percent: int = 100
    is_hidden: bool = False
    field: str = ""  # the instruction of the field that made the text: PAGE, DATE …
    style: str = ""

    @property
    def face(self) -> Typeface:
        """The typeface of its Chinese characters."""
        return typeface_of(self.east_asian_font)

    @property
    def latin_face(self) -> Typeface:
        """The typeface of its digits and Latin letters."""
        return typeface_of(self.latin_font)

    @property
    def is_red(self) -> bool:
        """Whether the colour is a red: much red, little green and blue."""
        return bool(self.color) and _is_red(self.color)


def _is_red(color: str) -> bool:
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xA0 and green <= 0x50 and blue <= 0x50


@dataclass(frozen=True, slots=True)
class Indent:
    """`first_line_twips` is negative for a hanging indent. Indents given in characters are lengths too
    (by the paragraph's own type size), and stand in `…_chars` as written; None where none was.
    """

    left_twips: int = 0
    right_twips: int = 0
    first_line_twips: int = 0
    left_chars: float | None = None
    right_chars: float | None = None
    first_line_chars: float | None = None


@dataclass(frozen=True, slots=True)
class Spacing:
    """`line_rule` is exact, atLeast or auto; of auto `line_twips` counts 240ths of a line."""

    before_twips: int = 0
    after_twips: int = 0
    line_twips: int = 240
    line_rule: str = "auto"


@dataclass(frozen=True, slots=True)
class Border:
    """A line along a paragraph or a cell; `style` is single, thickThinSmallGap …"""

    style: str
    width_mm: float
    color: str = ""
    space_pt: float = 0.0

    @property
    def is_red(self) -> bool:
        return bool(self.color) and _is_red(self.color)


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop; `kind` is left, center, right or decimal."""

    kind: str
    at_twips: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `number` counts all of `Document.paragraphs` from 1, as reports name it.

    `text` begins with what automatic numbering prints (`numbering`); newlines are line breaks. `at` counts
    the w:p of `part` from 0 in document order, for whoever writes a corrected or annotated copy.
    """

    number: int
    text: str
    runs: tuple[Run, ...] = ()
    style: str = ""
    place: Place = Place.FLOW
    align: Align = Align.BOTH
    indent: Indent = Indent()
    spacing: Spacing = Spacing()
    section: int = 0
    numbering: str = ""
    starts_page: bool = False
    page_break_before: bool = False
    keep_next: bool = False
    widow_control: bool = True
    snap_to_grid: bool = True
    outline_level: int | None = None
    top_border: Border | None = None
    bottom_border: Border | None = None
    tabs: tuple[Tab, ...] = ()
    table: int = 0
    row: int = 0
    column: int = 0
    box: int = 0
    frame_top_mm: float | None = None
    frame_align: str = ""  # where a frame puts it across the page: left, center, right, inside, outside
    has_picture: bool = False
    part: str = "word/document.xml"
    at: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether it prints an empty row."""
        return not self.text.strip() and not self.has_picture

    @cached_property
    def main_run(self) -> Run:
        """The run with most of the text (or the empty paragraph's own manner)."""
        visible = [run for run in self.runs if run.text.strip() and not run.is_hidden]
        if not visible:
            return self.runs[0] if self.runs else Run("")
        return max(visible, key=lambda run: len(run.text.strip()))

    @cached_property
    def first_run(self) -> Run:
        """The run that the first visible character stands in."""
        return next((run for run in self.runs if run.text.strip() and not run.is_hidden), self.main_run)


@dataclass(frozen=True, slots=True)
class Section:
    """The page of a part of the document. `header`, `footer`: distance from the paper's edge.

    `headers` and `footers` hold the paragraphs by kind (default, first, even), inherited ones included.
    """

    width_twips: int
    height_twips: int
    top_twips: int
    bottom_twips: int
    left_twips: int
    right_twips: int
    gutter_twips: int = 0
    header_twips: int = 720
    footer_twips: int = 720
    is_landscape: bool = False
    grid: str = "default"
    pitch_twips: int = 0
    char_space: int = 0
    has_first_page: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
    starts: str = "nextPage"
    columns: int = 1
    headers: tuple[tuple[str, tuple[Paragraph, ...]], ...] = ()
    footers: tuple[tuple[str, tuple[Paragraph, ...]], ...] = ()
    first_paragraph: int = 1

    @property
    def text_width_mm(self) -> float:
        gutter = self.gutter_twips
        return (self.width_twips - self.left_twips - self.right_twips - gutter) / TWIPS_PER_MM

    @property
    def text_height_mm(self) -> float:
        return (self.height_twips - self.top_twips - self.bottom_twips) / TWIPS_PER_MM

    def footer(self, kind: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the footer of that kind; none where it has none."""
        return dict(self.footers).get(kind, ())

    def header(self, kind: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the header of that kind; none where it has none."""
        return dict(self.headers).get(kind, ())


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its paragraphs carry its `number` (from 1).

    `lines`: the lying lines from the top, one more than it has rows; None where none is drawn.
    """

    number: int
    rows: int
    columns: int
    width_twips: int = 0
    is_floating: bool = False
    lines: tuple[Border | None, ...] = ()
    has_uprights: bool = True
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A shape, a line, a text box or a picture; `paragraph` is where it is anchored.

    Positions as written: from `across` and `down` (page, margin, paragraph, line, column, …); None where
    they go by an alignment (`align_across`, `align_down`: left, center, bottom …).
    """

    kind: str  # line, box, picture, shape
    paragraph: int
    width_mm: float = 0.0
    height_mm: float = 0.0
    across: str = ""
    down: str = ""
    x_mm: float | None = None
    y_mm: float | None = None
    align_across: str = ""
    align_down: str = ""
    color: str = ""
    line_mm: float = 0.0
    box: int = 0
    is_inline: bool = False

    @property
    def is_red(self) -> bool:
        return bool(self.color) and _is_red(self.color)


@dataclass(frozen=True, slots=True)
class Document:
    """All of a .docx. Paragraphs stand in reading order, those of cells and text boxes where these stand."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    normal: Run = Run("")
    has_even_and_odd: bool = False
    has_revisions: bool = False
    maker: str = ""

    @property
    def flow(self) -> tuple[Paragraph, ...]:
        """The paragraphs that follow one another down the page, cells and boxes left out."""
        return tuple(one for one in self.paragraphs if one.place is Place.FLOW)
