"""R26 审核通过后召开会议进行部署 (part two, step three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.headcount import unaccounted
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "审核通过后，召开会议进行部署"
_REPLY = "submission_to_superior.reply.date"


@rule(
    "R26",
    due="S4",
    severity=Severity.ERROR,
    remedy="召开部署会，写明日期",
    scope="office",
    seed=_SEED,
)
def deployment_meeting_held(office: Office) -> Iterator[Hit]:
    """各党支部的升级办法都审定之后，党委召开部署会，写明日期。

    正确::

        deployment_meeting: {title: 部署会, date: 2013-03-14}

    错误::

        deployment_meeting: {title: 部署会, date: }
    """
    meeting = office.committee.deployment_meeting
    all_approved = office.is_complete and all(record.review.approval.date for record in office.branches)
    if all_approved and meeting.date is None:
        yield Hit("deployment_meeting.date" if meeting else "deployment_meeting", "没有写明部署会的日期")


@rule(
    "R26",
    due="S4",
    severity=Severity.ERROR,
    remedy="核对日期：全部审定、上级批复之后才能开部署会",
    scope="office",
    seed=_SEED,
)
def deployment_after_approvals(office: Office) -> Iterator[Hit]:
    """部署会的日期不早于最晚的一次审定，也不早于上级党组织的批复。

    正确::

        deployment_meeting: {date: 2013-03-12}

    错误::

        deployment_meeting: {date: 2013-03-11}
    """
    held = office.committee.deployment_meeting.date
    replied = office.committee.submission_to_superior.reply.date
    if held is None:
        return
    late = [
        (record, day) for record in office.branches if (day := record.review.approval.date) and day > held
    ]
    if len(late) == 1 and len(office.branches) > 1:  # one against all others: it is the one that is wrong
        record, day = late[0]
        yield Hit("review.approval.date", _said(day, "审定日期", held), branch=record)
    elif late:
        latest = max(day for _, day in late)
        yield Hit("deployment_meeting.date", _said(latest, "最晚的审定日期", held))
    elif replied and replied > held:
        yield Hit(_REPLY, _said(replied, "上级批复的日期", held))


def _said(approved: date, name: str, held: date) -> str:
    day, meeting = two(approved, held)
    return f"{name} {day}晚于部署会 {meeting}"


@rule(
    "R26",
    due="S5",
    severity=Severity.ERROR,
    remedy="核对签到表，改正人数或者补齐缺席人员",
    scope="committee",
    seed=_SEED,
)
def absentees_listed(committee: CommitteeRecord) -> Iterator[Hit]:
    """部署会的应到人数减实到人数，等于缺席名单上的人数；“预备党员 3 名”算三人。

    正确::

        deployment_meeting: {should: 20, present: 18, absent: [{name: 赵海}, {name: 钱进}]}

    错误::

        deployment_meeting: {should: 20, present: 18, absent: [{name: 赵海}]}
    """
    said = unaccounted(committee.deployment_meeting)
    if said:
        yield Hit("deployment_meeting.absent", said)
