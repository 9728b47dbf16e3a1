"""A campus with one branch of each pattern: what its branches, their people and their telephones are called.

The sample's branches know each other (pledges to learn from one another, brands that spread), so that
they are taken over together; the last family of an office may be incomplete.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.simulate.pattern import Pattern
from docgen.simulate.people import Namer, campuses

_FIRST_PHONE = 8_700_000


@dataclass(frozen=True, slots=True)
class Family:
    """What the sample's words become here. `patterns` are those that have a branch in this family."""

    words: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    first: int

    def ids(self) -> list[str]:
        """The ids of its branches."""
        return [self.words[pattern.id] for pattern in self.patterns]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the sample that are other ones in each family, found in any text."""

    _found: re.Pattern[str]

    @classmethod
    def of(cls, patterns: Sequence[Pattern]) -> "Words":
        """The names, ids and telephones of these patterns."""
        words = {word for pattern in patterns for word in _own_words(pattern)}
        return cls(re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))))

    def are_in(self, text: str) -> bool:
        """Whether the text has any of them."""
        return self._found.search(text) is not None

    def replaced(self, text: str, words: Mapping[str, str]) -> str:
        """The text as a family says it."""
        return self._found.sub(lambda found: words[found[0]], text)


def families(
    patterns: Sequence[Pattern], count: int, namer: Namer, office: str, seed: int
) -> Iterator[Family]:
    """Families with `count` branches together. `office` begins the full name of every branch."""
    digits = max(2, len(str(count)))
    for first, campus in zip(range(0, count, len(patterns)), campuses(seed), strict=False):
        words: dict[str, str] = {}
        for place, pattern in enumerate(patterns, start=first):
            words |= _names(pattern, campus, office) | {pattern.id: f"Z{place + 1:0{digits}d}"}
            words |= _ways_to_reach(pattern, place)
            words |= {name: namer.name_like(name) for name in pattern.people}
        yield Family(words, tuple(patterns[: count - first]), first)


def _own_words(pattern: Pattern) -> list[str]:
    return [pattern.id, *_names(pattern, "", ""), *_ways_to_reach(pattern, 0), *pattern.people]


def _names(pattern: Pattern, campus: str, office: str) -> dict[str, str]:
    full, short = pattern.values["branch.full_name"], pattern.values["branch.short_name"]
    return {full: f"{office}{campus}{full.removeprefix(office)}", short: f"{campus}{short}"}


def _ways_to_reach(pattern: Pattern, place: int) -> dict[str, str]:
    values = pattern.values
    phone, fax, email = (values.get(f"branch.contact.{one}", "") for one in ("phone", "fax", "email"))
    area = phone.partition("-")[0]
    number = _FIRST_PHONE + 2 * place
    made = {phone: f"{area}-{number}", fax: f"{area}-{number + 1}"}
    made[email] = email.replace("@", f"{place + 1}@")
    return {old: new for old, new in made.items() if old}
