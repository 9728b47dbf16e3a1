"""R12 解决办法有针对性，不照抄别的党支部 (part two, step one)."""

from collections.abc import Iterator

from docgen.campaign.copies import copied
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R12",
    due="S1",
    severity=Severity.WARNING,
    remedy="针对本支部的原因写措施；确实一起做的，写出本支部做什么",
    scope="office",
    seed="提出有针对性的解决办法",
)
def measures_are_own(office: Office) -> Iterator[Hit]:
    """措施不照抄别的党支部：整句相同，或者只换了几个词、几个数的，都提醒。少于 12 个字的不比。

    正确::

        problems: [{id: W1, measures: [{id: C1, action: 按就诊高峰重新排班，午间留两个窗口。}]}]

    错误::

        problems: [{id: W1, measures: [{id: C1, action: 由护士长每天早上逐床核对各项检查的先后次序}]}]
    """
    yield from copied(office, _measures, "措施")


def _measures(record: BranchRecord) -> Iterator[tuple[str, str]]:
    for index, problem in enumerate(record.problems):
        for place, measure in enumerate(problem.measures):
            yield f"problems[{index}].measures[{place}].action", measure.action
