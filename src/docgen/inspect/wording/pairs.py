"""Whether quotes and brackets come in pairs."""

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
