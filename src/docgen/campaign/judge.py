"""The runner: every rule asked about every record, and its hits made findings with their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, Rule
from docgen.campaign.rules import RULES
from docgen.campaign.states import office_states, states
from docgen.campaign.subject import NO_BRANCH, Subject, arguments
from docgen.findings import Finding, Severity, in_order


class Place(Protocol):
    """Where the fields of one record stand; records.Source is one."""

    @property
    def file(self) -> str:
        """The file, relative to the workspace."""

    def locate(self, field_path: str) -> tuple[int, int]:
        """Line and column of a field, or of what is nearest to it."""

    def label(self, field_path: str) -> str:
        """The field in Chinese."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The places of an office's records; those of the branches in the office's order."""

    committee: Place
    branches: tuple[Place, ...]


def run(
    office: Office,
    sources: Sources,
    as_of: date | None = None,
    rules: Sequence[Rule] = RULES,
    only: Sequence[int] | None = None,
) -> list[Finding]:
    """All findings of the rules, by urgency and place.

    The as-of day is the one by which things are due; None: whatever has its data is due. With `only`, rules
    about a branch are asked about the branches at these places of the office.
    """
    judge = _Judge(office, sources, as_of)
    asked = office.branches if only is None else [office.branches[place] for place in only]
    return in_order(finding for rule in rules for finding in judge.findings(rule, asked))


class _Judge:
    def __init__(self, office: Office, sources: Sources, as_of: date | None) -> None:
        self._office = office
        self._as_of = as_of
        self._of_committee = sources.committee
        self._places = {
            id(record): place for record, place in zip(office.branches, sources.branches, strict=True)
        }

    def findings(self, rule: Rule, branches: Sequence[BranchRecord]) -> Iterator[Finding]:
        for record in branches if rule.scope == "branch" else (NO_BRANCH,):
            subject = Subject(self._office, record, as_of=self._as_of)
            for hit in rule.check(*arguments(subject, rule.wanted)):
                yield self._finding(rule, hit, hit.branch or record)

    def _finding(self, rule: Rule, hit: Hit, record: BranchRecord) -> Finding:
        place = self._places.get(id(record), self._of_committee)
        line, column = place.locate(hit.field)
        is_due = rule.due is None or rule.due in self._reached(record)
        return Finding(
            rule=rule.code,
            severity=rule.severity if is_due else Severity.INFO,
            message=hit.message,
            remedy=hit.remedy or rule.remedy,
            file=place.file,
            line=line,
            column=column,
            field=hit.field,
            label=place.label(hit.field),
        )

    def _reached(self, record: BranchRecord) -> frozenset[str]:
        if id(record) in self._places:
            return states(record, self._office, self._as_of)
        return self._reached_by_any

    @cached_property
    def _reached_by_any(self) -> frozenset[str]:
        return office_states(self._office, self._as_of)
