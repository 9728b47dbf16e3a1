"""What a part of a record should hold: single values, mappings and lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value as it should be typed; "" empties it. `is_text` when other programs must read a text."""

    text: str
    is_text: bool = True

    @property
    def is_empty(self) -> bool:
        return not self.text


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a mapping that should change, by record key; the others stay.

    `entity` is its model, None for a mapping with keys of its own.
    """

    values: Mapping[str, "Wanted"]
    entity: type[Entity] | None = None

    @property
    def is_empty(self) -> bool:
        return all(value.is_empty for value in self.values.values())


@dataclass(frozen=True, slots=True)
class Items:
    """The whole of a list, in order: each an old item by its number, with changes, or a new one.

    An old single value stays as it was typed.
    """

    items: tuple[tuple[int | None, "Wanted"], ...]

    @property
    def is_empty(self) -> bool:
        return not self.items

    @property
    def fresh(self) -> tuple["Wanted", ...]:
        """The items without their numbers, for a list that is not there yet."""
        return tuple(wanted for _, wanted in self.items if not wanted.is_empty)


Wanted: TypeAlias = Leaf | Fields | Items
