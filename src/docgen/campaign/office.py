"""A committee with its branches, and who and what is found in their records by name."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from docgen.campaign.models.campaign import Campaign, RatioTarget
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.registry import Registry
from docgen.records.schema import Entity
from docgen.text.workdays import Calendar

DEFAULT_GRADES = ("一般", "先进", "标兵", "品牌")
DEFAULT_SHARES = (Decimal("0.3"), Decimal("0.2"), Decimal("0.3"))  # R5, R6, R7


def _no_prints(_record: BranchRecord) -> Mapping[str, bytes]:
    return {}


@dataclass(frozen=True, eq=False)
class Office:
    """One committee's records. Compared by identity; no slots, because look-ups are cached on it."""

    committee: CommitteeRecord
    branches: tuple[BranchRecord, ...] = ()
    papers: tuple[Entity, ...] = ()  # records of official papers that stand alone (docgen.official)
    memory: dict[Hashable, tuple[Any, ...]] = field(default_factory=dict, repr=False)  # facts, once each

    prints: Callable[[BranchRecord], Mapping[str, bytes]] = field(default=_no_prints, repr=False)
    """The fingerprints that are known of a record's sentences (campaign.copies)."""
    registry: Registry | None = field(default=None, repr=False)
    """The people of the committee's record, where whoever read it has found them by name already."""

    def __getstate__(self) -> dict[str, Any]:
        # What is remembered goes by the identity of records, which in another process are others.
        return {**self.__dict__, "memory": {}, "prints": _no_prints}

    def remembered(self, key: Hashable, compute: Callable[[], Any], *kept: object) -> Any:
        """What `compute` gives, computed once; `kept` live as long, so that the key may hold their ids."""
        if key not in self.memory:
            self.memory[key] = (compute(), *kept)
        return self.memory[key][0]

    @property
    def campaign(self) -> Campaign:
        """The campaign of the committee's record."""
        return self.committee.campaign

    @cached_property
    def grades(self) -> tuple[str, ...]:
        """The grades, low to high; the guidance's four where the record names none."""
        return self.campaign.grades or DEFAULT_GRADES

    @cached_property
    def ratio_targets(self) -> tuple[RatioTarget, ...]:
        """The required shares of rising branches; the guidance's where the record names none (J1)."""
        named = self.campaign.rules.ratio_targets
        if named:
            return named
        steps = zip(self.grades, self.grades[1:], DEFAULT_SHARES, strict=False)
        return tuple(RatioTarget(from_grade=low, to_grade=high, min=share) for low, high, share in steps)

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of the campaign."""
        days = self.campaign.calendar
        return Calendar(days.holidays, days.extra_workdays)

    @cached_property
    def people(self) -> Registry:
        """The registry by exact name."""
        return self.registry or Registry(self.committee.people)

    @cached_property
    def departments(self) -> frozenset[str]:
        """The departments of the registry, with the committee's two own."""
        own = (self.committee.committee.office.name, self.committee.committee.org_department.name)
        return frozenset((*self.committee.departments, *filter(None, own)))

    @cached_property
    def by_id(self) -> dict[str, BranchRecord]:
        """The branches by their ids; of several with one id, the first."""
        return {record.branch.id: record for record in reversed(self.branches) if record.branch.id}

    @cached_property
    def branch_ids(self) -> tuple[str, ...]:
        """The ids of the branches, in the committee's order."""
        return tuple(record.branch.id for record in self.branches if record.branch.id)

    @property
    def is_complete(self) -> bool:
        """Whether every listed branch file was read, so that sums over the branches mean something."""
        return len(self.branches) == len(set(self.committee.branches)) > 0

    @cached_property
    def thresholds(self) -> dict[str, Decimal]:
        """The least total of each grade."""
        lines = self.campaign.rubric.thresholds
        return {line.grade: line.min for line in lines if line.grade and line.min is not None}

    def branch(self, branch_id: str) -> BranchRecord | None:
        """The record of the branch with this id."""
        return self.by_id.get(branch_id)

    def branch_name(self, branch_id: str) -> str:
        """The short name of a branch, or of the committee; the id itself when nobody has it."""
        if branch_id and branch_id == self.committee.committee.id:
            return self.committee.committee.short_name or branch_id
        record = self.branch(branch_id)
        return (record.branch.short_name if record else "") or branch_id

    def rank(self, grade: str) -> int | None:
        """The place of a grade in the series, from 0; None when it is none of them."""
        return self.grades.index(grade) if grade in self.grades else None

    def grade_of(self, total: Decimal | None) -> str:
        """The grade that a total reaches by the rubric's thresholds, each including itself."""
        reached = [(least, grade) for grade, least in self.thresholds.items() if total and least <= total]
        return max(reached)[1] if reached else ""

    def workdays(self, start: date | None, end: date | None) -> int | None:
        """Working days from one day to another, both included."""
        return None if start is None or end is None else self.calendar.count(start, end)
