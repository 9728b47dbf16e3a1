"""Records that are kept small: packed, and unpacked key by key when somebody asks.

A branch's record in memory takes 130 KB, packed 7 KB, which lie in a file that goes with the process. The
committee's record of an office of thousands has lists that are as long as the office. Stored records look
like others to rules and facts.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from docgen.build.packing import Packed, PackedApart, Window, lines_of, value_of
from docgen.campaign.models.record import BranchRecord, CommitteeRecord

_LONG_BYTES = 50_000  # of a committee's field as JSON

_EMPTY = BranchRecord()
# Whoever goes over all branches does it one by one; what some papers ask of the committee all branches' do.
_of_branches = Window(100_000)
_of_committee = Window(1_000_000)


def forget() -> None:
    """Nothing stays unpacked."""
    _of_branches.clear()
    _of_committee.clear()


def pack(record: BranchRecord) -> Packed | None:
    """The record, packed; None if it would not come out as it went in."""
    lines = lines_of(record, record.model_fields_set)
    return None if lines is None else Packed.of(lines)


def unpack(packed: Packed) -> BranchRecord:
    """The record."""
    lines = packed.lines()
    return BranchRecord.model_validate(
        {name: value_of(BranchRecord, name, line) for name, line in lines.items()}
    )


class _Stored:
    """A record of which something is packed: compared by identity, and otherwise as its whole."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def whole(self) -> Any:
        """The record, unpacked."""
        raise NotImplementedError

    def model_dump_json(self, **how: Any) -> str:
        """As of the whole record."""
        text: str = self.whole().model_dump_json(**how)
        return text

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Any:
        """As of the whole record."""
        return self.whole().model_copy(update=update, deep=deep)


class StoredBranch(_Stored, BranchRecord):
    """A packed record of a branch."""

    def __getattr__(self, name: str) -> Any:
        packed: Packed = self.__dict__["_packed"]
        if name in packed.names:
            return _of_branches.get(BranchRecord, self, name, packed)
        return getattr(_EMPTY, name)

    @classmethod
    def of(cls, packed: Packed) -> "StoredBranch":
        """The record."""
        return _made(cls, {"_packed": packed}, _set_of(packed.names))

    def whole(self) -> BranchRecord:
        """The record, unpacked."""
        return unpack(self.__dict__["_packed"])

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredBranch.of, (self.__dict__["_packed"],)


class StoredCommittee(_Stored, CommitteeRecord):
    """A committee's record of which the long lists are packed."""

    def __getattr__(self, name: str) -> Any:
        packed: PackedApart = self.__dict__["_packed"]
        if name in packed.names:
            return _of_committee.get(CommitteeRecord, self, name, packed)
        raise AttributeError(name)

    @classmethod
    def of(cls, record: CommitteeRecord) -> CommitteeRecord:
        """The record, stored; as it is where nothing in it is long, or would not come out as it went in."""
        lines = lines_of(record, record.model_fields_set) or {}
        long = {name: line for name, line in lines.items() if len(line) > _LONG_BYTES}
        held = {name: value for name, value in record.__dict__.items() if name not in long}
        return (
            _made(cls, {**held, "_packed": PackedApart.of(long)}, record.model_fields_set) if long else record
        )

    def whole(self) -> CommitteeRecord:
        """The record, unpacked."""
        packed: PackedApart = self.__dict__["_packed"]
        unpacked = {name: value_of(CommitteeRecord, name, packed.line(name)) for name in packed.names}
        held = {name: value for name, value in self.__dict__.items() if name in self.model_fields_set}
        return CommitteeRecord.model_validate({**held, **unpacked})

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (StoredCommittee, self.__dict__, self.model_fields_set)


S = TypeVar("S", StoredBranch, StoredCommittee)


def _made(kind: type[S], held: dict[str, Any], filled: set[str]) -> S:
    stored = kind.__new__(kind)
    object.__setattr__(stored, "__dict__", held)
    object.__setattr__(stored, "__pydantic_fields_set__", filled)
    object.__setattr__(stored, "__pydantic_extra__", None)
    object.__setattr__(stored, "__pydantic_private__", None)
    return stored


@cache
def _set_of(names: tuple[str, ...]) -> set[str]:
    return set(names)
