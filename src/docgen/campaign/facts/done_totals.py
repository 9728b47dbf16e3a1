"""What was done in the campaign, counted over all branches: the numbers of the year's report (D18)."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.keeping import DeedCounts, PledgeCounts, deed_counts, pledge_counts
from docgen.campaign.models.branch import Activity
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined

_RETURNED = "退回修改"


@dataclass(frozen=True, slots=True)
class DiagnosisTotals(Row):
    """查找问题: `kinds_text` is 座谈会7次、走访调研6次; sums are 0 where nobody wrote a number."""

    activities: int
    kinds_text: str
    participants: int
    opinions: int
    prominent: int
    weak: int


@dataclass(frozen=True, slots=True)
class ReviewTotals(Row):
    """Branches by how far their method came; `returned` had to hand it in again."""

    branches: int
    adopted: int
    returned: int
    approved: int
    signed: int


@dataclass(frozen=True, slots=True)
class PublicityTotals(Row):
    """公开: notices with what came back, and the committee's own publicity."""

    notices: int
    feedback: int
    replied: int
    items: int


@dataclass(frozen=True, slots=True)
class InspectionTotals(Row):
    """督查: `ways_text` is 集中督查2次、随机抽查2次; findings, and those that are done."""

    held: int
    ways_text: str
    findings: int
    done: int


@dataclass(frozen=True, slots=True)
class KeepingTotals(Row):
    """Deeds and public pledges of all branches; `people` is the sum of those who benefit from done deeds."""

    deeds: DeedCounts
    pledges: PledgeCounts
    people: int


@fact(
    "diagnosis_totals", "查找问题汇总", scope="committee", reads=("branches.diagnosis", "branches.problems")
)
def diagnosis_totals(office: Office) -> DiagnosisTotals:
    """The activities of all branches and what they found."""
    held = [one for record in office.branches for one in record.diagnosis.activities]
    natures = [problem.nature for record in office.branches for problem in record.problems]
    return DiagnosisTotals(
        activities=len(held),
        kinds_text=_counted(one.kind for one in held),
        participants=_sum(held, "participants"),
        opinions=_sum(held, "opinions"),
        prominent=natures.count("突出问题"),
        weak=natures.count("薄弱环节"),
    )


@fact(
    "review_totals",
    "办法审定汇总",
    scope="committee",
    reads=("branches.method", "branches.review", "branches.agreement"),
)
def review_totals(office: Office) -> ReviewTotals:
    """The methods of all branches, and the agreements signed on them."""
    records = office.branches
    return ReviewTotals(
        branches=len(records),
        adopted=sum(record.method.adopted.date is not None for record in records),
        returned=sum(any(s.result == _RETURNED for s in record.review.submissions) for record in records),
        approved=sum(record.review.approval.date is not None for record in records),
        signed=sum(record.agreement.signed_on is not None for record in records),
    )


@fact("publicity_totals", "公开汇总", scope="committee", reads=("publicity", "branches.publicity"))
def publicity_totals(office: Office) -> PublicityTotals:
    """All branches' notices and feedback."""
    feedback = [one for record in office.branches for one in record.publicity.feedback]
    return PublicityTotals(
        notices=sum(len(record.publicity.notices) for record in office.branches),
        feedback=len(feedback),
        replied=sum(one.replied_on is not None for one in feedback),
        items=len(office.committee.publicity.items),
    )


@fact("inspection_totals", "督查汇总", scope="committee", reads=("inspections",))
def inspection_totals(office: Office) -> InspectionTotals:
    """The committee's inspections."""
    held = office.committee.inspections
    findings = [finding for one in held for finding in one.findings]
    return InspectionTotals(
        held=len(held),
        ways_text=_counted(one.mode for one in held),
        findings=len(findings),
        done=sum(finding.done is True for finding in findings),
    )


@fact("keeping_totals", "践诺汇总", scope="committee", reads=("branches.deeds", "branches.pledges"))
def keeping_totals(office: Office) -> KeepingTotals:
    """The branches' own counts, summed."""
    deeds = [deed_counts(record) for record in office.branches]
    pledges = [pledge_counts(record) for record in office.branches]
    done = [deed for record in office.branches for deed in record.deeds if deed.done_on]
    return KeepingTotals(
        deeds=DeedCounts(sum(one.total for one in deeds), sum(one.done for one in deeds)),
        pledges=PledgeCounts(sum(one.total for one in pledges), sum(one.kept for one in pledges)),
        people=sum(deed.people or 0 for deed in done),
    )


def _counted(words: Iterable[str]) -> str:
    """座谈会7次、走访调研6次, in the order of first mention."""
    listed = [word for word in words if word]
    return joined(f"{word}{listed.count(word)}次" for word in dict.fromkeys(listed))


def _sum(held: Iterable[Activity], name: str) -> int:
    return sum(getattr(one, name) or 0 for one in held)
