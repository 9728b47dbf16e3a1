"""A part of a .docx with all its tracked changes accepted, or all of them rejected, as Word does it."""

from collections.abc import Iterator

from docgen.layout.tree import PPR, RPR, TBL, TC, Element, P, w

_CHANGE = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")
)
_INSERTED, _DELETED = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_RANGES = tuple(
    w(f"{name}Range{end}")
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_ROW, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("trPr"), w("tcPr")
_CELL_IN, _CELL_OUT, _NUMBERING_CHANGE = w("cellIns"), w("cellDel"), w("numberingChange")
_DELETED_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
# What a change of properties leaves as it is: Word keeps these outside of the old copy.
_KEPT = {PPR: (RPR, w("sectPr")), w("trPr"): (*_INSERTED, *_DELETED), _CELL_PROPERTIES: (_CELL_IN, _CELL_OUT)}
MARKUP = frozenset(
    (_NUMBERING_CHANGE, *_CHANGE, *_INSERTED, *_DELETED, *_RANGES, *_DELETED_TEXT, _CELL_IN, _CELL_OUT)
)


def is_marked(part: Element) -> bool:
    """Whether the part holds tracked changes."""
    return next(part.iter(*MARKUP), None) is not None


def accept_all(part: Element) -> None:
    """The part says what is new, without marks."""
    for change in _all(part, *_CHANGE, _NUMBERING_CHANGE):
        _drop(change)
    _settle(part, gone=_DELETED, kept=_INSERTED, cell_gone=_CELL_OUT, cell_kept=_CELL_IN)


def reject_all(part: Element) -> None:
    """The part says what was there before, without marks."""
    for change in _all(part, *_CHANGE):
        _restore(change)
    for change in _all(part, _NUMBERING_CHANGE):
        _drop(change)
    _settle(part, gone=_INSERTED, kept=_DELETED, cell_gone=_CELL_IN, cell_kept=_CELL_OUT)


def _settle(
    part: Element, *, gone: tuple[str, ...], kept: tuple[str, ...], cell_gone: str, cell_kept: str
) -> None:
    """What is `gone` is out, rows, cells and paragraph marks too; what is `kept` stands without marks."""
    marks = [mark for mark in part.iter(P) if _mark(mark, gone) is not None]
    for row in [row for row in part.iter(_ROW) if _has(row, _ROW_PROPERTIES, gone)]:
        _drop(row)
    for cell in [cell for cell in part.iter(TC) if _has(cell, _CELL_PROPERTIES, (cell_gone,))]:
        _drop(cell)
    for one in _all(part, *gone):
        if not _is_flag(one):
            _drop(one)
    for paragraph in marks:
        _join_to_next(paragraph)
    for one in _all(part, *kept, *gone, *_RANGES, cell_kept):
        _unwrap(one)
    for one in _all(part, *_DELETED_TEXT):
        one.tag = _DELETED_TEXT[str(one.tag)]
    for table in _all(part, TBL):
        if table.find(f".//{_ROW}") is None:
            _drop(table)


def _all(part: Element, *tags: str) -> list[Element]:
    return list(part.iter(*tags))


def _is_flag(one: Element) -> bool:
    """Whether it marks a paragraph's end or a row and holds nothing itself."""
    parent = one.getparent()
    return parent is not None and parent.tag in (RPR, _ROW_PROPERTIES)


def _has(owner: Element, properties: str, tags: tuple[str, ...]) -> bool:
    found = owner.find(properties)
    return found is not None and any(found.find(tag) is not None for tag in tags)


def _mark(paragraph: Element, tags: tuple[str, ...]) -> Element | None:
    found = paragraph.find(f"{PPR}/{RPR}")
    if found is None:
        return None
    return next((one for tag in tags for one in found.iterchildren(tag)), None)


def _drop(one: Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _unwrap(one: Element) -> None:
    parent = one.getparent()
    if parent is None:
        return
    at = parent.index(one)
    for offset, child in enumerate(list(one)):
        parent.insert(at + offset, child)
    parent.remove(one)


def _restore(change: Element) -> None:
    """The properties are those that the change keeps a copy of."""
    properties = change.getparent()
    if properties is None:
        return
    old = change[0] if len(change) else None
    kept = [one for one in properties if one.tag in _KEPT.get(str(properties.tag), ())]
    if properties.tag == RPR:
        kept = [one for one in properties if one.tag in (*_INSERTED, *_DELETED)]
    for one in list(properties):
        properties.remove(one)
    for one in [*([] if old is None else list(old)), *kept]:
        properties.append(one)


def _join_to_next(paragraph: Element) -> None:
    """The paragraph's text goes on in the next, whose properties it takes; alone and empty it is gone."""
    following = paragraph.getnext()
    while following is not None and following.tag != P:
        following = following.getnext() if following.tag in _BETWEEN else None
    parent = paragraph.getparent()
    if parent is None:
        return
    content = [one for one in paragraph if one.tag != PPR]
    if following is None:
        if not content and _others(paragraph):
            parent.remove(paragraph)
        return
    properties = following.find(PPR)
    at = 0 if properties is None else following.index(properties) + 1
    for offset, one in enumerate(content):
        following.insert(at + offset, one)
    parent.remove(paragraph)


_BETWEEN = (w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"), *_RANGES)


def _others(paragraph: Element) -> bool:
    """Whether the parent stays valid without this paragraph: a cell ends with one, always."""
    parent = paragraph.getparent()
    if parent is None:
        return False
    siblings: Iterator[Element] = parent.iterchildren(P)
    return parent.tag != TC or any(one is not paragraph for one in siblings)
