"""Branch records that are kept small: packed as JSON, and unpacked key by key when somebody asks.

A record in memory takes 130 KB, packed 7 KB, which lie in a file that goes with the process. An office of
thousands holds packed ones, which look like records to rules and facts; what was unpacked last stays
unpacked, up to a bound.
"""

import sys
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any

from isal import isal_zlib
from pydantic import TypeAdapter

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.files import Aside, Spool

_UNPACKED_BYTES = 1_000_000  # of JSON; as entities twelve times that
_LEVEL = 2
# What an office looks up in its committee's record alone, so that all views of it share it.
_OF_COMMITTEE = ("grades", "ratio_targets", "calendar", "people", "name_counts", "departments", "thresholds")
_OF_ALL = (*_OF_COMMITTEE, "branch_ids")  # as long as the branches are the same, packed or not


@dataclass(frozen=True, slots=True)
class Packed:
    """A record as JSON, one line for each field that is set, deflated; `names` are those fields."""

    names: tuple[str, ...]
    data: bytes | Aside

    def lines(self) -> dict[str, bytes]:
        """The JSON of each field."""
        return dict(zip(self.names, isal_zlib.decompress(bytes(self.data)).split(b"\n"), strict=False))

    def laid_aside(self, spool: Spool) -> "Packed":
        """The same, with its data in the spool."""
        return Packed(_one_of(self.names), spool.lay(bytes(self.data)))


def pack(record: BranchRecord) -> Packed | None:
    """The record, packed; None if it would not come out as it went in."""
    names = tuple(name for name in BranchRecord.model_fields if name in record.model_fields_set)
    try:
        lines = [_reader(name).dump_json(getattr(record, name), exclude_unset=True) for name in names]
        same = all(
            _reader(name).validate_json(line) == getattr(record, name)
            for name, line in zip(names, lines, strict=True)
        )
    except ValueError:  # a lone surrogate, which JSON cannot say
        return None
    return Packed(names, isal_zlib.compress(b"\n".join(lines), _LEVEL)) if same else None


@cache
def _one_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(sys.intern, names))


@cache
def _set_of(names: tuple[str, ...]) -> set[str]:
    return set(names)


def unpack(packed: Packed) -> BranchRecord:
    """The record."""
    return BranchRecord.model_validate(
        {name: _reader(name).validate_json(line) for name, line in packed.lines().items()}
    )


@cache
def _reader(name: str) -> TypeAdapter[Any]:
    field = BranchRecord.model_fields[name]
    kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(kind)


class StoredBranch(BranchRecord):
    """A packed record that reads like any other."""

    @classmethod
    def of(cls, packed: Packed) -> "StoredBranch":
        """The record."""
        stored = cls.__new__(cls)
        object.__setattr__(stored, "__dict__", {"_packed": packed})
        object.__setattr__(stored, "__pydantic_fields_set__", _set_of(packed.names))
        object.__setattr__(stored, "__pydantic_extra__", None)
        object.__setattr__(stored, "__pydantic_private__", None)
        return stored

    def whole(self) -> BranchRecord:
        """The record, unpacked."""
        return unpack(self.__dict__["_packed"])

    def __getattr__(self, name: str) -> Any:
        if name not in BranchRecord.model_fields:
            raise AttributeError(name)
        packed: Packed = self.__dict__["_packed"]
        return _window.get(self, name, packed) if name in packed.names else getattr(_EMPTY, name)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredBranch.of, (self.__dict__["_packed"],)

    def model_dump_json(self, **how: Any) -> str:
        """As of the whole record."""
        return self.whole().model_dump_json(**how)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Any:
        """As of the whole record."""
        return self.whole().model_copy(update=update, deep=deep)


class _Window:
    """The values that were unpacked last, up to a bound."""

    def __init__(self) -> None:
        self._values: OrderedDict[tuple[int, str], tuple[Any, int, StoredBranch]] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        self._values.clear()
        self._bytes = 0

    def get(self, record: StoredBranch, name: str, packed: Packed) -> Any:
        place = (id(record), name)
        held = self._values.get(place)
        if held is not None:
            self._values.move_to_end(place)
            return held[0]
        line = packed.lines()[name]
        value = _reader(name).validate_json(line)
        # The record is held beside its value: while it lives, nothing else can have its id.
        self._values[place] = (value, len(line), record)
        self._bytes += len(line)
        while self._bytes > _UNPACKED_BYTES:
            self._bytes -= self._values.popitem(last=False)[1][1]
        return value


_window = _Window()


def forget() -> None:
    """Nothing stays unpacked."""
    _window.clear()


_EMPTY = BranchRecord()


def look_up(office: Office) -> None:
    """What every view of the office shares is looked up; forked processes need not each do it then."""
    for name in (*_OF_ALL, "by_id"):
        getattr(office, name)


def view(office: Office, places: Sequence[int]) -> Office:
    """The office with the branches at these places unpacked, and a memory of its own for what they give.

    An office that holds none packed is its own view.
    """
    if not any(isinstance(one, StoredBranch) for one in office.branches[:1]):
        return office
    branches, by_id = list(office.branches), dict(office.by_id)
    for place in places:
        packed = branches[place]
        if isinstance(packed, StoredBranch):
            branches[place] = whole = packed.whole()
            if by_id.get(whole.branch.id) is packed:
                by_id[whole.branch.id] = whole
    seen = replace(office, branches=tuple(branches), memory={})
    for name in _OF_ALL:
        seen.__dict__[name] = getattr(office, name)
    seen.__dict__["by_id"] = by_id
    return seen
