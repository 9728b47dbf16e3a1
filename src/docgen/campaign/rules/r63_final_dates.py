"""R63 各项日期不早于部署日期，前后次序不乱 (date chain)."""

from collections.abc import Iterator

from docgen.campaign.chain_hits import events, out_of_order
from docgen.campaign.days import two
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "二〇一二年五月二十九日"
_START, _END = "final_evaluation.result_notice.start", "final_evaluation.result_notice.end"
_DECIDED = "final_evaluation.committee_decision.date"
_REQUEST, _REPLY = "grade_confirmation.request.date", "grade_confirmation.reply.date"


@rule(
    "R63", due="S11", severity=Severity.ERROR, remedy="核对验收和结果公示的日期", scope="office", seed=_SEED
)
def posted_after_acceptance(office: Office) -> Iterator[Hit]:
    """各党支部都验收之后才公示结果：公示开始日期晚于每个党支部的验收日期。

    正确::

        final: {date: 2013-12-10}
        final_evaluation: {result_notice: {start: 2013-12-11}}

    错误::

        final: {date: 2013-12-11}
        final_evaluation: {result_notice: {start: 2013-12-11}}
    """
    start = office.committee.final_evaluation.result_notice.start
    dated = [(record, day) for record in office.branches if (day := record.final.date)]
    late = [(record, day) for record, day in dated if start and day >= start]
    if start and len(late) > 1 and len(late) == len(dated):  # all against one
        posted, accepted = two(start, max(day for _, day in late))
        yield Hit(_START, f"公示开始日期 {posted}不晚于验收日期 {accepted}")
        return
    for record, day in late:
        accepted, posted = two(day, start or day)
        yield Hit("final.date", f"验收日期 {accepted}不早于结果公示开始日期 {posted}", branch=record)


@rule(
    "R63",
    due="S11",
    severity=Severity.ERROR,
    remedy="核对公示、审定、请示和批复的日期",
    scope="committee",
    seed=_SEED,
)
def decided_in_order(committee: CommitteeRecord) -> Iterator[Hit]:
    """结果公示结束之后党委才审定，然后请示，然后批复。

    正确::

        final_evaluation: {result_notice: {end: 2013-12-18}, committee_decision: {date: 2013-12-19}}

    错误::

        final_evaluation: {result_notice: {end: 2013-12-19}, committee_decision: {date: 2013-12-19}}
    """
    posted, letters = committee.final_evaluation.result_notice, committee.grade_confirmation
    decided = committee.final_evaluation.committee_decision.date
    chain = events(
        ("", "", posted.start if posted.start and posted.end and posted.start <= posted.end else None),
        (_END, "公示结束日期", posted.end),
        (_DECIDED, "党委审定日期", decided),
        (_REQUEST, "请示日期", letters.request.date),
        (_REPLY, "批复日期", letters.reply.date),
        ("", "", letters.notice.date),
    )
    yield from out_of_order(chain, (_DECIDED, _REQUEST, _REPLY))
    if posted.end and posted.end == decided:
        day, _ = two(decided, posted.end)
        yield Hit(_DECIDED, f"{day}公示还没有结束，党委就作了审定")
