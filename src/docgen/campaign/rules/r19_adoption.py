"""R19 党委定方案、支部定办法：都经会议通过，票数过半 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.meetings import Vote
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "method.adopted"
_SEED = "党委定方案、支部定办法（两定）"


@rule(
    "R19",
    due="S3",
    severity=Severity.ERROR,
    remedy="写明方案由哪次会议、在哪一天通过",
    scope="committee",
    seed=_SEED,
)
def plan_adopted(committee: CommitteeRecord) -> Iterator[Hit]:
    """晋位方案经党委会议通过，写明会议和日期。

    正确::

        plan: {adopted: {meeting: 党委会, date: 2013-03-11}}

    错误::

        plan: {adopted: {meeting: 党委会, date: }}
    """
    adopted = committee.plan.adopted
    if not committee.plan:
        return
    if not adopted:
        yield Hit("plan.adopted", "没有写明晋位方案由哪次会议通过")
    else:
        yield from owed(adopted, "plan.adopted", "meeting", "date")


@rule("R19", due="S3", severity=Severity.ERROR, remedy="按会议记录补上", seed=_SEED)
def method_adopted(branch: BranchRecord) -> Iterator[Hit]:
    """升级办法经支部会议表决通过，写明会议、日期、到会人数和票数。

    正确::

        method: {adopted: {meeting: 党员大会, date: 2013-03-07, voters: 24, agree: 23, against: 1}}

    错误::

        method: {adopted: {meeting: 党员大会, date: }}
    """
    adopted = branch.method.adopted
    if not branch.method:
        return
    if not adopted:
        yield Hit(_FIELD, "没有写明升级办法由哪次会议通过")
    else:
        counted = ("should", "present", "voters", "agree", "against", "abstain")
        yield from owed(adopted, _FIELD, "meeting", "date", *counted)


@rule("R19", due="S2", severity=Severity.ERROR, remedy="核对表决记录，改正票数", seed=_SEED)
def votes_are_right(branch: BranchRecord) -> Iterator[Hit]:
    """有表决权人数不多于正式党员数和实到人数（预备党员没有表决权），赞成、反对、弃权之和等于有表决权人数。

    正确::

        branch: {members: {formal: 25}}
        method: {adopted: {present: 26, voters: 24, agree: 23, against: 1, abstain: 0}}

    错误::

        branch: {members: {formal: 25}}
        method: {adopted: {present: 26, voters: 26, agree: 25, against: 1, abstain: 0}}
    """
    vote, formal = branch.method.adopted, branch.branch.members.formal
    if vote.voters is None:
        return
    if formal is not None and vote.voters > formal:
        yield Hit(f"{_FIELD}.voters", f"有表决权人数 {vote.voters} 多于正式党员数 {formal}")
    elif vote.present is not None and vote.voters > vote.present:
        yield Hit(f"{_FIELD}.voters", f"有表决权人数 {vote.voters} 多于实到人数 {vote.present}")
    else:
        yield from _sum(vote, vote.voters)


def _sum(vote: Vote, voters: int) -> Iterator[Hit]:
    if vote.agree is None or vote.against is None or vote.abstain is None:
        return
    total = vote.agree + vote.against + vote.abstain
    if total != voters:
        counted = f"赞成 {vote.agree}、反对 {vote.against}、弃权 {vote.abstain}，合计 {total}"
        yield Hit(f"{_FIELD}.agree", f"{counted} 票，不等于有表决权的 {voters} 人")


@rule(
    "R19",
    due="S2",
    severity=Severity.ERROR,
    remedy="没有过半的办法不能报审，重新讨论修改后再表决",
    seed=_SEED,
)
def majority_agrees(branch: BranchRecord) -> Iterator[Hit]:
    """赞成票超过本支部全体正式党员的半数。

    正确::

        branch: {members: {formal: 25}}
        method: {adopted: {present: 26, voters: 24, agree: 13, against: 11, abstain: 0}}

    错误::

        branch: {members: {formal: 25}}
        method: {adopted: {present: 26, voters: 24, agree: 12, against: 12, abstain: 0}}
    """
    vote, formal = branch.method.adopted, branch.branch.members.formal
    agree = vote.agree
    miscounted = any(_sum(vote, vote.voters)) if vote.voters is not None else False
    if agree is not None and formal and 2 * agree <= formal and not miscounted:
        yield Hit(f"{_FIELD}.agree", f"赞成 {agree} 票，没有超过正式党员 {formal} 人的半数")


@rule("R19", due="S3", severity=Severity.WARNING, remedy="核对签到表，改正其中一处", seed=_SEED)
def vote_agrees_with_meeting(branch: BranchRecord) -> Iterator[Hit]:
    """通过升级办法的会议，应到、实到人数与同一天同一会议的会议记录相同。

    正确::

        meetings: [{date: 2013-03-07, type: 党员大会, should: 27, present: 26}]
        method: {adopted: {meeting: 党员大会, date: 2013-03-07, should: 27, present: 26}}

    错误::

        meetings: [{date: 2013-03-07, type: 党员大会, should: 27, present: 25}]
        method: {adopted: {meeting: 党员大会, date: 2013-03-07, should: 27, present: 26}}
    """
    vote = branch.method.adopted
    held = [one for one in branch.meetings if vote.date and (one.date, one.type) == (vote.date, vote.meeting)]
    if len(held) != 1:
        return
    pairs = (
        ("should", "应到", vote.should, held[0].should),
        ("present", "实到", vote.present, held[0].present),
    )
    for key, word, said, recorded in pairs:
        if said is not None and recorded is not None and said != recorded:
            yield Hit(f"{_FIELD}.{key}", f"{word}写的是 {said} 人，会议记录是 {recorded} 人")
