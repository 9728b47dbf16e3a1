"""R63 各项日期不早于部署日期，前后次序不乱 (date chain)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.dates import month_day
from docgen.text.workdays import Calendar

_SEED = "二〇一二年五月二十九日"
_REMEDY = "核对日期；调休上班的，补进党委记录的“工作日历”"
_WEEKDAYS = "一二三四五六日"
_Named = tuple[str, str, date | None]


@rule("R63", severity=Severity.WARNING, remedy=_REMEDY, seed=_SEED)
def branch_dates_are_workdays(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部的会议、报送、承诺、签订和上报的日期，不落在休息日（按党委记录的“工作日历”）。

    正确::

        agreement: {signed_on: 2013-03-15}

    错误::

        agreement: {signed_on: 2013-03-16}
    """
    yield from _on_days_off(_of_branch(branch), office.calendar)


@rule("R63", severity=Severity.WARNING, remedy=_REMEDY, scope="committee", seed=_SEED)
def committee_dates_are_workdays(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """党委的会议、请示、通知、通报、报告的日期，不落在休息日；上级批复也是。

    正确::

        grade_confirmation: {notice: {date: 2013-12-27}}

    错误::

        grade_confirmation: {notice: {date: 2013-12-28}}
    """
    yield from _on_days_off(_of_committee(committee), office.calendar)


def _on_days_off(named: Iterator[_Named], calendar: Calendar) -> Iterator[Hit]:
    for field, name, day in named:
        if day and not calendar.is_workday(day):
            weekday = f"星期{_WEEKDAYS[day.weekday()]}"
            yield Hit(field, f"{name} {month_day(day)}（{weekday}）不是工作日")


def _of_branch(branch: BranchRecord) -> Iterator[_Named]:
    held = [meeting.date for meeting in branch.meetings]
    for index, day in enumerate(held):
        yield f"meetings[{index}].date", "会议日期", day
    if branch.method.adopted.date not in held:  # one meeting, one finding
        yield "method.adopted.date", "通过办法的会议日期", branch.method.adopted.date
    for index, one in enumerate(branch.review.submissions):
        yield f"review.submissions[{index}].submitted_on", "报送日期", one.submitted_on
    yield "review.approval.date", "审定日期", branch.review.approval.date
    yield "pledges.to_superior.date", "承诺日期", branch.pledges.to_superior.date
    yield "pledges.to_public.date", "公开承诺日期", branch.pledges.to_public.date
    yield "agreement.signed_on", "责任书签订日期", branch.agreement.signed_on
    yield "rectification_order.issued_on", "限期整改通知的日期", branch.rectification_order.issued_on
    yield "rectification_order.report.date", "整改报告日期", branch.rectification_order.report.date
    for index, problem in enumerate(branch.problems):
        yield f"problems[{index}].escalation.sent_on", "报出日期", problem.escalation.sent_on


def _of_committee(committee: CommitteeRecord) -> Iterator[_Named]:
    asked, graded = committee.submission_to_superior, committee.grade_confirmation
    yield "plan.adopted.date", "通过方案的会议日期", committee.plan.adopted.date
    yield "plan.issued_on", "方案印发日期", committee.plan.issued_on
    yield "overall_pledge.date", "整体承诺日期", committee.overall_pledge.date
    yield "submission_to_superior.request.date", "请示日期", asked.request.date
    yield "submission_to_superior.reply.date", "批复日期", asked.reply.date
    yield "deployment_meeting.date", "部署会日期", committee.deployment_meeting.date
    yield "midterm_evaluation.bulletin.date", "通报日期", committee.midterm_evaluation.bulletin.date
    yield "final_evaluation.report.date", "报告日期", committee.final_evaluation.report.date
    decision = committee.final_evaluation.committee_decision
    yield "final_evaluation.committee_decision.date", "党委审定日期", decision.date
    yield "grade_confirmation.request.date", "请示日期", graded.request.date
    yield "grade_confirmation.reply.date", "批复日期", graded.reply.date
    yield "grade_confirmation.notice.date", "公布日期", graded.notice.date
