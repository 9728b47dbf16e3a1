"""Fields of records as JSON, deflated; what was unpacked last stays unpacked, up to a bound."""

import sys
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Protocol

from isal import isal_zlib
from pydantic import TypeAdapter

from docgen.files import Aside, Spool
from docgen.records.schema import Entity

_LEVEL = 2


class Lines(Protocol):
    """The JSON of the fields that are packed."""

    @property
    def names(self) -> Collection[str]:
        """Those fields."""

    def line(self, name: str) -> bytes:
        """The JSON of one of them."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A record as JSON, one line for each field that is set, deflated; `names` are those fields."""

    names: tuple[str, ...]
    data: bytes | Aside

    @classmethod
    def of(cls, lines: Mapping[str, bytes]) -> "Packed":
        """The lines, together."""
        return cls(tuple(lines), _deflated(b"\n".join(lines.values())))

    def lines(self) -> dict[str, bytes]:
        """The JSON of each field."""
        return dict(zip(self.names, isal_zlib.decompress(bytes(self.data)).split(b"\n"), strict=False))

    def line(self, name: str) -> bytes:
        """The JSON of a field."""
        return self.lines()[name]

    def laid_aside(self, spool: Spool) -> "Packed":
        """The same, with its data in the spool."""
        return Packed(_one_of(self.names), spool.lay(bytes(self.data)))


@dataclass(frozen=True, slots=True)
class PackedApart:
    """Some fields of a record as JSON, each deflated by itself."""

    data: Mapping[str, bytes]

    @classmethod
    def of(cls, lines: Mapping[str, bytes]) -> "PackedApart":
        """The lines, each by itself."""
        return cls({name: _deflated(line) for name, line in lines.items()})

    @property
    def names(self) -> Collection[str]:
        """The fields."""
        return self.data.keys()

    def line(self, name: str) -> bytes:
        """The JSON of a field."""
        return bytes(isal_zlib.decompress(self.data[name]))


def lines_of(record: Entity, fields: Collection[str]) -> dict[str, bytes] | None:
    """The JSON of these fields, in the model's order; None if they would not come out as they went in."""
    model, lines = type(record), {}
    for name in (name for name in model.model_fields if name in fields):
        try:
            lines[name] = _adapter(model, name).dump_json(getattr(record, name), exclude_unset=True)
            if value_of(model, name, lines[name]) != getattr(record, name):
                return None
        except ValueError:  # a lone surrogate, which JSON cannot say
            return None
    return lines


def value_of(model: type[Entity], name: str, line: bytes) -> Any:
    """The value of a field from its JSON."""
    return _adapter(model, name).validate_json(line)


class Window:
    """The values that were unpacked last, up to a bound in bytes of JSON, which take twelve times that.

    The very last stays however large it is.
    """

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._values: OrderedDict[tuple[int, str], tuple[Any, int, object]] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        """Nothing stays unpacked."""
        self._values.clear()
        self._bytes = 0

    def get(self, model: type[Entity], record: Entity, name: str, packed: Lines) -> Any:
        """The value of a field of the record, which is one of the model."""
        place = (id(record), name)
        held = self._values.get(place)
        if held is not None:
            self._values.move_to_end(place)
            return held[0]
        line = packed.line(name)
        value = value_of(model, name, line)
        # The record is held beside its value: while it lives, nothing else can have its id.
        self._values[place] = (value, len(line), record)
        self._bytes += len(line)
        while self._bytes > self._bound and len(self._values) > 1:
            self._bytes -= self._values.popitem(last=False)[1][1]
        return value


@cache
def _one_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(sys.intern, names))


@cache
def _adapter(model: type[Entity], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(kind)


def _deflated(text: bytes) -> bytes:
    return bytes(isal_zlib.compress(text, _LEVEL))
