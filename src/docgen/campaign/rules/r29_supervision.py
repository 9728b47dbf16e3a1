"""R29 自觉接受监督：有电话，意见件件有答复 (part two, step three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.models.process import Feedback, Notice
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_NOTICES, _FEEDBACK = "publicity.notices", "publicity.feedback"
_SEED = "自觉接受监督"


@rule("R29", due="S5", severity=Severity.ERROR, remedy="写上监督电话", seed=_SEED)
def phone_posted(branch: BranchRecord) -> Iterator[Hit]:
    """每次公示都写明监督电话。

    正确::

        publicity: {notices: [{id: G1, supervise: {phone: 0000-2}}]}

    错误::

        publicity: {notices: [{id: G1, supervise: {email: a@b.example}}]}
    """
    for index, notice in enumerate(branch.publicity.notices):
        if not notice.supervise.phone:
            yield Hit(f"{_NOTICES}[{index}].supervise.phone", "公示没有写监督电话")


@rule("R29", due="S11", severity=Severity.ERROR, remedy="写上监督电话", scope="committee", seed=_SEED)
def phone_posted_with_results(committee: CommitteeRecord) -> Iterator[Hit]:
    """年底的结果公示也写明监督电话。

    正确::

        final_evaluation: {result_notice: {start: 2013-12-11, phone: 0000-2}}

    错误::

        final_evaluation: {result_notice: {start: 2013-12-11, phone: }}
    """
    posted = committee.final_evaluation.result_notice
    if posted and not posted.phone:
        yield Hit("final_evaluation.result_notice.phone", "结果公示没有写监督电话")


@rule(
    "R29",
    due="S5",
    severity=Severity.ERROR,
    remedy="写明怎样处理、哪天答复；没有答复的不能结束公示",
    seed=_SEED,
)
def feedback_answered(branch: BranchRecord, as_of: date | None) -> Iterator[Hit]:
    """收到的每条意见都有处理情况和答复日期，答复不早于收到意见的日期；有意见没有答复，公示不能作结论。

    公示还没有结束的，可以先不写。

    正确::

        publicity: {feedback: [{id: F1, date: 2013-03-18, handling: 采纳。, replied_on: 2013-03-19}]}

    错误::

        publicity: {feedback: [{id: F1, date: 2013-03-18, handling: 采纳。, replied_on: }]}
    """
    notices = {notice.id: notice for notice in branch.publicity.notices}
    for index, said in enumerate(branch.publicity.feedback):
        if not _is_running(notices.get(said.notice), as_of):
            yield from owed(said, f"{_FEEDBACK}[{index}]", "handling", "replied_on")
        yield from _answered_early(said, f"{_FEEDBACK}[{index}].replied_on")


def _is_running(notice: Notice | None, as_of: date | None) -> bool:
    if notice is None or notice.conclusion or notice.end is None or as_of is None:
        return False
    return as_of <= notice.end


def _answered_early(said: Feedback, field: str) -> Iterator[Hit]:
    if said.date and said.replied_on and said.replied_on < said.date:
        answered, asked = two(said.replied_on, said.date)
        yield Hit(field, f"答复日期 {answered}早于收到意见的日期 {asked}")


@rule("R29", due="S5", severity=Severity.ERROR, remedy="改正意见条数，或者补上登记的意见", seed=_SEED)
def feedback_counted(branch: BranchRecord) -> Iterator[Hit]:
    """公示的“意见条数”等于登记的、对应这次公示的意见条数。

    正确::

        publicity: {notices: [{id: G1, feedback_count: 1}], feedback: [{id: F1, notice: G1}]}

    错误::

        publicity: {notices: [{id: G1, feedback_count: 2}], feedback: [{id: F1, notice: G1}]}
    """
    notices, feedback = branch.publicity.notices, branch.publicity.feedback
    for index, notice in enumerate(notices):
        found = sum(said.notice == notice.id or (len(notices) == 1 and not said.notice) for said in feedback)
        if notice.feedback_count is not None and notice.feedback_count != found:
            said = f"意见条数写的是 {notice.feedback_count}，登记的意见是 {found} 条"
            yield Hit(f"{_NOTICES}[{index}].feedback_count", said)
