"""R63 各项日期不早于部署日期，前后次序不乱 (date chain)."""

from collections.abc import Iterator

from docgen.campaign.chain_hits import events, out_of_order
from docgen.campaign.days import two
from docgen.campaign.late_problems import is_late
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "二〇一二年五月二十九日"
_ADOPTED = "method.adopted.date"


@rule("R63", severity=Severity.ERROR, remedy="核对立档和会议通过办法的日期", seed=_SEED)
def filed_before_adopted(branch: BranchRecord) -> Iterator[Hit]:
    """问题先立档，升级办法后通过；审定之后新增的问题不在此限。

    正确::

        method: {adopted: {date: 2013-03-07}}
        problems: [{id: W1, filed_on: 2013-03-07}]

    错误::

        method: {adopted: {date: 2013-03-07}}
        problems: [{id: W1, filed_on: 2013-03-08}, {id: W2, filed_on: 2013-03-01}]
    """
    adopted = branch.method.adopted.date
    filed = [
        (index, problem.filed_on)
        for index, problem in enumerate(branch.problems)
        if problem.filed_on and not is_late(problem, branch)
    ]
    late = [(index, day) for index, day in filed if adopted and day > adopted]
    if adopted and len(late) > 1 and len(late) == len(filed):  # all against one
        passed, opened = two(adopted, min(day for _, day in late))
        yield Hit(_ADOPTED, f"办法通过日期 {passed}早于问题的立档日期 {opened}")
        return
    for index, day in late:
        opened, passed = two(day, adopted or day)
        yield Hit(f"problems[{index}].filed_on", f"立档日期 {opened}晚于办法通过日期 {passed}")


@rule("R63", severity=Severity.ERROR, remedy="核对会议通过办法和报送的日期", seed=_SEED)
def adopted_before_submitted(branch: BranchRecord) -> Iterator[Hit]:
    """升级办法通过之后才报送：最后一次报送的日期不早于通过日期。

    正确::

        method: {adopted: {date: 2013-03-07}}
        review: {submissions: [{version: 1, submitted_on: 2013-03-07, reviewed_on: 2013-03-08}]}

    错误::

        method: {adopted: {date: 2013-03-07}}
        review: {submissions: [{version: 1, submitted_on: 2013-03-06, reviewed_on: 2013-03-08}]}
    """
    submissions = branch.review.submissions
    if not submissions:
        return
    own = f"review.submissions[{len(submissions) - 1}].submitted_on"
    filed = [one.filed_on for one in branch.problems if one.filed_on and not is_late(one, branch)]
    adopted = branch.method.adopted.date
    chain = events(
        ("", "", max(filed) if filed and adopted and max(filed) <= adopted else None),
        (_ADOPTED, "办法通过日期", adopted),
        (own, "报送日期", submissions[-1].submitted_on),
        ("", "", submissions[-1].reviewed_on),
        ("", "", branch.review.approval.date),
    )
    yield from out_of_order(chain, (own,))


@rule("R63", due="S10", severity=Severity.ERROR, remedy="核对自查申报和考评验收的日期", seed=_SEED)
def applied_before_accepted(branch: BranchRecord, committee: CommitteeRecord) -> Iterator[Hit]:
    """先自查申报，后考评验收。

    正确::

        final: {applied_on: 2013-12-09, date: 2013-12-09}

    错误::

        final: {applied_on: 2013-12-10, date: 2013-12-09}
    """
    applied_on, held_on = branch.final.applied_on, branch.final.date
    if applied_on and held_on and held_on < applied_on:
        planned = committee.final_evaluation.dates
        wrong = "final.date" if planned and held_on not in planned else "final.applied_on"
        applied, held = two(applied_on, held_on)
        yield Hit(wrong, f"申报日期 {applied}晚于验收日期 {held}")
