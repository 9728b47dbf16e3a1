"""Text as the index keeps it: one token a character, so that a word of two characters is found too.

Full-width and half-width, capital and small letters are the same; blanks and line breaks within a paragraph
do not count, since titles are broken into lines. A phrase never reaches from one paragraph into the next.
"""

import unicodedata
from functools import lru_cache

PARAGRAPH = "\n"
_BOUNDARY = "\ue000"
_SIGNS_FROM = 0xE100  # ASCII signs, which the tokenizer would skip, are moved into the private use area


@lru_cache(maxsize=8192)
def _folded(char: str) -> tuple[str, ...]:
    if char == PARAGRAPH:
        return (_BOUNDARY,)
    plain = unicodedata.normalize("NFKC", char).casefold()
    return tuple(
        chr(_SIGNS_FROM + ord(one)) if ord(one) < 128 and not one.isalnum() else one
        for one in plain
        if not one.isspace() and unicodedata.category(one) not in ("Cf", "Cc")
    )


def tokens(text: str) -> str:
    """The text for the tokenizer `ascii`, to which every character beyond ASCII belongs to a word."""
    return " ".join(token for char in text for token in _folded(char))


def phrase(words: str) -> str:
    """The FTS5 query for these words as they stand; "" when nothing can be looked for."""
    found = tokens(" ".join(words.split()))
    return f'"{found}"' if found else ""


def place_of(words: str, text: str) -> tuple[int, int] | None:
    """From where to where the words stand in the text; None where they do not."""
    plain = text.find(words)
    if words and plain >= 0:
        return plain, plain + len(words)
    wanted = "".join(token for char in " ".join(words.split()) for token in _folded(char))
    said: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for token in _folded(char):
            said.append(token)
            places.append(place)
    at = "".join(said).find(wanted) if wanted else -1
    return None if at < 0 else (places[at], places[at + len(wanted) - 1] + 1)
