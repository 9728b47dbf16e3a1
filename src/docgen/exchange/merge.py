"""A workbook against its record: what should change, in words and as changes to be written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from docgen.exchange import cells, faults
from docgen.exchange.cells import Raw, Reading, Value, canonical, is_blank
from docgen.exchange.choices import Choices
from docgen.exchange.columns import KEY_TITLE
from docgen.exchange.fields import Line, lines
from docgen.exchange.grid import Grid
from docgen.exchange.held import Held
from docgen.exchange.incoming import Incoming, Sheets, Spot, match_sheets, read_rows
from docgen.exchange.matching import (
    check_numbers,
    check_single,
    find_by_content,
    find_by_key,
    hang,
    id_of,
)
from docgen.exchange.plan import Column, Sheet, text_kind
from docgen.findings import Severity
from docgen.records.schema import Entity
from docgen.records.shape import Many, Named, Part, Single, shape_of
from docgen.records.write_back import Fields, Items, Leaf, MarkedScalar, MarkedSequence, Wanted
from docgen.text.numerals import plain_number

_SHOWN_CHARS = 200


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the workbook and the record; "" for nothing."""

    field: str
    label: str
    old: str
    new: str


@dataclass(slots=True)
class Merged:
    """What the workbook wants, and what is wrong with it."""

    changes: list[Change] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    wanted: Fields = field(default_factory=lambda: Fields({}))

    @property
    def is_bad(self) -> bool:
        """Whether a cell cannot be used, so that nothing may be written."""
        return any(spot.fault.severity is Severity.ERROR for spot in self.spots)


def merge(top: Held, grids: Sequence[Grid], choices: Choices, own: Iterable[str], *, keyed: bool) -> Merged:
    """The workbook's grids against the record; `own` are sheets that hold no record.

    `keyed` says that the rows' marks were made from this very text of the record.
    """
    return _Merge(top, choices, keyed=keyed).made(grids, own)


class _Merge:
    def __init__(self, top: Held, choices: Choices, *, keyed: bool) -> None:
        self._top = top
        self._choices = choices
        self._keyed = keyed
        self._result = Merged()
        self._added_keys: set[str] = set()
        self._sheets = Sheets()

    def made(self, grids: Sequence[Grid], own: Iterable[str]) -> Merged:
        root = self._top.sheet
        self._sheets = match_sheets(root, grids, own)
        self._result.spots += self._sheets.spots
        first = Incoming(root, root.name, 0, held=self._top)
        rows: dict[Sheet, list[Incoming]] = {root: [first]}
        everything = _by_sheet(self._top)
        for sheet in root.all():
            if sheet is not root and sheet.parent is not None:
                rows[sheet] = self._rows(sheet, everything.get(sheet, []), rows[sheet.parent])
        wanted = self._form(root)
        wanted |= self._below(first, "")
        self._result.wanted = nested(root.entity, wanted)
        return self._result

    # Rows -----------------------------------------------------------------------------------

    def _rows(self, sheet: Sheet, held: list[Held], parents: list[Incoming]) -> list[Incoming]:
        grid = self._sheets.found.get(sheet)
        if grid is None:
            return _as_they_are(sheet, held, parents)
        spots = self._result.spots
        bare = {one.path for one in held if one.is_bare} if self._keyed else set()
        rows = read_rows(sheet, grid, spots, bare)
        if self._keyed:
            find_by_key(rows, held)
        hang(rows, parents, spots)
        kept: list[Incoming] = []
        for parent in parents:
            below = parent.below.get(sheet, [])
            for row in below:
                if row.held is not None and row.held.parent is not parent.held:
                    row.held = None  # moved below another parent: new there
            if sheet.form in ("part", "texts"):
                below = parent.below[sheet] = check_single(below, spots)
            before = parent.held.rows.get(sheet, []) if parent.held is not None else []
            find_by_content(below, before, sheet)
            if sheet.form == "list" and sheet.has_ids:
                check_numbers(below, spots)
            kept += below
        return kept

    def _below(self, row: Incoming, trail: str) -> dict[tuple[str, ...], Wanted]:
        """What the sheets below want of this row's mapping, by path."""
        wanted: dict[tuple[str, ...], Wanted] = {}
        for sheet in row.sheet.children:
            if sheet not in self._sheets.found:
                continue
            rows = row.below.get(sheet, [])
            before = row.held.rows.get(sheet, []) if row.held is not None else []
            title = _trail(trail, sheet)
            if sheet.form == "list":
                items = self._list(sheet, rows, before, row, title)
                wanted |= {sheet.path: items} if items is not None else {}
            elif sheet.form == "part":
                inner = self._part(rows, before, title)
                wanted |= {(*sheet.path, *path): value for path, value in inner.items()}
            else:
                texts = self._texts(sheet, rows, before, title)
                wanted |= {(*sheet.path, *path): value for path, value in texts.items()}
        return wanted

    def _list(
        self, sheet: Sheet, rows: list[Incoming], before: list[Held], parent: Incoming, title: str
    ) -> Items | None:
        kept = [row.held for row in rows if row.held is not None]
        for gone in before:
            if gone not in kept:
                self._tell(gone.path, f"{title} {_name_of(gone)}", _content(gone), "")
        path = ".".join(filter(None, (parent.held.path if parent.held else "", *sheet.path)))
        items = [
            (row.held.number if row.held is not None else None, self._row(row, title, f"{path}[]"))
            for row in rows
        ]
        if [row.held for row in rows] == before:
            return self._unmoved(items, parent, sheet) if any(one.values for _, one in items) else None
        order = [gone for gone in before if gone in kept]
        if kept != order:
            names = "、".join(_name_of(one) for one in order), "、".join(_name_of(one) for one in kept)
            self._tell(path, f"{title} 的先后", *names)
        return Items(tuple(items))

    def _unmoved(self, items: list[tuple[int | None, Fields]], parent: Incoming, sheet: Sheet) -> Items:
        """The items in their places, with the empty ones that no row stands for."""
        node = parent.held.at(sheet.path) if parent.held is not None else None
        count = len(node.items) if isinstance(node, MarkedSequence) else len(items)
        by_number = dict(items)
        empty = Fields({}, sheet.entity)
        return Items(tuple((number, by_number.get(number, empty)) for number in range(count)))

    def _row(self, row: Incoming, title: str, new_path: str) -> Fields:
        if row.held is None:
            label = f"{title} {id_of(row) or row.handle or '新的一项'}"
            wanted = self._new(row, label, new_path)
        else:
            label = f"{title} {_name_of(row.held)}"
            wanted = self._cells(row, label)
        return nested(row.sheet.entity, wanted | self._below(row, label))

    def _new(self, row: Incoming, label: str, path: str) -> dict[tuple[str, ...], Wanted]:
        wanted: dict[tuple[str, ...], Wanted] = {}
        told: list[str] = []
        for column, raw in row.cells.items():
            if not is_blank(raw):
                wanted |= self._read(row, column, raw)
                told.append(f"{column.title}：{_shown(raw)}")
        self._tell(path, label, "", "；".join(told))
        return wanted

    def _cells(self, row: Incoming, label: str) -> dict[tuple[str, ...], Wanted]:
        """The changed cells of a row that the record has."""
        wanted: dict[tuple[str, ...], Wanted] = {}
        held = row.held
        for column, raw in row.cells.items():
            was = held.cell(column) if held is not None else None
            if held is None or canonical(raw, column.kind) == canonical(was, column.kind):
                continue
            wanted |= self._read(row, column, raw)
            path = f"{held.path}.{'.'.join(column.path)}"
            self._tell(path, f"{label} › {column.title}", _shown(was), _shown(raw))
        return wanted

    def _read(self, row: Incoming, column: Column, raw: Raw) -> dict[tuple[str, ...], Wanted]:
        held = row.held
        where = (row.grid, row.row, row.place(column))
        value = self._wanted(raw, column.kind, held, column.path, where)
        return {} if value is None else {column.path: value}

    def _part(self, rows: list[Incoming], before: list[Held], title: str) -> dict[tuple[str, ...], Wanted]:
        if rows:
            return self._cells(rows[0], title) if rows[0].held else self._new(rows[0], title, "")
        wanted: dict[tuple[str, ...], Wanted] = {}
        for gone in before:
            self._tell(gone.path, title, _content(gone), "")
            wanted |= {
                column.path: Leaf("") for column in gone.sheet.columns if gone.cell(column) is not None
            }
        return wanted

    def _texts(
        self, sheet: Sheet, rows: list[Incoming], before: list[Held], title: str
    ) -> dict[tuple[str, ...], Wanted]:
        wanted: dict[tuple[str, ...], Wanted] = {}
        kept = {row.held for row in rows}
        for gone in before:
            if gone not in kept:
                wanted[gone.names] = Leaf("")
                self._tell(gone.path, f"{title} › {gone.names[0]} › {gone.names[1]}", _shown(gone.text), "")
        kind = text_kind(sheet)
        for row in rows:
            was = row.held.text if row.held is not None else None
            if canonical(row.text, kind) == canonical(was, kind):
                continue
            names = row.held.names if row.held is not None else row.names
            where = (row.grid, row.row, row.text_place)
            if not all(names):
                self._result.spots.append(Spot(faults.no_parent("文种代号、段落标题"), *where))
                continue
            value = self._wanted(row.text, kind, None, (), where)
            wanted |= {names: value} if value is not None else {}
            path = row.held.path if row.held is not None else ".".join((*sheet.path, *names))
            self._tell(path, f"{title} › {names[0]} › {names[1]}", _shown(was), _shown(row.text))
        return wanted

    # The sheet of single values ---------------------------------------------------------------

    def _form(self, root: Sheet) -> dict[tuple[str, ...], Wanted]:
        grid = self._sheets.found.get(root)
        if grid is None:
            return {}
        places, at = _form_rows(grid)
        wanted: dict[tuple[str, ...], Wanted] = {}
        missing: list[Line] = []
        for line in (*lines(root, self._top, self._choices), *self._more_lines(root, places)):
            number = places.get(line.key, places.get(f"{line.group}/{line.title}"))
            if number is None:
                missing.append(line)
                continue
            wanted |= self._line(line, grid.cell(number, at), (grid.name, number, at))
        for line in missing:
            present = self._top.cell_of(line.path, line.kind) is not None and not line.adds
            if present and line.key not in self._added_keys:
                fault = faults.missing_column(f"{line.group} › {line.title}")
                self._result.spots.append(Spot(fault, grid.name, -1, 0))
        return wanted

    def _more_lines(self, root: Sheet, places: dict[str, int]) -> Iterator[Line]:
        """Lines for keys that the workbook has and the record has no longer."""
        known = list(lines(root, self._top, self._choices))
        keys = {line.key for line in known}
        for line in known:
            inner = line.kind.value if line.adds and isinstance(line.kind, Named) else None
            stem = line.key.removesuffix("+") + "."
            for key in places:
                if isinstance(inner, Single) and key.startswith(stem) and key not in keys:
                    entry = key.removeprefix(stem)
                    yield Line(
                        key, line.group, f"{line.column.titles[-1]} › {entry}", line.column, inner, entry
                    )

    def _line(self, line: Line, raw: Raw, where: tuple[str, int, int]) -> dict[tuple[str, ...], Wanted]:
        if line.adds:
            return self._added(line, raw, where)
        was = self._top.cell_of(line.path, line.kind)
        if canonical(raw, line.kind) == canonical(was, line.kind):
            return {}
        label = f"{line.group} › {line.title}"
        self._tell(".".join(line.path), label, _shown(was), _shown(raw))
        value = self._wanted(raw, line.kind, self._top, line.path, where)
        return {} if value is None else {line.path: value}

    def _added(self, line: Line, raw: Raw, where: tuple[str, int, int]) -> dict[tuple[str, ...], Wanted]:
        if is_blank(raw) or not isinstance(line.kind, Named) or not isinstance(line.kind.value, Single):
            return {}
        pairs, bad = cells.read_pairs(raw, line.kind)
        self._result.spots += [Spot(fault, *where) for fault in bad]
        wanted: dict[tuple[str, ...], Wanted] = {}
        for key, reading in pairs.items():
            self._added_keys.add(f"{'.'.join(line.column.path)}.{key}")
            was = self._top.cell_of((*line.column.path, key), line.kind.value)
            if canonical(reading.text, line.kind.value) == canonical(was, line.kind.value):
                continue
            self._say(reading, where)
            if was is not None:
                self._result.spots.append(Spot(faults.not_new(key), *where))
            label = f"{line.group} › {line.column.titles[-1]} › {key}"
            self._tell(".".join((*line.column.path, key)), label, "", reading.text)
            wanted[(*line.column.path, key)] = cells.leaf(reading, line.kind.value)
        return wanted

    # Values ---------------------------------------------------------------------------------

    def _wanted(
        self,
        raw: Raw,
        kind: Single | Many | Named,
        held: Held | None,
        path: tuple[str, ...],
        where: tuple[str, int, int],
    ) -> Wanted | None:
        """What the cell wants written; None, and a word about it, when it cannot be read."""
        if isinstance(kind, Single):
            reading = cells.read(raw, kind)
            self._say(reading, where)
            return None if reading.is_bad else cells.leaf(reading, kind)
        if isinstance(kind, Many):
            return self._wanted_items(raw, kind, held, path, where)
        return None

    def _wanted_items(
        self, raw: Raw, kind: Many, held: Held | None, path: tuple[str, ...], where: tuple[str, int, int]
    ) -> Wanted | None:
        readings = cells.read_items(raw, kind)
        for reading in readings:
            self._say(reading, where)
        single = kind.item
        if any(reading.is_bad for reading in readings) or not isinstance(single, Single):
            return None
        leaves = [cells.leaf(reading, single) for reading in readings]
        node = held.at(path) if held is not None else None
        if isinstance(node, MarkedScalar) and not node.is_empty and len(leaves) == 1:
            return leaves[0]
        if not isinstance(node, MarkedSequence):
            return Items(tuple((None, leaf) for leaf in leaves))
        return Items(tuple(_kept_items(node, kind, leaves)))

    def _say(self, reading: Reading, where: tuple[str, int, int]) -> None:
        self._result.spots += [Spot(fault, *where) for fault in reading.faults]

    def _tell(self, path: str, label: str, old: str, new: str) -> None:
        self._result.changes.append(Change(path, label, old, new))


def nested(entity: type[Entity], wanted: Mapping[tuple[str, ...], Wanted]) -> Fields:
    """The values by path as fields within fields."""
    values, inner = _by_first(wanted)
    kinds = {slot.key: slot.kind for slot in shape_of(entity).slots}
    for key, below in inner.items():
        kind = kinds[key]
        values[key] = nested(kind.entity, below) if isinstance(kind, Part) else _named(below)
    return Fields(values, entity)


def _by_first(
    wanted: Mapping[tuple[str, ...], Wanted],
) -> tuple[dict[str, Wanted], dict[str, dict[tuple[str, ...], Wanted]]]:
    """What stands here, and what stands below, by the first name of the path."""
    values: dict[str, Wanted] = {}
    inner: dict[str, dict[tuple[str, ...], Wanted]] = {}
    for path, value in wanted.items():
        if len(path) == 1:
            values[path[0]] = value
        else:
            inner.setdefault(path[0], {})[path[1:]] = value
    return values, inner


def _named(wanted: Mapping[tuple[str, ...], Wanted]) -> Fields:
    values, inner = _by_first(wanted)
    return Fields({**values, **{key: _named(below) for key, below in inner.items()}})


def _kept_items(node: MarkedSequence, kind: Many, leaves: list[Leaf]) -> list[tuple[int | None, Leaf]]:
    """The wanted items, each that was there before by its number."""
    single = kind.item
    if not isinstance(single, Single):
        return [(None, leaf) for leaf in leaves]
    present = cells.item_nodes(node)
    before = [cells.leaf(cells.read(cells.item_text(item, kind), single), single).text for _, item in present]
    after = [leaf.text for leaf in leaves]
    numbers: list[int | None] = [None] * len(leaves)
    left = set(range(len(before)))
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            numbers[block.b + step] = present[block.a + step][0]
            left.discard(block.a + step)
    for at, text in enumerate(after):
        same = next((one for one in sorted(left) if before[one] == text), None)
        if numbers[at] is None and same is not None:
            numbers[at] = present[same][0]
            left.discard(same)
    return list(zip(numbers, leaves, strict=True))


def _by_sheet(row: Held) -> dict[Sheet, list[Held]]:
    found: dict[Sheet, list[Held]] = {}
    for sheet, rows in row.rows.items():
        found.setdefault(sheet, []).extend(rows)
        for one in rows:
            for below, more in _by_sheet(one).items():
                found.setdefault(below, []).extend(more)
    return found


def _as_they_are(sheet: Sheet, held: list[Held], parents: list[Incoming]) -> list[Incoming]:
    """Rows without cells, for a sheet that the workbook does not have: nothing of them changes."""
    by_held = {parent.held: parent for parent in parents}
    rows = []
    for before in held:
        parent = by_held.get(before.parent)
        if parent is not None:
            row = Incoming(sheet, sheet.name, 0, held=before, parent=parent, names=before.names)
            parent.below.setdefault(sheet, []).append(row)
            rows.append(row)
    return rows


def form_cell(grids: Sequence[Grid], key: str) -> str:
    """What the sheet of single values says under this key; "" when it is not there."""
    for grid in grids:
        places, at = _form_rows(grid)
        if key in places:
            return str(grid.cell(places[key], at) or "").strip()
    return ""


def _form_rows(grid: Grid) -> tuple[dict[str, int], int]:
    """The rows by key, else by what the labels say; and the column of the contents."""
    titles, at, key_at = 0, 3, 0
    for number, row in enumerate(grid.rows[:10]):
        words = ["".join(str(cell or "").split()) for cell in row]
        if "内容" in words and ("栏目" in words or KEY_TITLE in words):
            titles, at = number, words.index("内容")
            key_at = words.index(KEY_TITLE) if KEY_TITLE in words else -1
            break
    places: dict[str, int] = {}
    for number in range(titles + 1, len(grid.rows)):
        key = grid.cell(number, key_at) if key_at >= 0 else None
        if isinstance(key, str) and key.strip():
            places.setdefault(key.strip(), number)
        elif at >= 2:
            group, title = grid.cell(number, at - 2), grid.cell(number, at - 1)
            places.setdefault(f"{str(group or '').strip()}/{str(title or '').strip()}", number)
    return places, at


def _trail(trail: str, sheet: Sheet) -> str:
    own = " › ".join(sheet.titles)
    return f"{trail} › {own}" if trail else own


def _name_of(row: Held) -> str:
    return row.reference.rpartition("/")[2]


def _content(row: Held) -> str:
    """All that a row says, for a row that goes."""
    filled = ((column.title, row.cell(column)) for column in row.sheet.columns)
    return "；".join(f"{title}：{_shown(value)}" for title, value in filled if value is not None)


def _shown(value: Raw | Value) -> str:
    """A value in a list of changes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float | int | Decimal):
        return plain_number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = str(value).strip()
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"
