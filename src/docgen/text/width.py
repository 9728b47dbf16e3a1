"""How wide a text is on paper and on a terminal, in full-width characters."""

from functools import lru_cache
from unicodedata import category, east_asian_width

_WIDE = frozenset("WFA")  # A: “”—…· are set in the Chinese face, one full width each
_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})


def width_em(text: str) -> float:
    """Han and full-width signs count 1, digits and Latin letters 0.5, combining marks 0."""
    if text.isascii() and text.isprintable():
        return len(text) / 2
    return sum(_char_em(char) for char in text)


@lru_cache(maxsize=8192)  # the characters of papers are few, and asked for often
def _char_em(char: str) -> float:
    if category(char) in _NO_WIDTH:
        return 0.0
    return 1.0 if east_asian_width(char) in _WIDE else 0.5
