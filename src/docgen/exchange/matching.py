"""Which row of the workbook is which of the record: by its hidden mark, its number, or what it says."""

from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches

from docgen.exchange import faults
from docgen.exchange.cells import canonical, is_blank, read
from docgen.exchange.held import Held
from docgen.exchange.incoming import Incoming, Spot
from docgen.exchange.plan import Sheet, text_kind
from docgen.records.shape import Single

_ALIKE = 0.5  # rows without numbers are the same when half of what they say is
_ID = ("id",)


def hang(rows: Sequence[Incoming], parents: Sequence[Incoming], spots: list[Spot]) -> None:
    """Each row hangs below its parent; what belongs to a row that was removed goes with it."""
    words = _words_of(parents)
    for row in rows:
        parent = parents[0] if not row.sheet.is_nested else _parent(row, parents, words, spots)
        if parent is not None:
            row.parent = parent
            parent.below.setdefault(row.sheet, []).append(row)


def _parent(
    row: Incoming, parents: Sequence[Incoming], words: list[str], spots: list[Spot]
) -> Incoming | None:
    before = row.held.parent if row.held is not None else None
    if before is not None and row.parent_text in ("", "".join(before.reference.split())):
        return next((parent for parent in parents if parent.held is before), None)
    what = row.sheet.parent.name if row.sheet.parent is not None else ""
    if not row.parent_text:
        spots.append(Spot(faults.no_parent(what), row.grid, row.row, row.parent_place))
        return None
    found = [parent for parent, word in zip(parents, words, strict=True) if word == row.parent_text]
    if len(found) == 1:
        return found[0]
    near = get_close_matches(row.parent_text, words, n=1, cutoff=0.5)
    fault = faults.unknown_parent(row.parent_text, what, near[0] if near else "")
    spots.append(Spot(fault, row.grid, row.row, row.parent_place))
    return None


def _words_of(parents: Sequence[Incoming]) -> list[str]:
    """What rows of other sheets call these: the number, else the place in the list."""
    places: Counter[Incoming | None] = Counter()
    words = []
    for parent in parents:
        places[parent.parent] += 1
        before = parent.held.reference.rpartition("/")[2] if parent.held is not None else ""
        words.append(id_of(parent) or parent.handle or before or f"第{places[parent.parent]}项")
    return words


def id_of(row: Incoming) -> str:
    """The number of a row as typed in the workbook, or as it is in the record where the column is gone."""
    for column, raw in row.cells.items():
        if column.path == _ID and isinstance(column.kind, Single):
            return "".join(read(raw, column.kind).text.split())
    return row.held.item_id if row.held is not None else ""


def find_by_key(rows: Sequence[Incoming], held: Sequence[Held]) -> None:
    """Rows that still bear their mark are what they were; of copies of a row the most faithful is."""
    by_key = {row.path: row for row in held}
    best: dict[Held, Incoming] = {}
    for row in rows:
        before = by_key.get(row.key)
        if before is None:
            continue
        other = best.get(before)
        if other is None or likeness(row, before) > likeness(other, before):
            best[before] = row
    for before, row in best.items():
        row.held = before


def find_by_content(rows: Sequence[Incoming], held: Sequence[Held], sheet: Sheet) -> None:
    """The rows left over, of one parent: by number, else by what most of their cells say."""
    taken = {row.held for row in rows}
    left = [before for before in held if before not in taken]
    for row in rows:
        if row.held is None and left:
            row.held = _same_row(row, left, sheet)
            left = [before for before in left if before is not row.held]


def _same_row(row: Incoming, left: Sequence[Held], sheet: Sheet) -> Held | None:
    if sheet.form == "texts":
        return next((before for before in left if _tidy(before.names) == row.names), None)
    if sheet.form == "part":
        return left[0]
    if sheet.has_ids and id_of(row):
        return next((before for before in left if "".join(before.item_id.split()) == id_of(row)), None)
    best = max(left, key=lambda before: likeness(row, before))
    return best if likeness(row, best) >= _ALIKE else None


def _tidy(names: tuple[str, str]) -> tuple[str, str]:
    return names[0].strip(), names[1].strip()


def likeness(row: Incoming, before: Held) -> float:
    """Which part of the filled cells says the same."""
    if row.sheet.form == "texts":
        kind = text_kind(row.sheet)
        return float(canonical(row.text, kind) == canonical(before.text, kind))
    same = filled = 0
    for column, raw in row.cells.items():
        was = before.cell(column)
        if is_blank(raw) and was is None:
            continue
        filled += 1
        same += canonical(raw, column.kind) == canonical(was, column.kind)
    return same / filled if filled else 1.0


def check_numbers(rows: Sequence[Incoming], spots: list[Spot]) -> None:
    """No two rows of one parent bear the same number, unless they did before."""
    first: dict[str, Incoming] = {}
    for row in rows:
        number = id_of(row)
        other = first.setdefault(number, row)
        if not number or other is row:
            continue
        if any(one.held is None or "".join(one.held.item_id.split()) != number for one in (row, other)):
            at = next((row.place(column) for column in row.cells if column.path == _ID), 0)
            spots.append(Spot(faults.doubled_id(number, other.row + 1), row.grid, row.row, at))


def check_single(rows: Sequence[Incoming], spots: list[Spot]) -> list[Incoming]:
    """The rows without those that fill again what stands only once."""
    first: dict[tuple[str, str], Incoming] = {}
    for row in rows:
        other = first.setdefault(row.names, row)
        if other is not row:
            what = "、".join(filter(None, row.names)) or row.parent_text or row.sheet.title
            spots.append(Spot(faults.doubled_part(what, other.row + 1), row.grid, row.row, row.parent_place))
    return list(first.values())
