"""The sample's branches as patterns for others, in the order in which a growing office takes them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from docgen.simulate.stencil import Stencil

_OFFICER = re.compile(r"branch\.committee_members\[\d+\]\.name")


@dataclass(frozen=True)
class Pattern:
    """One branch of the sample."""

    stencil: Stencil
    values: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Pattern":
        """The pattern of a branch record's text."""
        stencil = Stencil.of(text)
        return cls(stencil, stencil.values)

    @property
    def id(self) -> str:
        return self.values["branch.id"]

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The branch's own people, in the order of their posts."""
        return tuple(text for path, text in self.values.items() if _OFFICER.fullmatch(path) and text)

    @property
    def is_achieved(self) -> bool:
        """Whether the branch reached what it had set itself."""
        return self.values.get("final.achieved") == "true"

    @property
    def is_promoted(self) -> bool:
        """Whether it ended in a higher grade than it began."""
        return self.is_achieved and self.values["final.grade"] != self.values["baseline.grade"]

    @property
    def names_others(self) -> bool:
        """Whether its record refers to other branches."""
        return any(path.startswith("brand.spread[") for path in self.values)

    def number(self, path: str) -> int:
        """A whole number of the record; 0 where there is none."""
        text = self.values.get(path, "")
        return int(text) if text.isdigit() else 0


def in_order(texts: Iterable[str]) -> tuple[Pattern, ...]:
    """The patterns, so that the first N of them are a sound office: those that fall short come last.

    Those that name others come behind these.
    """
    patterns = [Pattern.of(text) for text in texts]
    return tuple(sorted(patterns, key=lambda one: (not one.is_achieved, one.names_others, one.id)))
