"""A record as it is compared: empty is absent, keys are the model's, values are what a clerk reads.

An archived record may be older than the model, or no record at all: what is not known stays as typed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from docgen.records.compose import Limits, compose
from docgen.records.convert import convert
from docgen.records.decode import decode
from docgen.records.faults import Fault
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, Shape, Single, shape_of
from docgen.records.texts import Noted, clean
from docgen.records.tree import Mapping, Node, Scalar
from docgen.records.tree import Sequence as Listed

Value = str | date | dict[str, "Value"] | list["Value"]
_LIMITS = Limits()


def record_values(data: bytes, models: Sequence[type[Entity]]) -> tuple[dict[str, Value], Kind | None]:
    """What the file tells and the model it follows; all of its text under "" where it cannot be read."""
    text, _ = decode(data)
    if text is None:
        return {"": data.decode("gb18030", "replace")}, None
    composed = compose(text, _LIMITS)
    if not isinstance(composed.root, Mapping) or not composed.complete:
        return ({"": text} if text.strip() else {}), None
    kind = _model_of(composed.root, models)
    value = _value(composed.root, kind)
    return (value if isinstance(value, dict) else {}), kind


def _model_of(root: Mapping, models: Sequence[type[Entity]]) -> Kind | None:
    """The model that knows most of the top keys; None where it knows less than half."""
    typed = [key.text for key, _ in root.entries]
    known = {model: sum(key in shape_of(model).by_word for key in typed) for model in models}
    best = max(known, key=lambda model: known[model], default=None)
    return Part(best) if best is not None and known[best] * 2 > len(typed) else None


def _value(node: Node, kind: Kind | None) -> Value | None:
    if isinstance(node, Scalar):
        return None if node.is_empty else _scalar(node, kind)
    if isinstance(node, Listed):
        return _items(node, kind)
    values = {word: value for word, value in _entries(node, kind) if value is not None}
    return dict(values) or None


def _scalar(node: Scalar, kind: Kind | None) -> Value:
    if isinstance(kind, Many):
        return [_scalar(node, kind.item)]
    if isinstance(kind, Part) and (plain := shape_of(kind.entity).plain) is not None:
        return {plain.key: _scalar(node, plain.kind)}
    value = convert(node.text, kind, _LIMITS.text_chars) if isinstance(kind, Single) else None
    if isinstance(value, Noted):
        value = value.value
    return clean(node.text)[0].strip() if value is None or isinstance(value, Fault) else _shown(value)


def _shown(value: object) -> str | date:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, date) else str(value)


def _items(node: Listed, kind: Kind | None) -> Value | None:
    inner = kind.item if isinstance(kind, Many) else kind if isinstance(kind, Single) else None
    values = [value for item in node.items if (value := _value(item, inner)) is not None]
    if isinstance(kind, Single):  # a text that may be typed as a list of its lines
        return "\n".join(map(str, values)) or None
    return values or None


def _entries(node: Mapping, kind: Kind | None) -> list[tuple[str, Value | None]]:
    shape = shape_of(kind.entity) if isinstance(kind, Part) else None
    found = []
    for key, value in node.entries:
        word, inner = _key(clean(key.text)[0].strip(), shape, kind)
        found.append((word, _value(value, inner)))
    return found


def _key(typed: str, shape: Shape | None, kind: Kind | None) -> tuple[str, Kind | None]:
    if shape is not None:
        slot = shape.by_word.get(typed)
        return (slot.key, slot.kind) if slot else (typed, None)
    return typed, kind.value if isinstance(kind, Named) else None
