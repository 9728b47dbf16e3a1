"""X15 意见条数等于登记的意见数 (R29)."""

from collections.abc import Iterator

from docgen.campaign.models.process import Notice, Publicity
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X15", severity=Severity.ERROR, remedy="补登漏记的意见，或者改正意见条数")
def feedback_counted(branch: BranchRecord) -> Iterator[Hit]:
    """每次公示的“意见条数”等于“意见”里对应这次公示的条数。

    正确::

        publicity: {notices: [{id: G1, feedback_count: 1}], feedback: [{id: F1, notice: G1, content: 好}]}

    错误::

        publicity: {notices: [{id: G1, feedback_count: 2}], feedback: [{id: F1, notice: G1, content: 好}]}
    """
    for index, notice in enumerate(branch.publicity.notices):
        found = _count(notice, branch.publicity)
        if notice.feedback_count is not None and notice.feedback_count != found:
            said = f"意见条数写的是 {notice.feedback_count}，登记的意见是 {found} 条"
            yield Hit(f"publicity.notices[{index}].feedback_count", said)


def _count(notice: Notice, publicity: Publicity) -> int:
    only_one = len(publicity.notices) == 1
    return sum(said.notice == notice.id or (only_one and not said.notice) for said in publicity.feedback)
