"""X20 应到人数减实到人数等于缺席人数 (J11)."""

from collections.abc import Iterator

from docgen.campaign.headcount import unaccounted
from docgen.campaign.models.meetings import CommitteeMeeting, DeploymentMeeting, Meeting, Vote
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_REMEDY = "核对签到表，改正人数或者补齐缺席人员"


@rule("X20", severity=Severity.ERROR, remedy=_REMEDY)
def branch_meetings_add_up(branch: BranchRecord) -> Iterator[Hit]:
    """支部每次会议，应到人数减实到人数等于缺席人数；“预备党员 3 名”算三人。

    正确::

        meetings: [{should: 10, present: 6, absent: [{name: 赵海}, {name: 预备党员 3 名}]}]

    错误::

        meetings: [{should: 10, present: 6, absent: [{name: 赵海}]}]
    """
    for index, meeting in enumerate(branch.meetings):
        yield from _attendance(f"meetings[{index}]", meeting)
    yield from _too_many("method.adopted", branch.method.adopted)


@rule("X20", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def committee_meetings_add_up(committee: CommitteeRecord) -> Iterator[Hit]:
    """部署会、党委会的实到人数不超过应到人数。

    正确::

        deployment_meeting: {should: 20, present: 20, absent: []}

    错误::

        deployment_meeting: {should: 20, present: 21, absent: []}
    """
    yield from _too_many("deployment_meeting", committee.deployment_meeting)
    yield from _too_many("plan.adopted", committee.plan.adopted)
    decision = committee.final_evaluation.committee_decision
    yield from _too_many("final_evaluation.committee_decision", decision)


def _attendance(field: str, meeting: Meeting) -> Iterator[Hit]:
    yield from _too_many(field, meeting)
    said = unaccounted(meeting)
    if said:
        yield Hit(f"{field}.absent", said)


def _too_many(field: str, meeting: Meeting | DeploymentMeeting | Vote | CommitteeMeeting) -> Iterator[Hit]:
    if meeting.should is not None and meeting.present is not None and meeting.present > meeting.should:
        yield Hit(f"{field}.present", f"实到 {meeting.present} 人，多于应到的 {meeting.should} 人")
