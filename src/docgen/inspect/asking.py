"""What many rules ask of a paragraph or of a block on a page: its size, its face, its edges.

Each answer is a Deviation, or None where nothing is wrong or nothing can be known.
"""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.looks import look_of
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Place
from docgen.inspect.lettering import is_bold as is_bold_on_page
from docgen.inspect.manner import is_bold
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph, pt
from docgen.inspect.typeface import Typeface

_SIZE_SLACK_PT = 0.3
_UNSURE = (Typeface.UNKNOWN, Typeface.SUBSTITUTE, Typeface.LATIN)


def in_size(
    rule: Rule, what: Paragraph | PageBlock, wanted_pt: float, label: str, strength: Strength | None = None
) -> Iterator[Deviation]:
    """The type size of an element, where it is known."""
    size = what.main_run.size_pt if isinstance(what, Paragraph) else what.look.size_pt
    if size and abs(size - wanted_pt) > _SIZE_SLACK_PT:
        wanted, found = pt(wanted_pt), pt(size)
        yield _at(rule, what, f"{label}是{found}，应当用{wanted}", f"请改为{wanted}", wanted, found, strength)


def in_face(
    rule: Rule,
    what: Paragraph | PageBlock,
    wanted: Typeface,
    label: str,
    strength: Strength | None = None,
    also: tuple[Typeface, ...] = (),
) -> Iterator[Deviation]:
    """The typeface of an element; a substitute or an unnamed one is not accused."""
    face = what.main_run.face if isinstance(what, Paragraph) else what.look.face
    if face is not wanted and face not in also and face not in _UNSURE:
        font = what.main_run.east_asian_font if isinstance(what, Paragraph) else face.value
        message = f"{label}用的是{font}，应当用{wanted.value}"
        yield _at(rule, what, message, f"请改为{wanted.value}", wanted.value, font, strength)


def not_bold(rule: Rule, what: Paragraph | PageBlock, label: str) -> Iterator[Deviation]:
    """An element of plain type that was set bold; no clause forbids it in so many words."""
    if isinstance(what, Paragraph):
        bold = is_bold(what.runs)
    else:
        bold = is_bold_on_page(char for line in what.lines for char in line.chars)
    if bold:
        yield _at(rule, what, f"{label}加粗了", "请去掉加粗", "不加粗", "加粗", Strength.MAY)


def _at(
    rule: Rule,
    what: Paragraph | PageBlock,
    message: str,
    remedy: str,
    expected: str,
    found: str,
    strength: Strength | None,
) -> Deviation:
    if isinstance(what, Paragraph):
        return at_paragraph(rule, what, message, remedy, expected, found, strength)
    return at_block(rule, what, message, remedy, expected, found, strength)


def left_chars(paragraph: Paragraph) -> float:
    """The empty space before its first row, typed spaces included, in characters of 3号."""
    return look_of(paragraph).left_chars


def is_flush_left(paragraph: Paragraph, slack_chars: float = 0.6) -> bool:
    """Whether its first row begins at the edge of the text, as far as the paragraph itself decides that."""
    look = look_of(paragraph)
    if paragraph.place is not Place.FLOW:
        return True
    return look.align in (Align.LEFT, Align.BOTH) and abs(look.left_chars) < slack_chars


def is_centred(paragraph: Paragraph) -> bool:
    """Whether it is set in the middle, by its alignment or by tabs and spaces that nobody can judge here."""
    look = look_of(paragraph)
    if look.align is not Align.CENTER:
        return paragraph.place is not Place.FLOW or (look.align is not Align.RIGHT and look.left_chars > 3)
    indent = paragraph.indent
    return abs(indent.left_twips + indent.first_line_twips - indent.right_twips) < _CENTRE_SLACK_TWIPS


_CENTRE_SLACK_TWIPS = 200


def blanks_before(seen: Seen, paragraph: Paragraph) -> int | None:
    """The empty rows above it in the flow; None where spacing, a frame or a table is in the way."""
    if seen.document is None or paragraph.place is not Place.FLOW or paragraph.spacing.before_twips:
        return None
    blanks = 0
    for before in reversed(seen.document.paragraphs[: paragraph.number - 1]):
        if before.place is not Place.FLOW or before.frame_top_mm is not None:
            return None
        if before.bottom_border is not None and before.is_blank:
            return None  # a line to write on
        if not before.is_blank:
            return None if before.spacing.after_twips else blanks
        if before.spacing.before_twips or before.spacing.after_twips:
            return None
        blanks += 1
    return blanks


def above(seen: Seen, paragraph: Paragraph) -> Element | None:
    """What stands above it, empty rows left out; None at the top."""
    if seen.document is None:
        return None
    elements = seen.elements[: paragraph.number - 1]
    return next((element for element in reversed(elements) if element is not Element.BLANK), None)


def is_at(value_mm: float, wanted_mm: float, tolerance_mm: float) -> bool:
    """Whether a place is where it should be."""
    return abs(value_mm - wanted_mm) <= tolerance_mm
