"""One simulated branch: a pattern with names, numbers and sentences of its own.

Changes keep every sum and every limit: what one score loses another gains, and members who are added were
at every meeting.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.simulate.family import Family, Words
from docgen.simulate.numbers import Numbers
from docgen.simulate.pattern import Pattern
from docgen.simulate.sentences import COUNT, Sentences

_SENTENCES_A_BRANCH = 16
_STEP = 100_003  # coprime to COUNT: neighbours get sentences from far apart
_ADDED_AT_MOST = 12
_SCORES = ("baseline.scores", "midterm.scores", "final.self_scores", "final.superior_scores")
_CAUSE = re.compile(r"problems\[\d+\]\.causes\[\d+\]\.text")
_MEASURE = re.compile(r"problems\[\d+\]\.measures\[\d+\]\.action")
_DESCRIPTION = re.compile(r"problems\[\d+\]\.description")
_OPINIONS = re.compile(r"diagnosis\.activities\[\d+\]\.(?:opinions|participants)")
_GENERAL_MEETING = re.compile(r"(meetings\[\d+\])\.type")
_NUMBER_OF_PAPER = re.compile(r".*\.doc_no")


@dataclass(frozen=True)
class Mould:
    """A pattern with what is looked up in it once, for all branches that are made of it."""

    pattern: Pattern
    words: Words
    full_marks: Mapping[str, float]

    @cached_property
    def worded(self) -> frozenset[str]:
        """The paths of the values in which some word changes."""
        return frozenset(path for path, text in self.pattern.values.items() if self.words.are_in(text))

    @cached_property
    def by_members(self) -> tuple[str, ...]:
        """The paths of the numbers that grow with each member."""
        values = self.pattern.values
        meetings = [
            found[1]
            for path, text in values.items()
            if text == "党员大会" and (found := _GENERAL_MEETING.fullmatch(path))
        ]
        counts = [f"{meeting}.{count}" for meeting in meetings for count in ("should", "present")]
        counts += [f"method.adopted.{count}" for count in ("should", "present", "voters", "agree")]
        counts += [f"publicity.awareness.{count}" for count in ("sample", "aware", "participated")]
        return tuple(path for path in ("branch.members.formal", *counts) if values.get(path, "").isdigit())

    def full_mark(self, path: str) -> float:
        """The most that this line of a score sheet gives."""
        return self.full_marks.get(path.rpartition(".")[2], 0)

    def paths(self, kind: re.Pattern[str]) -> list[str]:
        """The paths of this kind that hold something."""
        return [path for path, text in self.pattern.values.items() if text and kind.fullmatch(path)]

    @cached_property
    def places(self) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
        """Causes, measures, descriptions, counts of opinions, document numbers."""
        return (
            self.paths(_CAUSE),
            self.paths(_MEASURE),
            self.paths(_DESCRIPTION),
            self.paths(_OPINIONS),
            self.paths(_NUMBER_OF_PAPER),
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A branch that was made, and what the committee's record adds up."""

    id: str
    counts: Mapping[str, int]


def make(
    mould: Mould, family: Family, place: int, sentences: Sentences, numbers: Numbers, seed: int
) -> tuple[Made, str]:
    """The branch of this pattern in this family, and its record; `place` is its number in the office."""
    chance = random.Random(f"branch {seed} {place}")  # noqa: S311  # variety, not secrecy
    pattern = mould.pattern
    added = chance.randrange(_ADDED_AT_MOST + 1)
    causes, measures, descriptions, opinions, papers = mould.places
    number = _numbering(place, seed)
    changes = {path: sentences.cause(next(number)) for path in causes}
    changes |= {path: sentences.measure(next(number)) for path in measures}
    changes |= {path: str(pattern.number(path) + added) for path in mould.by_members}
    changes |= {path: str(pattern.number(path) + chance.randrange(6)) for path in opinions}
    changes |= {path: numbers.next_like(pattern.values[path]) for path in papers}
    changes |= _scores(mould, chance) | _ballots(pattern, chance) | _past(pattern, chance)
    told = {path: sentences.cause(next(number)) for path in descriptions}
    counted = _counted_words(pattern, added)

    def change(path: str, text: str) -> str:
        if path in changes:
            return changes[path]
        if path in mould.worded:
            text = mould.words.replaced(text, family.words)
        for old, new in counted:
            text = text.replace(old, new)
        return told[path] + text if path in told else text

    counts = {path: int(changes.get(path) or pattern.number(path)) for path in _ADDED_UP}
    return Made(family.words[pattern.id], counts), pattern.stencil.filled(change)


_ADDED_UP = (
    "branch.members.formal",
    "branch.members.probationary",
    "publicity.awareness.sample",
    "publicity.awareness.aware",
    "publicity.awareness.participated",
)


def _numbering(place: int, seed: int) -> Iterator[int]:
    """Numbers of sentences that no other branch has."""
    for one in range(_SENTENCES_A_BRANCH):
        yield ((place * _SENTENCES_A_BRANCH + one) * _STEP + seed) % COUNT


def _counted_words(pattern: Pattern, added: int) -> Sequence[tuple[str, str]]:
    """Members and votes where the text counts them."""
    members = pattern.number("branch.members.formal") + pattern.number("branch.members.probationary")
    agreed = pattern.number("method.adopted.agree")
    return (
        (f"{members} 名党员", f"{members + added} 名党员"),
        (f"{agreed} 票同意", f"{agreed + added} 票同意"),
    )


def _scores(mould: Mould, chance: random.Random) -> dict[str, str]:
    """One score of each sheet half a mark lower, another half a mark higher."""
    changes = {}
    values = mould.pattern.values
    for sheet in _SCORES:
        marks = {path: float(text) for path, text in values.items() if path.startswith(f"{sheet}.") and text}
        room = [
            path
            for path, mark in marks.items()
            if mark + 0.5 <= mould.full_marks.get(path.rpartition(".")[2], 0)
        ]
        if len(marks) < 2 or not room:
            continue
        higher = chance.choice(room)
        lower = chance.choice([path for path in marks if path != higher])
        if marks[lower] > 1:
            changes[higher] = f"{round(marks[higher] + 0.5, 1):g}"
            changes[lower] = f"{round(marks[lower] - 0.5, 1):g}"
    return changes


def _ballots(pattern: Pattern, chance: random.Random) -> dict[str, str]:
    """Some of the satisfied are rather satisfied: the rate stays."""
    very, rather = "final.satisfaction.满意", "final.satisfaction.比较满意"
    moved = chance.randrange(1 + min(6, pattern.number(very)))
    return {very: str(pattern.number(very) - moved), rather: str(pattern.number(rather) + moved)}


def _past(pattern: Pattern, chance: random.Random) -> dict[str, str]:
    """What was long before, and what it costs."""
    founded = pattern.values.get("branch.founded_on", "")
    budget = pattern.number("goals.venue.budget_yuan")
    changes = {"branch.founded_on": f"{chance.randrange(1986, 2010)}{founded[4:]}"} if founded else {}
    return changes | ({"goals.venue.budget_yuan": str(budget + 100 * chance.randrange(20))} if budget else {})
