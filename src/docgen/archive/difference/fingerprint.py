"""What a part of a .docx says and how it looks, without the accidents of how it was saved.

Two parts are the same paper when these are equal: paragraphs with their characters and the properties of
each, tables with rows, merged cells and what these hold. Runs that look alike are one.
"""

from collections.abc import Iterator
from hashlib import sha256

from lxml import etree

from docgen.archive.difference.revisions import MARKUP
from docgen.layout.tree import BR, PPR, RPR, TAB, TBL, TC, VAL, Element, P, R, T, w

_THROUGH = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_SIGNS = {TAB: "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\xad", w("ptab"): "\t"}
_DRAWN = frozenset(
    (
        w("drawing"),
        w("pict"),
        w("object"),
        f"{{{'http://schemas.openxmlformats.org/markup-compatibility/2006'}}}AlternateContent",
    )
)
_IGNORED = frozenset((*MARKUP, w("lang"), w("noProof"), w("rPrChange")))
_NO_RUN = ""

Run = tuple[str, str]
Block = tuple[object, ...]


def fingerprint(part: Element) -> tuple[Block, ...]:
    """The part's paragraphs and tables; also those of the body, notes and headers it holds."""
    return tuple(_blocks(part))


def block_of(block: Element) -> Block:
    """What a paragraph, a table or a cell says."""
    if block.tag == P:
        return ("p", look_of(block.find(PPR)), runs(block))
    if block.tag == TBL:
        return ("table", tuple(_rows(block)))
    return (*_merged(block), tuple(_blocks(block)))


def _blocks(parent: Element) -> Iterator[Block]:
    for child in parent:
        if child.tag in (P, TBL):
            yield block_of(child)
        elif isinstance(child.tag, str) and child.tag != PPR:
            yield from _blocks(child)


def _rows(table: Element) -> Iterator[Block]:
    for child in table:
        if child.tag == w("tr"):
            yield tuple(_cells(child))
        elif child.tag in _THROUGH:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Block]:
    for child in row:
        if child.tag == TC:
            yield block_of(child)
        elif child.tag in _THROUGH:
            yield from _cells(child)


def _merged(cell: Element) -> tuple[str, str]:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    columns = "1" if span is None else span.get(VAL) or "1"
    return columns, "" if merge is None else merge.get(VAL) or "continue"


def runs(paragraph: Element) -> tuple[Run, ...]:
    """The paragraph's characters in stretches that look alike, each with its properties."""
    joined: list[Run] = []
    for text, look in _pieces(paragraph):
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        elif text:
            joined.append((text, look))
    return tuple(joined)


def _pieces(parent: Element) -> Iterator[Run]:
    for child in parent:
        if child.tag == R:
            look = look_of(child.find(RPR))
            yield from ((sign_of(one), look) for one in child)
        elif child.tag in _THROUGH:
            yield from _pieces(child)


def sign_of(one: Element) -> str:
    """The character that a child of a run stands for."""
    if one.tag == T:
        return one.text or ""
    if one.tag == BR:
        return {"page": "\f", "column": "\v"}.get(one.get(w("type")) or "", "\n")
    if one.tag in _SIGNS:
        return _SIGNS[str(one.tag)]
    if one.tag == w("sym"):
        return f"\ufffc{one.get(w('char'))}"
    if one.tag == w("instrText"):
        return f"\ufff9{one.text or ''}\ufffb"
    if one.tag == w("fldChar"):
        return f"\ufff9{one.get(w('fldCharType'))}\ufffb"
    return _drawing(one) if one.tag in _DRAWN else ""


def _drawing(one: Element) -> str:
    words = "".join(text.text or "" for text in one.iter(T))
    extents = [extent.get("cx", "") for extent in one.iter("{*}extent")]
    return f"\ufffc{sha256(repr((words, extents)).encode()).hexdigest()[:12]}"


def look_of(properties: Element | None) -> str:
    """The properties in one order, without what says nothing about the look."""
    if properties is None:
        return _NO_RUN
    told = sorted(
        etree.tostring(one, method="c14n", exclusive=True).decode()
        for one in properties
        if one.tag not in _IGNORED and one.tag not in (RPR, w("sectPr"))
    )
    return "".join(told)
