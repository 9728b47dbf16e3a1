"""Our own tracked changes, for the papers that docxodus gets wrong: coarser, but right by construction.

Paragraphs and tables that are equal stand; a paragraph that is alike is marked by the character; a row with
the same cells is marked within them; all else is taken out whole and put in whole.
"""

import copy
from collections.abc import Callable, Iterable, Sequence

from docgen.archive.difference.fingerprint import Block, block_of
from docgen.archive.difference.marked_paragraph import (
    LEFT_OUT,
    LINES,
    CannotMark,
    Marks,
    as_deleted,
    merged_paragraph,
    refuse_tied,
)
from docgen.archive.difference.matching import matched, text_likeness
from docgen.layout.tree import PPR, RPR, TBL, TC, Element, P, R, w

_SECTION = w("sectPr")
_ROW, _ROW_PROPERTIES = w("tr"), w("trPr")


def mark_part(old: Element, new: Element, marks: Marks) -> Element:
    """The new part with marks that lead back to the old one. Raises CannotMark."""
    merged = copy.deepcopy(new)
    home = _home(merged)
    blocks = _merged_blocks(_blocks(_home(old)), _blocks(home), marks)
    rest = [one for one in home if one.tag not in (P, TBL)]
    if any(one.tag != _SECTION and one.tag not in LINES for one in (*rest, *_others(_home(old)))):
        raise CannotMark
    for one in list(home):
        home.remove(one)
    for one in (*blocks, *(one for one in rest if one.tag == _SECTION)):
        home.append(one)
    return merged


def _home(part: Element) -> Element:
    """What holds the paragraphs: the body, or the header itself."""
    body = part.find(w("body"))
    return part if body is None else body


def _blocks(home: Element) -> list[Element]:
    return [one for one in home if one.tag in (P, TBL)]


def _others(home: Element) -> list[Element]:
    return [one for one in home if one.tag not in (P, TBL)]


def _merged_blocks(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> list[Element]:
    said_old, said_new = [block_of(one) for one in old], [block_of(one) for one in new]
    return _woven(
        matched(said_old, said_new, _likeness),
        old,
        new,
        lambda i, j: new[j] if said_old[i] == said_new[j] else _merged_block(old[i], new[j], marks),
        lambda block, name: _whole(block, name, marks),
    )


def _woven(
    pairs: Iterable[tuple[int, int]],
    old: Sequence[Element],
    new: Sequence[Element],
    together: Callable[[int, int], Element | None],
    alone: Callable[[Element, str], Element],
) -> list[Element]:
    """Old and new in one row; a pair that cannot be merged is taken out and put in."""
    found: list[Element] = []
    next_old = next_new = 0
    for i, j in [*pairs, (len(old), len(new))]:
        found += [alone(one, "del") for one in old[next_old:i]]
        found += [alone(one, "ins") for one in new[next_new:j]]
        if i < len(old):
            merged = together(i, j)
            found += [alone(old[i], "del"), alone(new[j], "ins")] if merged is None else [merged]
        next_old, next_new = i + 1, j + 1
    return found


def _likeness(old: Block, new: Block) -> float:
    if old[0] != new[0]:
        return 0.0
    if old[0] == "p":
        return text_likeness(_text(old), _text(new))
    return 0.5 if old[1] and new[1] else 0.0


def _text(block: Block) -> str:
    runs = block[2]
    return "".join(text for text, _ in runs) if isinstance(runs, tuple) else ""


def _merged_block(old: Element, new: Element, marks: Marks) -> Element | None:
    if old.tag != new.tag:
        return None
    return merged_paragraph(old, new, marks) if new.tag == P else _merged_table(old, new, marks)


def _merged_table(old: Element, new: Element, marks: Marks) -> Element | None:
    before, after = list(old.iterchildren(_ROW)), list(new.iterchildren(_ROW))
    heads = [one for one in new if one.tag != _ROW]
    known = {w("tblPr"), w("tblGrid"), *LINES}
    if any(one.tag not in known for one in heads) or any(one.tag not in (_ROW, *known) for one in old):
        return None
    said_old, said_new = [_row_said(one) for one in before], [_row_said(one) for one in after]
    rows = _woven(
        matched(said_old, said_new, _row_likeness),
        before,
        after,
        lambda i, j: after[j] if said_old[i] == said_new[j] else _merged_row(before[i], after[j], marks),
        lambda row, name: _whole_row(row, name, marks),
    )
    table = copy.copy(new)
    for one in list(table):
        table.remove(one)
    for one in (*heads, *rows):
        table.append(copy.deepcopy(one))
    return table


def _row_said(row: Element) -> Block:
    return tuple(block_of(cell) for cell in row.iterchildren(TC))


def _row_likeness(old: Block, new: Block) -> float:
    return text_likeness(repr(old), repr(new))


def _merged_row(old: Element, new: Element, marks: Marks) -> Element | None:
    """The row marked within its cells; None where these are not the same cells."""
    before, after = list(old.iterchildren(TC)), list(new.iterchildren(TC))
    if len(before) != len(after):
        return None
    merged = copy.deepcopy(new)
    for one, other, cell in zip(before, after, merged.iterchildren(TC), strict=True):
        said, said_new = block_of(one), block_of(other)
        if said[:2] != said_new[:2]:  # merged with its neighbours in another way
            return None
        blocks = _merged_cell(_blocks(one), _blocks(other), marks)
        if blocks is None:
            return None
        for block in _blocks(cell):
            cell.remove(block)
        for block in blocks:
            cell.append(block)
    return merged


def _merged_cell(old: list[Element], new: list[Element], marks: Marks) -> list[Element] | None:
    if len(old) != len(new):
        return None
    found = []
    for one, other in zip(old, new, strict=True):
        merged = (
            copy.deepcopy(other) if block_of(one) == block_of(other) else _merged_block(one, other, marks)
        )
        if merged is None:
            return None
        found.append(merged)
    return found


def _whole(block: Element, name: str, marks: Marks) -> Element:
    """The paragraph or table, all of it taken out (`del`) or put in (`ins`)."""
    return _whole_paragraph(block, name, marks) if block.tag == P else _whole_table(block, name, marks)


def _whole_table(table: Element, name: str, marks: Marks) -> Element:
    whole = copy.deepcopy(table)
    if any(one.tag not in (_ROW, w("tblPr"), w("tblGrid"), *LINES) for one in whole):
        raise CannotMark
    for row in whole.iterchildren(_ROW):
        whole.replace(row, _whole_row(row, name, marks))
    return whole


def _whole_row(row: Element, name: str, marks: Marks) -> Element:
    whole = copy.deepcopy(row)
    properties = whole.find(_ROW_PROPERTIES)
    if properties is None:
        properties = whole.makeelement(_ROW_PROPERTIES, None, None)
        whole.insert(sum(one.tag == w("tblPrEx") for one in whole), properties)
    properties.append(marks.mark(whole, name))
    for paragraph in whole.iter(P):
        _mark_runs(paragraph, name, marks)
    refuse_tied(whole, name)
    return whole


def _whole_paragraph(paragraph: Element, name: str, marks: Marks) -> Element:
    whole = copy.deepcopy(paragraph)
    properties = whole.find(PPR)
    if properties is None:
        properties = whole.makeelement(PPR, None, None)
        whole.insert(0, properties)
    if properties.find(_SECTION) is not None:
        raise CannotMark
    look = properties.find(RPR)
    if look is None:
        look = properties.makeelement(RPR, None, None)
        change = properties.find(w("pPrChange"))
        properties.insert(len(properties) if change is None else properties.index(change), look)
    look.insert(0, marks.mark(whole, name))
    _mark_runs(whole, name, marks)
    refuse_tied(whole, name)
    return whole


def _mark_runs(paragraph: Element, name: str, marks: Marks) -> None:
    for one in list(paragraph.iter(*LEFT_OUT)):
        _out(one)
    for run in list(paragraph.iter(R)):
        parent = run.getparent()
        if parent is None or any(above.tag == w("txbxContent") for above in run.iterancestors()):
            continue
        mark = marks.mark(run, name)
        parent.replace(run, mark)
        mark.append(run)
        if name == "del":
            as_deleted(run)


def _out(one: Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)
