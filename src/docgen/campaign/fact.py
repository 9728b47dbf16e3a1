"""Facts: numbers and texts derived from the records, computed where they are asked for, never typed.

A fact is a function in `facts/`, found by being there. Its rows are `Row`s: frozen, ready for paper.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Literal, TypeVar, get_args, get_type_hints

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.subject import Subject, arguments, parts_wanted
from docgen.records.schema import Entity

Scope = Literal["branch", "committee"]
F = TypeVar("F", bound=Callable[..., object])

_facts: dict[tuple[Scope, str], "Fact"] = {}


class Row:
    """A derived value with named parts; a template names them, and the record's values in them, freely."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A derived value that a template may name as `facts.NAME`.

    `reads` are the root keys it is derived from, as templates name them (context.py): errors in them
    make a paper with this fact a draft.
    """

    name: str
    title: str
    scope: Scope
    reads: tuple[str, ...]
    compute: Callable[..., object]
    wanted: tuple[str, ...]

    @property
    def feeds_by_value(self) -> bool:
        """Whether a paper depends on what the fact says, not on all that it reads.

        So do the committee's facts, which read every branch and say little of it. One whose rows hold the
        branches' records shows more than can be known here.
        """
        return self.scope == "committee" and not _holds_records(get_type_hints(self.compute).get("return"))

    def of(self, subject: Subject) -> object:
        """The fact's value, computed once for an office, a branch and an item."""
        parts = arguments(subject, self.wanted)
        key = (self.scope, self.name, *map(id, parts))
        kept = subject.office.memory.get(key)
        if kept is None:
            # The parts are kept beside the value: while they live, nothing else can have their ids.
            kept = subject.office.memory[key] = (self.compute(*parts), parts)
        return kept[0]


def fact(name: str, title: str, *, scope: Scope = "branch", reads: tuple[str, ...]) -> Callable[[F], F]:
    """The function is the fact `name` of its scope; `title` is what it is called in Chinese."""

    def register(function: F) -> F:
        if (scope, name) in _facts:
            raise ValueError(f"two facts are called {name}")
        _facts[scope, name] = Fact(name, title, scope, reads, function, parts_wanted(function))
        return function

    return register


def registered(scope: Scope) -> dict[str, Fact]:
    """The facts of a scope by name, as far as their modules have been imported (facts/ imports all)."""
    return {fact.name: fact for (of, _), fact in sorted(_facts.items()) if of == scope}


def plain(value: object) -> object:
    """A fact's value as JSON knows it, equal for equal values."""
    if isinstance(value, Entity):
        return value.model_dump(mode="json", exclude_defaults=True)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, (str, int)) else str(value)


@cache
def _holds_records(kind: object) -> bool:
    return BranchRecord in _parts(kind, set())


def _parts(kind: object, seen: set[object]) -> set[object]:
    """The types of which a value of this type consists."""
    if kind not in seen:
        seen.add(kind)
        for inner in _inner(kind):
            _parts(inner, seen)
    return seen


def _inner(kind: object) -> Iterator[object]:
    yield from get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        yield from get_type_hints(kind).values()
