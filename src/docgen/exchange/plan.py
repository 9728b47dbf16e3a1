"""Which sheets a record's workbook has, learnt from its model: nothing here is listed by hand.

The single values of the whole record stand one below the other in one sheet; each list of mappings is
a sheet of its own, and so is a part of its items with more than a few fields.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, get_args

from pydantic.fields import FieldInfo

from docgen.records.schema import Entity, Reference
from docgen.records.shape import Kind, Many, Named, Part, Single, Slot, shape_of

BASICS = "基本情况"
LISTED = "listed"
_SHORT_PART_FIELDS = 2
_SHEET_NAME_CHARS = 31
_NOT_IN_SHEETS = frozenset({"schema"})  # the version of the format is no business of the clerk's

Form = Literal["form", "list", "part", "texts"]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One field: `path` leads to it by record keys from the mapping of the row."""

    path: tuple[str, ...]
    titles: tuple[str, ...]
    kind: Single | Many | Named
    slot: Slot
    reference: str = ""  # what its words point at: person, grade, problem…

    @property
    def title(self) -> str:
        return " › ".join(self.titles)


@dataclass(slots=True, eq=False)
class Sheet:
    """One sheet: a row holds a mapping of `entity`; `path` leads to it from the row of the parent."""

    form: Form
    entity: type[Entity]
    path: tuple[str, ...]
    titles: tuple[str, ...]
    parent: "Sheet | None" = None
    name: str = ""
    columns: list[Column] = field(default_factory=list)
    children: list["Sheet"] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.titles[-1] if self.titles else BASICS

    @property
    def has_ids(self) -> bool:
        """Whether a row has a number by which people call it."""
        return any(column.path == ("id",) for column in self.columns)

    @property
    def is_nested(self) -> bool:
        """Whether its rows belong to rows of another sheet, not to the record as a whole."""
        return self.parent is not None and self.parent.parent is not None

    @property
    def has_handles(self) -> bool:
        """Whether its rows are numbered, so that those of other sheets can point at them."""
        return self.form == "list" and bool(self.children) and not self.has_ids

    def all(self) -> Iterator["Sheet"]:
        """The sheet and those below it, in the order of the model."""
        yield self
        for child in self.children:
            yield from child.all()


@cache
def plan(model: type[Entity]) -> Sheet:
    """The sheets of a record, as the tree they form; the root holds the single values."""
    root = Sheet("form", model, (), (), name=BASICS)
    _fill(root, model, (), ())
    _name(root)
    return root


def _fill(sheet: Sheet, entity: type[Entity], path: tuple[str, ...], titles: tuple[str, ...]) -> None:
    for slot in shape_of(entity).slots:
        if not path and sheet.parent is None and slot.key in _NOT_IN_SHEETS:
            continue
        _place(sheet, entity, slot, (*path, slot.key), (*titles, slot.title))


def _place(
    sheet: Sheet, entity: type[Entity], slot: Slot, path: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    kind = slot.kind
    if isinstance(kind, Part):
        if sheet.form == "form" or sheet.form == "part" or _is_short(kind):
            _fill(sheet, kind.entity, path, titles)
        else:
            _below(sheet, "part", kind.entity, path, titles)
    elif isinstance(kind, Many) and isinstance(kind.item, Part):
        _below(sheet, "list", kind.item.entity, path, titles)
    elif isinstance(kind, Named) and isinstance(kind.value, Named):
        sheet.children.append(Sheet("texts", sheet.entity, path, titles, sheet))
    elif isinstance(kind, Single | Many | Named):
        reference = _reference(entity.model_fields[slot.name])
        sheet.columns.append(Column(path, titles, _listed(kind, reference), slot, reference))


def _below(
    sheet: Sheet, form: Form, entity: type[Entity], path: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    child = Sheet(form, entity, path, titles, sheet)
    sheet.children.append(child)
    _fill(child, entity, (), ())


def _is_short(kind: Part) -> bool:
    slots = shape_of(kind.entity).slots
    return len(slots) <= _SHORT_PART_FIELDS and all(isinstance(slot.kind, Single) for slot in slots)


def _listed(kind: Single | Many | Named, reference: str) -> Single | Many | Named:
    """Names that point at something are told apart in one line, as ids are."""
    if isinstance(kind, Many) and isinstance(kind.item, Single) and reference and not kind.item.form:
        return replace(kind, item=replace(kind.item, form=LISTED))
    return kind


def _reference(info: FieldInfo) -> str:
    """What the field, or an item of it, points at."""
    metadata = [*info.metadata]
    for argument in get_args(info.annotation):
        metadata += get_args(argument)
    return next((one.to for one in metadata if isinstance(one, Reference)), "")


def text_kind(sheet: Sheet) -> Single:
    """How the texts of a sheet of texts are read."""
    kind: Kind = Part(sheet.entity)
    for key in sheet.path:
        entity = kind.entity if isinstance(kind, Part) else sheet.entity
        kind = next(slot.kind for slot in shape_of(entity).slots if slot.key == key)
    while isinstance(kind, Named):
        kind = kind.value
    if not isinstance(kind, Single):
        raise TypeError(f"{sheet.path} holds no texts")
    return kind


def _name(root: Sheet) -> None:
    """Every sheet its own name: the title, with those above it where two are alike."""
    sheets = [sheet for sheet in root.all() if sheet is not root]
    for sheet in sheets:
        alike = sum(other.title == sheet.title for other in sheets) > 1 or sheet.title == BASICS
        above = sheet.titles[-2] if len(sheet.titles) > 1 else ""
        if alike and not above and sheet.parent is not None and sheet.parent is not root:
            above = sheet.parent.title
        sheet.name = (f"{above}·{sheet.title}" if alike and above else sheet.title)[:_SHEET_NAME_CHARS]
    taken: set[str] = set()
    for sheet in [root, *sheets]:
        number, name = 1, sheet.name
        while sheet.name in taken:
            number += 1
            sheet.name = f"{name[: _SHEET_NAME_CHARS - 3]}{number}"
        taken.add(sheet.name)
