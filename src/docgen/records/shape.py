"""What a mapping may hold, learnt once from its model: keys, labels, and how each value is read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from docgen.records.schema import Entity, Form, Options


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: it is looked up for every value read
class Single:
    """One value: a text by its form or words, a date, a number, a count or yes and no."""

    type: type
    form: str = ""
    options: Options | None = None
    share: bool = False


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `plain` when a single value may stand for a list of one."""

    item: "Kind"
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping with keys of the record's own, such as the indicators of a rubric."""

    value: "Kind"


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping with the fields of an entity."""

    entity: type[Entity]


Kind = Single | Many | Named | Part


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of an entity: `name` in Python, `key` in the record, `title` its Chinese label."""

    name: str
    key: str
    title: str
    words: tuple[str, ...]
    kind: Kind
    due: str | None
    required: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of an entity; `by_word` finds one by its key, label or alias."""

    slots: tuple[Slot, ...]
    by_word: dict[str, Slot]
    rest: Slot | None
    plain: Slot | None


@cache
def shape_of(entity: type[Entity]) -> Shape:
    """How a mapping of this entity is read."""
    slots, rest, plain = [], None, None
    for name, info in entity.model_fields.items():
        about = _about(info)
        slot = _slot(name, info, about)
        slots.append(slot)
        rest = slot if about.get("rest") else rest
        plain = slot if about.get("plain") and isinstance(slot.kind, Single) else plain
    return Shape(tuple(slots), _by_word(slots), rest, plain)


def _about(info: FieldInfo) -> dict[str, Any]:
    extra = info.json_schema_extra
    return dict(extra) if isinstance(extra, dict) else {}


def _slot(name: str, info: FieldInfo, about: dict[str, Any]) -> Slot:
    key = str(about.get("key", name))
    title = info.title or key
    words = tuple(dict.fromkeys((key, title, *about.get("aliases", ()))))
    kind = _kind(info.annotation, info.metadata, about)
    return Slot(name, key, title, words, kind, about.get("due"), bool(about.get("required")))


def _by_word(slots: list[Slot]) -> dict[str, Slot]:
    found: dict[str, Slot] = {}
    # Keys first, then labels, then aliases: an alias never hides another field's key or label.
    for rank in (lambda s: (s.key,), lambda s: (s.title,), lambda s: s.words):
        for slot in slots:
            for word in rank(slot):
                found.setdefault(word, slot)
    return found


def _kind(annotation: Any, metadata: list[Any], about: dict[str, Any]) -> Kind:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0], [*arguments[1:], *metadata], about)
    if origin in (Union, UnionType):
        return _kind(next(a for a in arguments if a is not NoneType), metadata, about)
    if origin in (tuple, list):
        return Many(_kind(arguments[0], [], about), bool(about.get("plain")))
    if origin is dict:
        return Named(_kind(arguments[1], [], about))
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return Part(annotation)
    return _single(annotation, metadata, about)


def _single(annotation: Any, metadata: list[Any], about: dict[str, Any]) -> Single:
    if annotation not in (str, bool, int, Decimal, date):
        raise TypeError(f"a record field cannot be of type {annotation!r}")
    form = next((m.kind for m in metadata if isinstance(m, Form)), "")
    options = next((m for m in metadata if isinstance(m, Options)), None)
    return Single(annotation, form, options, bool(about.get("share")))
