"""R25 升级办法报党委审核把关，通过之后才承诺、公示、签责任书 (part two, step two)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.dates import month_day

_SEED = "要报党委审核把关"
_REFUSALS = ("不同意", "不予", "未通过", "不通过", "没有通过", "退回", "暂缓", "否决")


@rule("R25", due="S4", severity=Severity.ERROR, remedy="按审核意见改正；没有通过的修改后再报一次", seed=_SEED)
def review_passed(branch: BranchRecord) -> Iterator[Hit]:
    """最后一次报审的结果是“通过”，才能审定；审定的结果是同意。

    正确::

        review: {submissions: [{version: 1, result: 通过}]}

    错误::

        review: {submissions: [{version: 1, result: 退回修改}]}
    """
    submissions, approval = branch.review.submissions, branch.review.approval
    if submissions and submissions[-1].result != "通过":
        result = submissions[-1].result
        said = f"最后一次报审的结果是“{result}”" if result else "最后一次报审没有写审核结果"
        yield Hit(f"review.submissions[{len(submissions) - 1}].result", f"{said}，还不能审定")
    if approval and any(word in approval.result for word in _REFUSALS):
        yield Hit("review.approval.result", f"审定的结果是“{approval.result}”，升级办法还不能执行")
    elif approval and not approval.result:
        yield Hit("review.approval.result", "没有写明审定的结果")


@rule(
    "R25",
    due="S5",
    severity=Severity.ERROR,
    remedy="核对日期：审定之后才能公开承诺、公示和签责任书",
    seed=_SEED,
)
def nothing_issued_before_approval(branch: BranchRecord, committee: CommitteeRecord) -> Iterator[Hit]:
    """公开承诺、目标和办法公示、签责任书的日期，都不早于审定日期。

    正确::

        pledges: {to_public: {date: 2013-03-12}}

    错误::

        pledges: {to_public: {date: 2013-03-11}}
    """
    approved = branch.review.approval.date
    if approved is None:
        return
    papers = [(field, name, day) for field, name, day in _papers(branch) if day]
    early = [paper for paper in papers if paper[2] < approved]
    deployed = committee.deployment_meeting.date
    if early and (len(early) == len(papers) > 1 or (deployed and deployed < approved)):
        # Not they are dated wrongly, but the approval.
        names = "、".join(f"{name} {month_day(day)}" for _, name, day in early)
        yield Hit("review.approval.date", f"审定日期 {month_day(approved)}晚于{names}")
        return
    for field, name, day in early:
        issued, decided = two(day, approved)
        yield Hit(field, f"{name} {issued}早于审定日期 {decided}")


def _papers(branch: BranchRecord) -> Iterator[tuple[str, str, date | None]]:
    yield "pledges.to_public.date", "公开承诺日期", branch.pledges.to_public.date
    for index, notice in enumerate(branch.publicity.notices):
        yield f"publicity.notices[{index}].start", "公示开始日期", notice.start
    yield "agreement.signed_on", "责任书签订日期", branch.agreement.signed_on
