"""Where a heading on a page may break: between whole words, as a title on paper does."""

from markupsafe import Markup, escape

from docgen.layout.words import words_of

_DEAREST = 40.0  # what a break within a name or a number costs (layout.words)
_MAY_BREAK = Markup("<wbr>")


def in_words(text: str) -> Markup:
    """The text with <wbr> where it may break; the style sheet keeps the rest together."""
    found = words_of(text)
    first, rest = found.words[:1], found.words[1:]
    marked = (
        (_MAY_BREAK if seam < _DEAREST else "") + escape(word)
        for word, seam in zip(rest, found.seams, strict=True)
    )
    return Markup("").join((*first, *marked))
