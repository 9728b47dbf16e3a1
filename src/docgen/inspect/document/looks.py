"""How the paragraphs of a document look, for recognition."""

from docgen.inspect.document.model import Document, Paragraph, Run
from docgen.inspect.elements.look import Align, Look
from docgen.text.width import width_em

_CHAR_TWIPS = 320  # one character of 3号
_SPACES = " \u3000\u00a0"
_TAB_CHARS = 2.0


def looks_of(document: Document) -> tuple[Look, ...]:
    """The looks of all paragraphs, one each."""
    return tuple(look_of(paragraph) for paragraph in document.paragraphs)


def look_of(paragraph: Paragraph) -> Look:
    """The look of one."""
    run = paragraph.main_run
    return Look(
        paragraph.text,
        paragraph.place,
        _align(paragraph),
        run.face,
        run.size_pt,
        _is_red(paragraph),
        run.is_bold,
        _left_chars(paragraph),
        paragraph.indent.right_twips / _CHAR_TWIPS + _spaces_behind(paragraph.text),
        paragraph.starts_page,
        0,
        paragraph.table,
        paragraph.row,
        paragraph.style,
    )


def _is_red(paragraph: Paragraph) -> bool:
    visible = [run for run in paragraph.runs if run.text.strip()]
    return any(run.is_red for run in visible) and _reds(visible) >= sum(len(run.text) for run in visible) / 2


def _reds(runs: list[Run]) -> int:
    return sum(len(run.text) for run in runs if run.is_red)


def _align(paragraph: Paragraph) -> Align:
    """As set, save where a tab stop carries the text to the right or the middle."""
    kinds = {tab.kind for tab in paragraph.tabs}
    if paragraph.text.startswith("\t") and "\t" not in paragraph.text.strip("\t"):
        if kinds & {"right", "end"}:
            return Align.RIGHT
        if "center" in kinds:
            return Align.CENTER
    return paragraph.align


def _left_chars(paragraph: Paragraph) -> float:
    indent = paragraph.indent
    tabs = len(paragraph.text) - len(paragraph.text.lstrip("\t"))
    typed = _spaces_before(paragraph.text.lstrip("\t")) + tabs * _TAB_CHARS
    return (indent.left_twips + indent.first_line_twips) / _CHAR_TWIPS + typed


def _spaces_before(text: str) -> float:
    return width_em(text[: len(text) - len(text.lstrip(_SPACES))])


def _spaces_behind(text: str) -> float:
    return width_em(text[len(text.rstrip(_SPACES)) :])
