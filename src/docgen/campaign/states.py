"""How far a branch, or the office, has come: the workflow states S0 to S12, read from the records.

A branch has a set of states: S5, S6 and S7 run side by side (J24). Whoever has reached a state has
reached those before it, so that what is missing there is missing indeed.
"""

from collections.abc import Callable
from datetime import date

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.state_days import entered_on

STATES = tuple(f"S{number}" for number in range(13))
_FROM_ALL_BRANCHES = frozenset({"S9", "S10", "S11", "S12"})  # the committee's papers that sum them up


def states(record: BranchRecord, office: Office, as_of: date | None = None) -> frozenset[str]:
    """The states that the branch has reached, by the as-of day where one is given (J23)."""
    return frozenset(STATES[: _last(record, office, as_of) + 1])


def office_states(office: Office, as_of: date | None = None) -> frozenset[str]:
    """The states that at least one branch has reached."""
    return frozenset().union(*(states(record, office, as_of) for record in office.branches))


def ready(state: str, record: BranchRecord | CommitteeRecord, office: Office) -> str | None:
    """Why papers of this state cannot be made yet; None when the data of the state before are there."""
    if isinstance(record, BranchRecord):
        return _branch_ready(state, record, office)
    waiting = {b.branch.short_name or b.branch.id: _branch_ready(state, b, office) for b in office.branches}
    reasons = {name: reason for name, reason in waiting.items() if reason}
    enough = not reasons if state in _FROM_ALL_BRANCHES else len(reasons) < len(waiting)
    if state == "S0" or enough:
        return None
    if not reasons:
        return "还没有党支部的记录"
    return f"{'、'.join(reasons)}：{next(iter(reasons.values()))}"


def _branch_ready(state: str, record: BranchRecord, office: Office) -> str | None:
    there, reason = _NEEDS[state]
    reached = STATES.index(state) <= _last(record, office)
    return None if reached or there(record, office) else reason


def _last(record: BranchRecord, office: Office, as_of: date | None = None) -> int:
    """The number of the latest state that the branch has entered; -1 for none. Judged once."""
    key = ("last state", id(record), as_of)
    if key not in office.memory:
        entered = (
            number for number, state in enumerate(STATES) if _has_entered(state, record, office, as_of)
        )
        # The record is kept beside the number: while it lives, nothing else can have its id.
        office.memory[key] = (max(entered, default=-1), record)
    number: int = office.memory[key][0]
    return number


def _has_entered(state: str, record: BranchRecord, office: Office, as_of: date | None) -> bool:
    if not _ENTERED[state](record, office):
        return False
    day = entered_on(state, record, office) if as_of else None
    return day is None or as_of is None or day <= as_of


def _rated(record: BranchRecord, _: Office) -> bool:
    return bool(record.baseline.grade)


def _looking(record: BranchRecord, _: Office) -> bool:
    return bool(record.diagnosis.activities or record.problems)


def _filed(record: BranchRecord, office: Office) -> bool:
    complete = sum(map(_is_complete, record.problems))
    return complete >= max(1, office.campaign.rules.min_problems_per_branch)


def _is_complete(problem: Problem) -> bool:
    return bool(problem.causes and problem.measures)


def _adopted(record: BranchRecord, _: Office) -> bool:
    return record.method.adopted.date is not None


def _submitted(record: BranchRecord, _: Office) -> bool:
    return bool(record.review.submissions)


def _approved(record: BranchRecord, _: Office) -> bool:
    return record.review.approval.date is not None


def _assessing(record: BranchRecord, _: Office) -> bool:
    return bool(record.midterm)


def _assessed(record: BranchRecord, _: Office) -> bool:
    return bool(record.midterm.outcome)


def _applied(record: BranchRecord, _: Office) -> bool:
    return bool(record.final.applied_on or record.final.self_scores)


def _accepted(record: BranchRecord, _: Office) -> bool:
    return bool(record.final.conclusion or record.final.superior_scores)


def _decided(record: BranchRecord, _: Office) -> bool:
    return bool(record.final.grade)


def _published(record: BranchRecord, office: Office) -> bool:
    return _decided(record, office) and office.committee.grade_confirmation.notice.date is not None


_Test = Callable[[BranchRecord, Office], bool]

_ENTERED: dict[str, _Test] = {
    "S0": _rated,
    "S1": _looking,
    "S2": _filed,
    "S3": _submitted,
    "S4": _approved,
    "S5": _approved,
    "S6": _approved,
    "S7": _approved,
    "S8": _assessing,
    "S9": _assessed,
    "S10": _applied,
    "S11": _accepted,
    "S12": _published,
}

# What must be there before papers of a state are made, and what to say while it is not (J24).
_NEEDS: dict[str, tuple[_Test, str]] = {
    "S0": (lambda _record, _office: True, ""),
    "S1": (_rated, "划档定级结果还没有填写"),
    "S2": (_filed, "问题档案还不齐（每个问题要有原因和措施，项数够规定数）"),
    "S3": (_adopted, "升级办法还没有经会议通过"),
    "S4": (_approved, "升级办法还没有审定"),
    "S5": (_approved, "升级办法还没有审定"),
    "S6": (_approved, "升级办法还没有审定"),
    "S7": (_approved, "升级办法还没有审定"),
    "S8": (_approved, "升级办法还没有审定"),
    "S9": (_assessed, "七一前考评还没有结果"),
    "S10": (_assessed, "七一前考评还没有结果"),
    "S11": (_accepted, "考评验收还没有结果"),
    "S12": (_decided, "档次还没有审定"),
}
