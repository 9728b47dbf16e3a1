"""R20 党委向上级承诺整体晋位目标 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.facts.grades import reaches
from docgen.campaign.models.committee_process import RatioPledge
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rate import Rate
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import percent_text

_FIELD = "plan.ratio_pledges"
_SEED = "党委向上级党组织承诺整体晋位目标（一诺）"


@rule(
    "R20",
    due="S3",
    severity=Severity.ERROR,
    remedy="在“整体承诺”里补上",
    scope="committee",
    seed=_SEED,
)
def overall_pledge_made(committee: CommitteeRecord) -> Iterator[Hit]:
    """党委的整体承诺写明日期、承诺人和承诺事项。

    正确::

        overall_pledge: {date: 2013-03-11, signer: 周明, items: [普遍提升]}

    错误::

        overall_pledge: {date: 2013-03-11, signer: , items: [普遍提升]}
    """
    pledge = committee.overall_pledge
    if not pledge:
        yield Hit("overall_pledge", "党委还没有向上级作整体承诺")
    else:
        yield from owed(pledge, "overall_pledge", "date", "signer", "items")


@rule(
    "R20",
    due="S3",
    severity=Severity.ERROR,
    remedy="提高承诺数，使比例达到要求",
    scope="office",
    seed=_SEED,
)
def pledged_rates_high_enough(office: Office) -> Iterator[Hit]:
    """“晋升比例承诺”里每一项的承诺数除以基数，不低于要求的比例（含本数）；基数是 0 的不适用。

    正确::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 2, pledged: 1}]}

    错误::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 2, pledged: 0}]}
    """
    pledges = office.committee.plan.ratio_pledges
    if not office.committee.plan:
        return
    by_pair = {(one.from_grade, one.to_grade): (index, one) for index, one in enumerate(pledges)}
    for target in office.ratio_targets:
        pair = (target.from_grade, target.to_grade)
        if target.min is None or not _base(office, *pair):
            continue
        if pair not in by_pair:
            yield Hit(_FIELD, f"没有承诺{pair[0]}党支部晋升{pair[1]}的数目")
            continue
        index, pledge = by_pair[pair]
        rate = Rate(pledge.pledged or 0, _base(office, *pair))
        if pledge.pledged is not None and rate < target.min:
            said = f"承诺{pair[0]}晋升{pair[1]} {pledge.pledged} 个，比例是 {rate.text}"
            yield Hit(f"{_FIELD}[{index}].pledged", f"{said}，低于要求的 {percent_text(target.min)}")


@rule(
    "R20",
    due="S3",
    severity=Severity.ERROR,
    remedy="改正承诺数，或者核对各党支部的目标档次",
    scope="office",
    seed=_SEED,
)
def pledged_no_more_than_planned(office: Office) -> Iterator[Hit]:
    """承诺晋升的数目，不多于以此为目标的党支部数。

    正确::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 2, pledged: 2}]}

    错误::

        plan: {ratio_pledges: [{from: 一般, to: 先进, base: 2, pledged: 3}]}
    """
    for index, pledge in enumerate(office.committee.plan.ratio_pledges):
        planned = _planned(office, pledge)
        if pledge.pledged is not None and planned is not None and pledge.pledged > planned:
            said = f"承诺{pledge.from_grade}晋升{pledge.to_grade} {pledge.pledged} 个"
            yield Hit(f"{_FIELD}[{index}].pledged", f"{said}，以此为目标的党支部只有 {planned} 个")


def _base(office: Office, low: str, high: str) -> int:
    """How many branches start at the grade; as typed while a branch's record is missing."""
    if office.is_complete and all(record.baseline.grade in office.grades for record in office.branches):
        return sum(record.baseline.grade == low for record in office.branches)
    pledges = office.committee.plan.ratio_pledges
    return next((one.base or 0 for one in pledges if (one.from_grade, one.to_grade) == (low, high)), 0)


def _planned(office: Office, pledge: RatioPledge) -> int | None:
    """How many branches have the rise as their target; None while one has no target yet."""
    base = [record for record in office.branches if record.baseline.grade == pledge.from_grade]
    graded = all(record.baseline.grade in office.grades for record in office.branches)
    if not office.is_complete or not graded or any(one.target.grade not in office.grades for one in base):
        return None
    return sum(reaches(office, record.target.grade, pledge.to_grade) for record in base)
