"""Where the lines of a document begin and end, in characters of 3号, as its indents have it."""

from collections.abc import Iterable, Sequence

from docgen.inspect.document.model import Paragraph, Run
from docgen.inspect.elements.look import Align
from docgen.layout.gbt9704 import CHARS_PER_ROW
from docgen.text.width import width_em

_CHAR_TWIPS = 320.0
_SPACES = " \u3000\u00a0\t"


def start_chars(paragraph: Paragraph) -> float | None:
    """The empty space before the first line, typed spaces included; None where a tab decides."""
    stripped = paragraph.text.lstrip(_SPACES)
    typed = paragraph.text[: len(paragraph.text) - len(stripped)]
    if "\t" in typed:
        return None
    indent = paragraph.indent
    return left_chars(paragraph) + _first(indent.first_line_twips, indent.first_line_chars) + width_em(typed)


def _first(twips: int, chars: float | None) -> float:
    return chars if chars is not None else twips / _CHAR_TWIPS


def left_chars(paragraph: Paragraph) -> float:
    """The left indent, by which the second line begins."""
    indent = paragraph.indent
    return indent.left_chars if indent.left_chars is not None else indent.left_twips / _CHAR_TWIPS


def right_chars(paragraph: Paragraph) -> float:
    """The right indent, typed spaces at the end included."""
    indent = paragraph.indent
    own = indent.right_chars if indent.right_chars is not None else indent.right_twips / _CHAR_TWIPS
    stripped = paragraph.text.rstrip(_SPACES)
    return own + width_em(paragraph.text[len(stripped) :])


def span_chars(paragraph: Paragraph, row_chars: int = CHARS_PER_ROW) -> tuple[float, float] | None:
    """From the left edge of the text area to both ends of a one-line text; None where nobody can tell."""
    text = paragraph.text.strip(_SPACES)
    if "\t" in paragraph.text or "\n" in text or paragraph.table or paragraph.box:
        return None
    width, start = width_em(text), start_chars(paragraph)
    room = row_chars - left_chars(paragraph) - right_chars(paragraph)
    if start is None or width > room + 1:
        return None
    if paragraph.align is Align.RIGHT:
        return row_chars - right_chars(paragraph) - width, row_chars - right_chars(paragraph)
    if paragraph.align is Align.CENTER:
        middle = (start + row_chars - right_chars(paragraph)) / 2
        return middle - width / 2, middle + width / 2
    return start, start + width


def rows_between(paragraphs: Sequence[Paragraph], pitch_twips: int) -> float:
    """How many rows of `pitch_twips` these empty paragraphs take, spacing included."""
    return sum(_height_twips(one, pitch_twips) for one in paragraphs) / pitch_twips


def _height_twips(paragraph: Paragraph, pitch_twips: int) -> float:
    spacing = paragraph.spacing
    if spacing.line_rule == "exact":
        line = float(spacing.line_twips)
    else:
        line = max(float(pitch_twips), spacing.line_twips if spacing.line_rule == "atLeast" else 0.0)
        line *= spacing.line_twips / 240 if spacing.line_rule == "auto" else 1.0
    return line + spacing.before_twips + spacing.after_twips


def runs_of_first(paragraph: Paragraph, length: int) -> list[Run]:
    """The runs that hold the first `length` visible characters, cut to them."""
    found: list[Run] = []
    left = length
    for run in paragraph.runs:
        if run.is_hidden or left <= 0:
            continue
        text = run.text.strip()
        if text:
            found.append(run)
            left -= len(text)
    return found


def weight(runs: Iterable[Run]) -> int:
    """How many visible characters the runs hold."""
    return sum(len(run.text.strip()) for run in runs if not run.is_hidden)
