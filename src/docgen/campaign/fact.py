"""Facts: numbers and texts derived from the records, computed where they are asked for, never typed.

A fact is a function in `facts/`, found by being there. Its rows are `Row`s: frozen, ready for paper.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar

from docgen.campaign.subject import Subject, arguments, parts_wanted

Scope = Literal["branch", "committee"]
F = TypeVar("F", bound=Callable[..., object])

_facts: dict[tuple[Scope, str], "Fact"] = {}


class Row:
    """A derived value with named parts; a template names them, and the record's values in them, freely."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A derived value that a template may name as `facts.NAME`.

    `reads` are the root keys it is derived from, as templates name them (context.py); a paper with
    this fact depends on all of them.
    """

    name: str
    title: str
    scope: Scope
    reads: tuple[str, ...]
    compute: Callable[..., object]
    wanted: tuple[str, ...]

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
