"""What was done by the day of the request that the plan be approved (R8-R10, R22).

Counted up to that day: a request does not tell what happened after it was written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class WorkBeforeRequest(Row):
    """The branches, the problems filed and the branches that have handed in their method."""

    branches: int
    activities: int
    filed: int
    submitted: int

    @property
    def sentence(self) -> str:
        """组织6个党支部开展查找活动18次，逐一建立问题档案17份，6个党支部报送了升级办法."""
        if not self.branches:
            return ""
        parts = (
            ("开展查找活动{}次", self.activities),
            ("逐一建立问题档案{}份", self.filed),
            ("{}个党支部报送了升级办法", self.submitted),
        )
        done = [words.format(number) for words, number in parts if number]
        return f"组织所属{self.branches}个党支部{'，'.join(done)}" if done else ""


@fact(
    "work_before_request",
    "请示前的工作",
    scope="committee",
    reads=("submission_to_superior", "branches.diagnosis", "branches.problems", "branches.review"),
)
def work_before_request(office: Office) -> WorkBeforeRequest:
    """The counts by the request's date; all that the records tell where it has none."""
    day = office.committee.submission_to_superior.request.date
    records = office.branches
    return WorkBeforeRequest(
        branches=len(records),
        activities=_by(day, (one.date for r in records for one in r.diagnosis.activities)),
        filed=_by(day, (problem.filed_on for r in records for problem in r.problems)),
        submitted=sum(_by(day, (s.submitted_on for s in r.review.submissions)) > 0 for r in records),
    )


def _by(day: date | None, days: Iterable[date | None]) -> int:
    return sum(day is None or (one is not None and one <= day) for one in days)
