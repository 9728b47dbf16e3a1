"""R43 审核把关，重点评估可行性、时效性 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "review.submissions"
_SEED = "对每个党支部的整改措施、升级目标进行审核把关。重点进行可行性、时效性评估"
_DOUBTS = (("feasibility", "可行性", "不可行"), ("timeliness", "时效性", "不明确"))


@rule("R43", due="S4", severity=Severity.ERROR, remedy="按报审表补上评估意见", seed=_SEED)
def both_verdicts_given(branch: BranchRecord) -> Iterator[Hit]:
    """每次报审都写明可行性和时效性的评估意见。

    正确::

        review: {submissions: [{version: 1, feasibility: 可行, timeliness: 合理, result: 通过}]}

    错误::

        review: {submissions: [{version: 1, feasibility: 可行, timeliness: , result: 通过}]}
    """
    for index, one in enumerate(branch.review.submissions):
        yield from owed(one, f"{_FIELD}[{index}]", "feasibility", "timeliness")


@rule("R43", due="S4", severity=Severity.WARNING, remedy="核对评估意见；确实不可行的，退回修改", seed=_SEED)
def passed_with_good_verdicts(branch: BranchRecord) -> Iterator[Hit]:
    """审核通过的，可行性不能是“不可行”，时效性不能是“不明确”。

    正确::

        review: {submissions: [{version: 1, feasibility: 基本可行, timeliness: 偏紧, result: 通过}]}

    错误::

        review: {submissions: [{version: 1, feasibility: 不可行, timeliness: 合理, result: 通过}]}
    """
    for index, one in enumerate(branch.review.submissions):
        for key, name, doubt in _DOUBTS:
            if one.result == "通过" and getattr(one, key) == doubt:
                yield Hit(f"{_FIELD}[{index}].{key}", f"{name}是“{doubt}”，审核结果却是“通过”")
