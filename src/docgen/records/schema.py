"""The language in which a record's models are written: labels, options, references, what is due when.

An unfinished record loads: every field may be missing, and a rule says what is owed.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


@dataclass(frozen=True, slots=True)
class Options:
    """The words a field may hold."""

    words: tuple[str, ...]
    open: bool = False  # an open list takes another word with a 警告


@dataclass(frozen=True, slots=True)
class Reference:
    """What the text of a field points at, such as a person of the registry or a cause of the problem."""

    to: str


@dataclass(frozen=True, slots=True)
class Form:
    """How a text is written: name, doc_no, clock, phone, id; body may be a list of lines. See texts.py."""

    kind: str


class Entity(BaseModel):
    """One mapping of a record.

    Every field has a Chinese `title` (its label) and may be missing: texts are then "", lists (),
    dates and numbers None, and mappings an empty entity, which is false in a test.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    def __bool__(self) -> bool:
        """Whether the record fills anything of it."""
        return bool(self.model_fields_set)


def field(
    title: str,
    *aliases: str,
    default: Any = None,
    due: str | None = None,
    required: bool = False,
    **extra: Any,
) -> Any:
    """A field with its Chinese label and the other words accepted for it as keys.

    `due` is the state (S0 to S12) from which the field must be filled (domain.md 2.2 “req ✓”, 6.1 J25);
    `required` says it is always owed, even in a fresh skeleton.
    """
    about = {"aliases": list(aliases), "due": due, "required": required, **extra}
    return Field(default=default, title=title, json_schema_extra=about)


def words(title: str, *aliases: str, **extra: Any) -> Any:
    """A text field: "" when not filled."""
    return field(title, *aliases, default="", **extra)


def many(title: str, *aliases: str, **extra: Any) -> Any:
    """A list field: () when not filled."""
    return field(title, *aliases, default=(), **extra)


def part(entity: type[Entity], title: str, *aliases: str, **extra: Any) -> Any:
    """A nested mapping: an empty, false entity when not filled."""
    return Field(
        default_factory=entity,
        title=title,
        json_schema_extra={"aliases": list(aliases), "due": None, "required": False, **extra},
    )
