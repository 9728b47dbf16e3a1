"""A YAML file as read: every value still the text that was typed, each with its place."""

from dataclasses import dataclass, field
from typing import TypeAlias

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value. `line` and `column` count from 1; `plain` when it stands without quotes."""

    text: str
    line: int
    column: int
    plain: bool = True
    dropped: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in: null, or a text of spaces."""
        return (self.plain and self.text in _NULLS) or not self.text.strip()


@dataclass(slots=True, eq=False)
class Mapping:
    """Keys with their values, in the order typed, duplicates included."""

    line: int
    column: int
    flow: bool = False
    entries: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    dropped: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has no keys."""
        return not self.entries


@dataclass(slots=True, eq=False)
class Sequence:
    """Items one after the other."""

    line: int
    column: int
    flow: bool = False
    items: list["Node"] = field(default_factory=list)
    dropped: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has no items."""
        return not self.items


Node: TypeAlias = Scalar | Mapping | Sequence
