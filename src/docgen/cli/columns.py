"""Text in the columns of a terminal, where a Han character takes two."""

from collections.abc import Sequence
from unicodedata import east_asian_width

_NOT_FIRST = frozenset("，。；：、！？）》】”’…")  # a line does not begin with these


def screen_columns(text: str) -> int:
    """The columns that `text` takes; quotes and dashes take one, as terminals have it."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """`text` with blanks behind it up to `columns`."""
    return text + " " * (columns - screen_columns(text))


def wrapped(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns`; Latin words stay whole where they fit."""
    lines = [""]
    for piece in _pieces(text):
        full = screen_columns(lines[-1] + piece) > columns
        if full and lines[-1].strip() and piece not in _NOT_FIRST:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if not (piece == " " and not lines[-1] and len(lines) > 1):
            lines[-1] += piece
    return lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for char in text:
        word = bool(pieces) and _in_word(pieces[-1][-1]) and _in_word(char)
        if word:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _in_word(char: str) -> bool:
    return char.isascii() and not char.isspace()


def table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns align, without frames, so that it also reads well in a pipe."""
    lines = [titles, *rows]
    widths = [max(screen_columns(line[column]) for line in lines) for column in range(len(titles))]
    return "\n".join(
        "  ".join(padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
