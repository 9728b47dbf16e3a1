"""R40 签了责任书的党支部，年中年底两次考核都有结果 (part three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.limits import final_not_after
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R40",
    severity=Severity.ERROR,
    remedy="补上考核结果；还没有考核的，马上安排",
    seed="党委将对各支部进行考核",
)
def agreement_assessed_twice(branch: BranchRecord, office: Office, as_of: date | None) -> Iterator[Hit]:
    """签了责任书的党支部，到年底（或者档次已经公布）时，“七一”前考评和年底考评验收都有结果。

    正确::

        agreement: {signed_on: 2013-03-14}
        final: {date: 2013-12-09, total: 84.4, conclusion: 通过验收。}

    错误::

        agreement: {signed_on: 2013-03-14}
        final:
    """
    if not branch.agreement.signed_on or not _year_is_over(office, as_of):
        return
    if not (branch.midterm.outcome or branch.midterm.total is not None):
        yield Hit("midterm", "责任书已经签订，到年底还没有“七一”前考评的结果")
    final = branch.final
    if not (final.conclusion or final.total is not None or final.superior_scores):
        yield Hit("final", "责任书已经签订，到年底还没有考评验收的结果")


def _year_is_over(office: Office, as_of: date | None) -> bool:
    """Past the last day of the acceptance, or the grades are published."""
    published, last = office.committee.grade_confirmation.notice.date, final_not_after(office.campaign)
    if as_of is None:
        return published is not None
    return bool((published and published <= as_of) or (last and last < as_of))
