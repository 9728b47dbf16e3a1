"""R28 把公开承诺的过程作为解难题办实事的过程 (part two, step three)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "pledges.to_public.items"
_SEED = "把公开承诺的过程作为解难题办实事的过程"


@rule("R28", due="S5", severity=Severity.ERROR, remedy="在“对应问题”里写问题的编号", seed=_SEED)
def pledges_answer_problems(branch: BranchRecord) -> Iterator[Hit]:
    """公开承诺至少有一条，每条都对应一个问题。

    正确::

        pledges: {to_public: {items: [{seq: 1, text: 候诊不超过 30 分钟。, problem: W1, deed: S1}]}}

    错误::

        pledges: {to_public: {items: [{seq: 1, text: 候诊不超过 30 分钟。, deed: S1}]}}
    """
    items = branch.pledges.to_public.items
    if not items:
        yield Hit(_FIELD, "还没有公开承诺的事项")
    for index, item in enumerate(items):
        if not item.problem:
            yield Hit(f"{_FIELD}[{index}].problem", "没有写明这条承诺对应哪个问题")


@rule("R28", due="S5", severity=Severity.WARNING, remedy="把承诺与实事对应起来，写上实事的编号", seed=_SEED)
def some_pledge_is_a_deed(branch: BranchRecord) -> Iterator[Hit]:
    """公开承诺里至少有一条对应实事。

    正确::

        pledges: {to_public: {items: [{seq: 1, problem: W1, deed: S1}, {seq: 2, problem: W2}]}}

    错误::

        pledges: {to_public: {items: [{seq: 1, problem: W1}, {seq: 2, problem: W2}]}}
    """
    items = branch.pledges.to_public.items
    if items and not any(item.deed for item in items):
        yield Hit(_FIELD, f"{len(items)} 条公开承诺没有一条对应实事")
