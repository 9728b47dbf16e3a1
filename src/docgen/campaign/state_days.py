"""On which day a branch entered each workflow state, as far as its record tells."""

from collections.abc import Callable, Iterable
from datetime import date

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office


def entered_on(state: str, record: BranchRecord, office: Office) -> date | None:
    """The day of the event by which the state was entered; None where no day is recorded."""
    return _DAYS[state](record, office)


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)


def _rated(record: BranchRecord, _: Office) -> date | None:
    return record.baseline.rated_on


def _looked(record: BranchRecord, _: Office) -> date | None:
    return _first(activity.date for activity in record.diagnosis.activities)


def _filed(record: BranchRecord, office: Office) -> date | None:
    """When the last of the dossiers was opened that are the least number."""
    filed = sorted(problem.filed_on for problem in record.problems if problem.filed_on)
    least = max(1, office.campaign.rules.min_problems_per_branch)
    return filed[min(least, len(filed)) - 1] if filed else None


def _submitted(record: BranchRecord, _: Office) -> date | None:
    return _first(one.submitted_on for one in record.review.submissions)


def _approved(record: BranchRecord, _: Office) -> date | None:
    return record.review.approval.date


def _assessed(record: BranchRecord, _: Office) -> date | None:
    return record.midterm.date


def _applied(record: BranchRecord, _: Office) -> date | None:
    return record.final.applied_on


def _accepted(record: BranchRecord, _: Office) -> date | None:
    return record.final.date


def _published(_: BranchRecord, office: Office) -> date | None:
    return office.committee.grade_confirmation.notice.date


_DAYS: dict[str, Callable[[BranchRecord, Office], date | None]] = {
    "S0": _rated,
    "S1": _looked,
    "S2": _filed,
    "S3": _submitted,
    "S4": _approved,
    "S5": _approved,
    "S6": _approved,
    "S7": _approved,
    "S8": _assessed,
    "S9": _assessed,
    "S10": _applied,
    "S11": _accepted,
    "S12": _published,
}
