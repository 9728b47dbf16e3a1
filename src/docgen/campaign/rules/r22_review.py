"""R22 逐级报送审定升级办法，有意见、有签字、有日期，先后不乱 (part two, step two)."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.campaign.chain import Event, breaks
from docgen.campaign.days import two
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "逐级报送审定晋位升级办法（一审）"
_REMEDY = "核对报审表，改正日期"
_LETTERS = "submission_to_superior"


@rule("R22", due="S4", severity=Severity.ERROR, remedy="按报审表补上这一级的意见、签字和日期", seed=_SEED)
def every_level_signed(branch: BranchRecord) -> Iterator[Hit]:
    """报审的每一级都有意见、签字人和日期：审核有审核意见、审核人、审核日期，审定有审定意见、签发人、日期。

    正确::

        review: {approval: {date: 2013-03-12, result: 同意, opinion: 同意实施。, signer: 周明}}

    错误::

        review: {approval: {date: 2013-03-12, result: 同意, opinion: 同意实施。, signer: }}
    """
    submissions, approval = branch.review.submissions, branch.review.approval
    if not submissions:
        yield Hit("review.submissions", "没有报审记录，审核这一级不能跳过")
    for index, one in enumerate(submissions):
        field = f"review.submissions[{index}]"
        yield from owed(one, field, "submitted_on", "opinion", "reviewer", "reviewed_on")
    if not approval:
        yield Hit("review.approval", "没有审定记录，党委审定这一级不能跳过")
    else:
        yield from owed(approval, "review.approval", "date", "opinion", "signer")


@rule("R22", due="S3", severity=Severity.ERROR, remedy=_REMEDY, seed=_SEED)
def review_in_order(branch: BranchRecord) -> Iterator[Hit]:
    """每次报审先报送、后审核，最后一次审核之后才审定。

    正确::

        review: {approval: {date: 2013-03-12}}

    错误::

        review: {approval: {date: 2013-03-07}}
    """
    events = list(_review_events(branch))
    own = [event.field for event in events]
    for broken in breaks([*events, *_next_event(branch)]):
        if broken.later.field in own:
            earlier, later = two(broken.earlier.day, broken.later.day)
            said = f"{broken.later.name} {later}早于{broken.earlier.name} {earlier}"
            yield Hit(broken.wrong.field, said)


@rule("R22", due="S3", severity=Severity.ERROR, remedy="每修改一次，版次加一", seed=_SEED)
def versions_rise(branch: BranchRecord) -> Iterator[Hit]:
    """退回修改后再报的，版次比上一次大。

    正确::

        review: {submissions: [{version: 1, result: 退回修改}, {version: 2, result: 通过}]}

    错误::

        review: {submissions: [{version: 1, result: 退回修改}, {version: 1, result: 通过}]}
    """
    versions = [one.version for one in branch.review.submissions]
    for index, (before, now) in enumerate(pairwise(versions), start=1):
        if before is not None and now is not None and now <= before:
            said = f"这次报送的是第 {now} 版，上一次已经是第 {before} 版"
            yield Hit(f"review.submissions[{index}].version", said)


def _review_events(branch: BranchRecord) -> Iterator[Event]:
    for index, one in enumerate(branch.review.submissions):
        field = f"review.submissions[{index}]"
        if one.submitted_on:
            yield Event(f"{field}.submitted_on", "报送日期", one.submitted_on)
        if one.reviewed_on:
            yield Event(f"{field}.reviewed_on", "审核日期", one.reviewed_on)
    if branch.review.approval.date:
        yield Event("review.approval.date", "审定日期", branch.review.approval.date)


def _next_event(branch: BranchRecord) -> Iterator[Event]:
    """The first thing that may only follow the approval: it tells which of two days is the wrong one."""
    signed, pledged = branch.agreement.signed_on, branch.pledges.to_public.date
    notices = [one.start for one in branch.publicity.notices]
    days = [day for day in (signed, pledged, *notices) if day]
    if days:
        yield Event("", "", min(days))


@rule(
    "R22",
    due="S4",
    severity=Severity.ERROR,
    remedy="按请示和批复补上",
    scope="committee",
    seed=_SEED,
)
def superior_asked(committee: CommitteeRecord) -> Iterator[Hit]:
    """党委的晋位方案报上级党组织审定：请示有日期和签发人，批复有日期和结果。

    正确::

        submission_to_superior: {reply: {title: 关于方案的批复, date: 2013-03-12, result: 同意}}

    错误::

        submission_to_superior: {reply: {title: 关于方案的批复, date: 2013-03-12, result: }}
    """
    request, reply = committee.submission_to_superior.request, committee.submission_to_superior.reply
    if not request:
        yield Hit(f"{_LETTERS}.request", "晋位方案没有报请上级党组织审定")
    else:
        yield from owed(request, f"{_LETTERS}.request", "date", "signer")
    if not reply:
        yield Hit(f"{_LETTERS}.reply", "没有上级党组织的批复，上级审定这一级不能跳过")
        return
    yield from owed(reply, f"{_LETTERS}.reply", "date")
    if not reply.result and not reply.opinion:
        yield Hit(f"{_LETTERS}.reply.result", "没有写明上级党组织批复的结果")


@rule(
    "R22",
    due="S3",
    severity=Severity.ERROR,
    remedy="核对会议记录、请示和批复，改正日期",
    scope="committee",
    seed=_SEED,
)
def plan_reviewed_in_order(committee: CommitteeRecord) -> Iterator[Hit]:
    """晋位方案先经党委通过，再报请示，然后才有批复。

    正确::

        submission_to_superior: {request: {date: 2013-03-11}, reply: {date: 2013-03-12}}

    错误::

        submission_to_superior: {request: {date: 2013-03-11}, reply: {date: 2013-03-08}}
    """
    letters = committee.submission_to_superior
    named = (
        ("plan.adopted.date", "方案通过日期", committee.plan.adopted.date),
        (f"{_LETTERS}.request.date", "请示日期", letters.request.date),
        (f"{_LETTERS}.reply.date", "批复日期", letters.reply.date),
        ("", "", committee.deployment_meeting.date),
    )
    for broken in breaks([Event(field, name, day) for field, name, day in named if day]):
        if broken.later.field:
            earlier, later = two(broken.earlier.day, broken.later.day)
            said = f"{broken.later.name} {later}早于{broken.earlier.name} {earlier}"
            yield Hit(broken.wrong.field, said)
