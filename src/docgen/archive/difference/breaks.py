"""Breaks within a paragraph as single characters while two papers are compared.

docxodus miscounts breaks: where two of them become one, rejecting its changes gives three. As characters
of their own they are compared like all others.
"""

import copy
import re

from docgen.layout.tree import BR, TAB, Element, R, T, w

_DELETED = w("delText")
_TYPE, _SPACE = w("type"), "{http://www.w3.org/XML/1998/namespace}space"
_STAND_INS = {
    "\ue00a": (BR, ""), "\ue00b": (BR, "page"), "\ue00c": (BR, "column"), "\ue00d": (w("cr"), ""),
    "\ue009": (TAB, ""), "\ue011": (w("noBreakHyphen"), ""), "\ue0ad": (w("softHyphen"), ""),
}  # fmt: skip
_BY_SIGN = {sign: stand_in for stand_in, sign in _STAND_INS.items()}
_SPLIT = re.compile(f"([{''.join(_STAND_INS)}])")


def holds_stand_ins(part: Element) -> bool:
    """Whether the text itself uses these characters, so that they cannot stand for anything."""
    return any(_SPLIT.search(text.text or "") for text in part.iter(T))


def put_stand_ins(part: Element) -> None:
    """Every break, tab and special hyphen in a run is a character of text."""
    for sign in list(part.iter(*{tag for tag, _ in _BY_SIGN})):
        parent = sign.getparent()
        stand_in = _BY_SIGN.get((str(sign.tag), _kind(sign)))
        if parent is None or parent.tag != R or stand_in is None:
            continue  # a tab among the paragraph's tab stops, or a break that says more
        text = sign.makeelement(T, {_SPACE: "preserve"}, None)
        text.text = stand_in
        parent.replace(sign, text)


def take_stand_ins(part: Element) -> None:
    """Every stand-in is again what it stood for, in text that is deleted too."""
    for text in list(part.iter(T, _DELETED)):
        parent = text.getparent()
        if parent is None or not _SPLIT.search(text.text or ""):
            continue
        at = parent.index(text)
        parent.remove(text)
        for offset, piece in enumerate(filter(None, _SPLIT.split(text.text or ""))):
            parent.insert(at + offset, _piece(text, piece))


def _kind(sign: Element) -> str:
    kind = "" if sign.get(_TYPE) in (None, "textWrapping") else str(sign.get(_TYPE))
    return kind if not set(sign.keys()) - {_TYPE} else "?"


def _piece(text: Element, piece: str) -> Element:
    if piece not in _STAND_INS:
        copied = copy.copy(text)
        copied.text = piece
        copied.set(_SPACE, "preserve")
        copied.tail = None
        return copied
    tag, kind = _STAND_INS[piece]
    return text.makeelement(tag, {_TYPE: kind} if kind else None, None)
