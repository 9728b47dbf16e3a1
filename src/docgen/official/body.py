"""The text of a paper as it is printed: read from plain words or Markdown, joined and tidied.

What the clerk pasted along with the text and the record says itself (the title above, the organ and
the date below) is left out: it is printed in its own place.
"""

import re
from collections.abc import Collection, Sequence

from docgen.official.joining import paragraphs_of
from docgen.official.markdown import looks_like_markdown, pieces_of
from docgen.official.pieces import Piece
from docgen.official.tidying import tidy

_NOUGHTS = str.maketrans("○零◯", "〇〇〇")
_TITLE_PIECES_MAX = 4  # a title may be broken over so many lines


def body_pieces(
    text: str, *, markdown: bool = False, title: str = "", endings: Collection[str] = ()
) -> tuple[Piece, ...]:
    """The paragraphs and tables; `endings` are the organs and the date, which have their own place."""
    # Before lines are joined: an organ's name under a full line would become its end.
    text = _without_endings(text, endings)
    if markdown or looks_like_markdown(text):
        found = pieces_of(text, title)
    else:
        found = [Piece(paragraph) for paragraph in paragraphs_of(text)]
    return tuple(_tidied(piece) for piece in _without_title(found, title))


def _without_endings(text: str, endings: Collection[str]) -> str:
    lines, known = text.splitlines(), {_bare(one) for one in endings if one}
    while lines and (not lines[-1].strip() or _bare(lines[-1]) in known):
        lines.pop()
    return "\n".join(lines)


def _tidied(piece: Piece) -> Piece:
    if piece.rows:
        return Piece(rows=tuple(tuple(cell.strip() for cell in row) for row in piece.rows))
    return Piece(tidy(piece.text))


def _without_title(pieces: Sequence[Piece], title: str) -> list[Piece]:
    for count in range(1, min(_TITLE_PIECES_MAX, len(pieces)) + 1):
        first = "".join(piece.text for piece in pieces[:count])
        if title and _bare(first) == _bare(title):
            return list(pieces[count:])
    return list(pieces)


def _bare(text: str) -> str:
    """The text without blanks, its dates in one form: 2012年06月05日, 二○一二年六月五日."""
    return re.sub(r"\s+", "", tidy(text)).translate(_NOUGHTS)
