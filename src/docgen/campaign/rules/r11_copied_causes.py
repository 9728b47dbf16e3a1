"""R11 分析问题原因 (part two, step one)."""

from collections.abc import Iterator

from docgen.campaign.copies import copied
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R11",
    due="S1",
    severity=Severity.WARNING,
    remedy="按本支部的实际写原因；确是同一个原因的，写出本支部的情况",
    scope="office",
    seed="分析问题原因",
)
def causes_are_own(office: Office) -> Iterator[Hit]:
    """原因不照抄别的党支部：整句相同，或者只换了几个词、几个数的，都提醒。少于 12 个字的不比。

    正确::

        problems: [{id: W1, causes: [{id: Y1, text: 挂号窗口没有按就诊高峰排班，午间只留一人。}]}]

    错误::

        problems: [{id: W1, causes: [{id: Y1, text: 没有从住院患者的角度安排检查的先后次序。}]}]
    """
    yield from copied(office, _causes, "原因")


def _causes(record: BranchRecord) -> Iterator[tuple[str, str]]:
    for index, problem in enumerate(record.problems):
        for place, cause in enumerate(problem.causes):
            yield f"problems[{index}].causes[{place}].text", cause.text
