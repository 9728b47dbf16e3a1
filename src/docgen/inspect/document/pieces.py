"""A paragraph's content in the order in which it is read: text, breaks, fields, drawings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.layout.tree import BR, RPR, TAB, VAL, Element, P, R, T, is_line_break, w

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(w(name) for name in ("del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "rPr"))
_SIGNS = {TAB: "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DRAWN = frozenset(w(name) for name in ("drawing", "pict", "object"))
PAGE_BREAK = "\f"
_CODE = re.compile(r"[0-9A-Fa-ceEF][0-9A-Fa-f]{3}|[dD][0-7][0-9A-Fa-f]{2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one run (`properties` is its w:rPr), or a drawing; `field` made the text."""

    text: str
    properties: Element | None = None
    field: str = ""
    drawing: Element | None = None


class _Fields:
    """The fields that are open where the reader stands: the code of one is no text, its result is."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.in_code: list[bool] = []

    def meet(self, kind: str | None) -> None:
        if kind == "begin":
            self.codes.append("")
            self.in_code.append(True)
        elif kind == "separate" and self.in_code:
            self.in_code[-1] = False
        elif kind == "end" and self.codes:
            self.codes.pop()
            self.in_code.pop()

    def spell(self, code: str) -> None:
        if self.codes:
            self.codes[-1] += code

    @property
    def is_code(self) -> bool:
        return any(self.in_code)

    @property
    def name(self) -> str:
        return self.codes[-1].strip() if self.codes else ""


def pieces_of(paragraph: Element) -> Iterator[Piece]:
    """What the paragraph prints, deleted text left out. A page break is PAGE_BREAK."""
    fields = _Fields()
    for run, simple in _runs(paragraph, ""):
        yield from _of_run(run, fields, simple)


def _runs(parent: Element, simple: str) -> Iterator[tuple[Element, str]]:
    for element in parent:
        tag = element.tag
        if tag == R:
            yield element, simple
        elif tag == w("fldSimple"):
            yield from _runs(element, element.get(w("instr")) or "")
        elif tag == f"{MC}AlternateContent":
            yield from _runs(chosen(element), simple)
        elif isinstance(tag, str) and tag not in _GONE and tag != P:
            yield from _runs(element, simple)


def chosen(alternatives: Element) -> Element:
    """The content that a Word of today shows of several."""
    choice = alternatives.find(f"{MC}Choice")
    fallback = alternatives.find(f"{MC}Fallback")
    found = choice if choice is not None else fallback
    return alternatives if found is None else found


def _of_run(run: Element, fields: _Fields, simple: str) -> Iterator[Piece]:
    properties = run.find(RPR)
    for element in run:
        tag = element.tag
        if tag == w("fldChar"):
            yield from _of_field(element, fields, properties)
        elif tag == w("instrText"):
            fields.spell(element.text or "")
        elif tag in _DRAWN:
            yield Piece("", properties, drawing=element)
        elif tag == f"{MC}AlternateContent":
            yield from (Piece("", properties, drawing=one) for one in chosen(element) if one.tag in _DRAWN)
        elif not fields.is_code and (text := _text(element)):
            yield Piece(text, properties, simple or fields.name)


def _of_field(element: Element, fields: _Fields, properties: Element | None) -> Iterator[Piece]:
    kind = element.get(w("fldCharType"))
    # A field without a result (PAGE before the first layout) prints all the same.
    if kind == "end" and fields.in_code and fields.in_code[-1] and fields.name:
        yield Piece("", properties, fields.name)
    fields.meet(kind)


def _text(element: Element) -> str:
    tag = str(element.tag)
    if tag == T:
        return element.text or ""
    if tag == BR:
        return "\n" if is_line_break(element) else _break(element)
    if tag == w("sym"):
        return _symbol(element.get(w("char")) or "")
    return _SIGNS.get(tag, "")


def _break(element: Element) -> str:
    return PAGE_BREAK if element.get(w("type")) == "page" else ""


def _symbol(code: str) -> str:
    # A symbol font's own characters (F0xx) say nothing; they still take their place.
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""


def values_at(element: Element, *names: str) -> str:
    """The w:val of the child reached by `names`; "" without one."""
    for name in names:
        found = element.find(w(name))
        if found is None:
            return ""
        element = found
    return element.get(VAL) or ""
