"""What a record holds now, in the rows of its sheets."""

from dataclasses import dataclass, field

from docgen.exchange.cells import Value, shown
from docgen.exchange.plan import Column, Sheet, text_kind
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, Single, shape_of
from docgen.records.write_back import Marked, MarkedMapping, MarkedScalar, MarkedSequence
from docgen.records.write_back.apply import find


@dataclass(slots=True, eq=False)
class Held:
    """One row: a mapping of the record. `number` is its place in the list, empty items counted."""

    sheet: Sheet
    node: Marked | None
    path: str
    number: int = 0
    parent: "Held | None" = None
    reference: str = ""  # what rows of other sheets call it
    names: tuple[str, str] = ("", "")  # a text's kind of paper and heading
    rows: dict[Sheet, list["Held"]] = field(default_factory=dict)

    def cell(self, column: Column) -> Value:
        """What stands in the field."""
        return shown(self.at(column.path), column.kind)

    def cell_of(self, path: tuple[str, ...], kind: Single | Many | Named) -> Value:
        """What stands where the path leads."""
        return shown(self.at(path), kind)

    @property
    def text(self) -> Value:
        """The text of a row of texts."""
        return shown(self.node, text_kind(self.sheet))

    def at(self, path: tuple[str, ...]) -> Marked | None:
        """The node that the path leads to."""
        return node_at(self.node, self.sheet.entity, path)

    @property
    def is_bare(self) -> bool:
        """Whether all that it holds stands in other sheets."""
        return self.sheet.form == "list" and all(self.cell(column) is None for column in self.sheet.columns)

    @property
    def item_id(self) -> str:
        """Its number by which people call it, or ""."""
        node = self.at(("id",)) if self.sheet.has_ids else None
        return node.text.strip() if isinstance(node, MarkedScalar) and not node.is_empty else ""


def held(root: Sheet, node: Marked | None) -> Held:
    """The row of the single values, with all other rows below it."""
    top = Held(root, node, "")
    _fill(top)
    return top


def _fill(row: Held) -> None:
    for sheet in row.sheet.children:
        row.rows[sheet] = _rows(row, sheet)
        _refer(row.rows[sheet])
        for below in row.rows[sheet]:
            _fill(below)


def _rows(row: Held, sheet: Sheet) -> list[Held]:
    node = row.at(sheet.path)
    path = ".".join(filter(None, (row.path, ".".join(sheet.path))))
    if sheet.form == "texts":
        return _texts(row, sheet, node, path)
    if sheet.form == "part":
        filled = node is not None and not node.is_empty
        return [Held(sheet, node, path, 0, row)] if filled else []
    items = node.items if isinstance(node, MarkedSequence) else []
    if isinstance(node, MarkedScalar) and not node.is_empty:
        items = [node]
    return [
        Held(sheet, item, f"{path}[{number}]", number, row)
        for number, item in enumerate(items)
        if not item.is_empty
    ]


def _texts(row: Held, sheet: Sheet, node: Marked | None, path: str) -> list[Held]:
    found: list[Held] = []
    for key, inner in node.entries if isinstance(node, MarkedMapping) else ():
        for heading, text in inner.entries if isinstance(inner, MarkedMapping) else ():
            names = (key.text.strip(), heading.text.strip())
            if shown(text, text_kind(sheet)) is not None:
                found.append(Held(sheet, text, f"{path}.{names[0]}.{names[1]}", 0, row, names=names))
    return found


def _refer(rows: list[Held]) -> None:
    ids = [row.item_id for row in rows]
    for place, row in enumerate(rows, start=1):
        own = row.item_id if ids.count(row.item_id) == 1 else ""
        above = row.parent.reference if row.parent is not None else ""
        row.reference = "/".join(filter(None, (above, own or f"第{place}项")))


def node_at(node: Marked | None, entity: type[Entity], path: tuple[str, ...]) -> Marked | None:
    """The node that record keys lead to from a mapping of `entity`."""
    kind: Kind | None = Part(entity)
    for key in path:
        if isinstance(kind, Part):
            shape = shape_of(kind.entity)
            if isinstance(node, MarkedScalar) and shape.plain is not None and shape.plain.key == key:
                return node
            slot = next((slot for slot in shape.slots if slot.key == key), None)
            entry = find(node, key, kind.entity) if isinstance(node, MarkedMapping) else None
            if entry is None and slot is not None and slot is shape.rest:
                kind = slot.kind  # its own keys stand among those of the mapping
                continue
            node, kind = (entry[1] if entry else None), (slot.kind if slot else None)
        elif isinstance(kind, Named):
            entry = find(node, key, None) if isinstance(node, MarkedMapping) else None
            node, kind = (entry[1] if entry else None), kind.value
        elif isinstance(kind, Many):
            return None
    return node


def own_keys(row: Held, column: Column) -> list[str]:
    """The keys that a mapping with keys of its own has in the record."""
    node = row.at(column.path)
    if not isinstance(node, MarkedMapping):
        return []
    owner = _owner(row.sheet.entity, column.path)
    known = shape_of(owner).by_word if owner is not None else {}
    rest = owner is not None and shape_of(owner).rest is column.slot and node is row.at(column.path[:-1])
    words = [key.text.strip() for key, _ in node.entries]
    return [word for word in dict.fromkeys(words) if not (rest and word in known)]


def _owner(entity: type[Entity], path: tuple[str, ...]) -> type[Entity] | None:
    for key in path[:-1]:
        kind = next((slot.kind for slot in shape_of(entity).slots if slot.key == key), None)
        if not isinstance(kind, Part):
            return None
        entity = kind.entity
    return entity
