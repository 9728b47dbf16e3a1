"""R63 各项日期不早于部署日期，前后次序不乱 (date of the guidance)."""

import re
from collections.abc import Iterator

from docgen.campaign.dated import days_of
from docgen.campaign.days import two
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.records.schema import Entity
from docgen.text.dates import month_day

_SEED = "二〇一二年五月二十九日"
_MANY = 5  # early days in more than one file: then it is the day of issue that is wrong
_EXEMPT = re.compile(
    # what was there before, and what only plans
    r"(?:branch|baseline|brand|campaign|plan\.stages)\b"
    # days that have a nearer one to follow, and are judged by it
    r"|diagnosis\.activities|review\b|agreement\b|rectification_order\b|method\.adopted|pledges\.to_public\.date"
    r"|publicity\.notices|publicity\.feedback\[\d+\]\.replied_on|final\.date"
    r"|problems\[\d+\]\.(?:found_on|filed_on|deadline|measures\[\d+\]\.deadline|immediate|closure|recheck"
    r"|escalation\.(?:replied_on|relay))"
    r"|submission_to_superior|deployment_meeting|final_evaluation\.(?:result_notice|committee_decision)"
    r"|grade_confirmation"
)


@rule(
    "R63",
    severity=Severity.ERROR,
    remedy="核对日期；早于部署日期的不能算这次工作",
    scope="office",
    seed=_SEED,
)
def nothing_before_the_issue(office: Office) -> Iterator[Hit]:
    """各项记录的日期都不早于党委记录里的部署日期。

    支部成立、划档定级等在前的事情不在此限；前后另有规定的日期，由那一条规定查。

    正确::

        deeds: [{id: S1, title: 增设窗口, done_on: 2013-02-20}]

    错误::

        deeds: [{id: S1, title: 增设窗口, done_on: 2013-02-19}]
    """
    issued_on = office.campaign.issued_on
    if issued_on is None:
        return
    hits = list(_early(office.committee, Hit("", ""), office.campaign))
    for record in office.branches:
        hits += _early(record, Hit("", "", branch=record), office.campaign)
    if len(hits) >= _MANY and len({id(hit.branch) for hit in hits}) > 1:
        said = f"部署日期是 {month_day(issued_on)}，有 {len(hits)} 处日期早于它，例如{hits[0].message}"
        yield Hit("campaign.issued_on", said, "核对部署日期")
        return
    yield from hits


def _early(record: Entity, at: Hit, campaign: Campaign) -> Iterator[Hit]:
    for one in days_of(record):
        if campaign.issued_on and one.day < campaign.issued_on and not _EXEMPT.match(one.field):
            day, issued = two(one.day, campaign.issued_on)
            yield Hit(one.field, f"{one.label} {day}早于部署日期 {issued}", branch=at.branch)


@rule("R63", severity=Severity.ERROR, remedy="核对依据和部署的日期", scope="committee", seed=_SEED)
def bases_come_first(campaign: Campaign) -> Iterator[Hit]:
    """依据的文件在部署之前：依据的日期不晚于部署日期。

    正确::

        campaign: {issued_on: 2013-02-20, basis: [{title: 意见, issuer: 市委, date: 2013-02-20}]}

    错误::

        campaign: {issued_on: 2013-02-20, basis: [{title: 意见, issuer: 市委, date: 2013-02-21}]}
    """
    for index, basis in enumerate(campaign.basis):
        if basis.date and campaign.issued_on and basis.date > campaign.issued_on:
            day, issued = two(basis.date, campaign.issued_on)
            yield Hit(f"campaign.basis[{index}].date", f"依据的日期 {day}晚于部署日期 {issued}")
