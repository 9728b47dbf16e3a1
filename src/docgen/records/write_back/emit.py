"""New parts of a record as YAML text, in the manner of the records: short mappings on one line."""

from collections.abc import Iterator

from docgen.records.schema import Entity
from docgen.records.shape import shape_of
from docgen.records.write_back.quoting import block, fits_block, scalar
from docgen.records.write_back.wanted import Fields, Items, Leaf, Wanted

_LINE_CHARS = 120
_STEP = 2


def after_key(wanted: Wanted, column: int, *, flow: bool, chinese: bool = False) -> str:
    """What stands behind the colon of a key in this column: begins with a blank or a line break."""
    if wanted.is_empty:
        return ""
    if isinstance(wanted, Leaf):
        return " " + _leaf(wanted, column + _STEP, flow=flow)
    one_line = in_flow(wanted, chinese=chinese)
    if flow or _is_short(wanted, one_line):
        return f" {one_line}"
    indent = "\n" + " " * (column + _STEP)
    if isinstance(wanted, Fields):
        return indent + entries(wanted, column + _STEP, chinese=chinese)
    return "".join(indent + item(one, column + _STEP, chinese=chinese) for one in wanted.fresh)


def item(wanted: Wanted, column: int, *, chinese: bool = False, flow: bool | None = None) -> str:
    """A new item of a block list whose dashes stand in this column."""
    if isinstance(wanted, Leaf):
        return "- " + _leaf(wanted, column + _STEP, flow=False)
    one_line = in_flow(wanted, chinese=chinese)
    if isinstance(wanted, Items) or (_is_short(wanted, one_line) if flow is None else flow):
        return f"- {one_line}"
    return "- " + entries(wanted, column + _STEP, chinese=chinese)


def entries(fields: Fields, column: int, *, chinese: bool = False) -> str:
    """The filled entries of a block mapping whose keys stand in this column; the first is not indented."""
    lines = (
        f"{key}:{after_key(value, column, flow=False, chinese=chinese)}"
        for key, value in filled(fields, chinese=chinese)
    )
    return ("\n" + " " * column).join(lines)


def in_flow(wanted: Wanted, *, chinese: bool = False) -> str:
    """The value on one line: {…}, […] or a scalar."""
    if isinstance(wanted, Leaf):
        return scalar(wanted, flow=True)
    if isinstance(wanted, Items):
        return "[" + ", ".join(in_flow(one, chinese=chinese) for one in wanted.fresh) + "]"
    parts = (f"{key}: {in_flow(value, chinese=chinese)}" for key, value in filled(wanted, chinese=chinese))
    return "{" + ", ".join(parts) + "}"


def filled(fields: Fields, *, chinese: bool = False) -> Iterator[tuple[str, Wanted]]:
    """Keys as they are typed with what is filled, in the model's order; options stand beside the keys."""
    for key, value in ordered(fields):
        if value.is_empty:
            continue
        if is_rest(fields.entity, key) and isinstance(value, Fields):
            yield from filled(value, chinese=chinese)
        else:
            yield typed_key(fields.entity, key, chinese=chinese), value


def ordered(fields: Fields) -> list[tuple[str, Wanted]]:
    """The fields in the order of the model."""
    if fields.entity is None:
        return list(fields.values.items())
    places = {slot.key: place for place, slot in enumerate(shape_of(fields.entity).slots)}
    return sorted(fields.values.items(), key=lambda pair: places.get(pair[0], len(places)))


def is_rest(entity: type[Entity] | None, key: str) -> bool:
    """Whether this field's own keys stand among those of the mapping."""
    rest = shape_of(entity).rest if entity is not None else None
    return rest is not None and rest.key == key


def typed_key(entity: type[Entity] | None, key: str, *, chinese: bool) -> str:
    """The key, or its Chinese label, as it is typed."""
    if entity is None:
        return scalar(Leaf(key), flow=True)
    if not chinese:
        return key
    title = next((slot.title for slot in shape_of(entity).slots if slot.key == key), key)
    return scalar(Leaf(title), flow=True)


def _leaf(leaf: Leaf, column: int, *, flow: bool) -> str:
    if not flow and fits_block(leaf.text):
        return block(leaf.text, " " * column)
    return scalar(leaf, flow=flow)


def _is_short(wanted: Wanted, one_line: str) -> bool:
    """Whether it reads well on one line: no line breaks, and no list of mappings within."""
    if len(one_line) > _LINE_CHARS or "\\n" in one_line:
        return False
    return not _holds_mappings(wanted)


def _holds_mappings(wanted: Wanted) -> bool:
    if isinstance(wanted, Items):
        return any(isinstance(one, Fields) for one in wanted.fresh)
    return isinstance(wanted, Fields) and any(_holds_mappings(value) for value in wanted.values.values())
