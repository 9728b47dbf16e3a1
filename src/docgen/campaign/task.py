"""Tasks: what somebody still has to do by some day; `todo/` has one source of them a file.

What happened after the as-of day has not happened yet, so that the list of any day can be read again later.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeVar

from docgen.campaign.models.branch import Branch
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.subject import parts_wanted

Scope = Literal["branch", "committee"]
_WORDS_MAX = 24
_INNER_QUOTES = str.maketrans("“”", "‘’")
AT_ONCE = "马上"  # in place of a milestone: what waits for no day


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do. `field` is where the record tells that it is done, `before` what the day `due` is:
    a milestone, or AT_ONCE where no day is waited for.

    `branch` is the id of the branch that owes it, where the committee's record has it.
    """

    what: str
    field: str
    who: str
    due: date | None = None
    rule: str = ""
    before: str = ""
    branch: str = ""


Source = Callable[..., Iterator[Task]]
S = TypeVar("S", bound=Source)


@dataclass(frozen=True, slots=True)
class TaskSource:
    """A function that names the tasks of one sort, and the parts of a subject that it wants."""

    scope: Scope
    find: Source
    wanted: tuple[str, ...]


_sources: list[TaskSource] = []


def tasks(*, scope: Scope) -> Callable[[S], S]:
    """The function is asked about each branch, or about the committee, for what is to be done."""

    def register(find: S) -> S:
        _sources.append(TaskSource(scope, find, parts_wanted(find)))
        return find

    return register


def registered_sources() -> tuple[TaskSource, ...]:
    """All sources, as far as their modules have been imported (todo/ imports all)."""
    return tuple(_sources)


def happened(day: date | None, as_of: date) -> bool:
    """Whether the record tells that it was done by the as-of day."""
    return day is not None and day <= as_of


def days_after(day: date | None, days: int | None) -> date | None:
    """So many days later; None where either is unknown, or the calendar ends before."""
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def quoted(text: str) -> str:
    """The beginning of a text in quotation marks; nothing for nothing."""
    line = " ".join(text.split()).rstrip("。；;").translate(_INNER_QUOTES)
    return f"“{line[:_WORDS_MAX]}{'…' if len(line) > _WORDS_MAX else ''}”" if line else ""


def secretary_of(branch: Branch) -> str:
    """Who answers for the branch (R53)."""
    return branch.secretary or "支部书记"


def lead_of(problem: Problem, record: BranchRecord) -> str:
    """Who answers for the problem."""
    return problem.lead or secretary_of(record.branch)


def org_department_of(record: CommitteeRecord) -> str:
    """The committee's department that examines and checks."""
    return record.committee.org_department.name or "组织部"


def office_of(record: CommitteeRecord) -> str:
    """The committee's own office."""
    return record.committee.office.name or "党委办公室"


def committee_of(record: CommitteeRecord) -> str:
    """The committee as lists name it."""
    return record.committee.short_name or record.committee.full_name or "党委"
