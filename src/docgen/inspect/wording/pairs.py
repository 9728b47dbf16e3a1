"""Whether quotes and brackets come in pairs."""

from collections.abc import Iterator, Sequence

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】", "「": "」"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}


def unpaired(text: str) -> str:
    """The first sign that lacks its other half, "" if none does.

    A quotation of several paragraphs opens each of them and closes only the last.
    """
    open_signs: list[str] = []
    for sign in text:
        if sign in _PAIRS:
            open_signs.append(sign)
        elif sign in _CLOSING:
            if not open_signs or open_signs[-1] != _CLOSING[sign]:
                return sign if sign != "’" else ""  # also an apostrophe
            open_signs.pop()
    if open_signs == ["“"] and text.lstrip().startswith("“"):
        return ""
    return open_signs[-1] if open_signs else ""


def lone_signs(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The signs that lack their other half in all of the texts, each with the place of its text.

    For lines of a page: what one opens another may close, even before it where cells stand side by side.
    """
    whole = "".join(texts)
    for opening, closing in _PAIRS.items():
        if whole.count(opening) == whole.count(closing):
            continue
        waiting: list[int] = []
        for at, text in enumerate(texts):
            for sign in text:
                if sign == opening:
                    waiting.append(at)
                elif sign == closing and waiting:
                    waiting.pop()
                elif sign == closing and sign != "’":
                    yield at, closing
        for at in waiting:
            if opening != "“" or not texts[at].lstrip().startswith("“"):
                yield at, opening
