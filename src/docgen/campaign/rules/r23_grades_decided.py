"""R23 逐级验收审定档次：批复之前不得公布，支部不能自定档次 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "逐级验收审定晋位升级档次（二审）"
_DECISION, _LETTERS = "final_evaluation.committee_decision", "grade_confirmation"


@rule(
    "R23",
    due="S11",
    severity=Severity.ERROR,
    remedy="批复下达之后才能公布，核对日期",
    scope="committee",
    seed=_SEED,
)
def published_after_approval(committee: CommitteeRecord) -> Iterator[Hit]:
    """公布档次的通知，日期不早于上级党组织的批复和党委的审定。

    正确::

        grade_confirmation: {notice: {title: 关于公布档次的通知, date: 2013-12-24}}

    错误::

        grade_confirmation: {notice: {title: 关于公布档次的通知, date: 2013-12-22}}
    """
    published = committee.grade_confirmation.notice.date
    approvals = (
        ("批复日期", committee.grade_confirmation.reply.date),
        ("党委审定日期", committee.final_evaluation.committee_decision.date),
    )
    for name, day in approvals:
        if published and day and published < day:
            said, approved = two(published, day)
            yield Hit(f"{_LETTERS}.notice.date", f"公布日期 {said}早于{name} {approved}")
            return


@rule(
    "R23",
    due="S11",
    severity=Severity.ERROR,
    remedy="补上这一级的审定；没有审定的档次不能公布",
    scope="office",
    seed=_SEED,
)
def no_level_skipped(office: Office) -> Iterator[Hit]:
    """档次要逐级审定：先由党委会议审定，再报请上级党组织，有了批复才公布；支部会议不能自定档次。

    正确::

        final_evaluation: {committee_decision: {meeting: 党委会, date: 2013-12-19}}

    错误::

        final_evaluation: {committee_decision: {meeting: 门诊支部委员会, date: 2013-12-19}}

    错误::

        grade_confirmation: {reply: }
    """
    committee = office.committee
    decision, letters = committee.final_evaluation.committee_decision, committee.grade_confirmation
    if any(record.final.grade for record in office.branches) and decision.date is None:
        yield Hit(f"{_DECISION}.date" if decision else _DECISION, "支部的档次没有经党委审定")
    if "支部" in decision.meeting.replace("总支部", ""):
        yield Hit(f"{_DECISION}.meeting", f"档次由“{decision.meeting}”审定，支部不能自定档次")
    if letters.notice.date:
        for key, name in (("request", "没有报请上级党组织审定"), ("reply", "没有上级党组织的批复")):
            letter = letters.request if key == "request" else letters.reply
            if letter.date is None:
                field = f"{_LETTERS}.{key}"
                yield Hit(f"{field}.date" if letter else field, f"档次已经公布，却{name}")
