"""R44 措施不具体、不明确、缺乏针对性、可操作性的，要具体指导 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.process import Submission
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "review.submissions"
_SEED = "对措施不具体、不明确、缺乏针对性、可操作性的，要进行具体指导"


@rule(
    "R44",
    due="S4",
    severity=Severity.ERROR,
    remedy="退回修改，写明怎样改；改好后再报一次",
    seed=_SEED,
)
def defects_sent_back_with_guidance(branch: BranchRecord) -> Iterator[Hit]:
    """审核发现缺陷的，结果是“退回修改”，并写明指导意见；最后一次报审没有缺陷。

    正确::

        review: {submissions: [
          {version: 1, defects: [不具体], guidance: 写明每周做几次。, result: 退回修改},
          {version: 2, defects: [], result: 通过}]}

    错误::

        review: {submissions: [
          {version: 1, defects: [不具体], guidance: , result: 退回修改},
          {version: 2, defects: [], result: 通过}]}

    错误::

        review: {submissions: [{version: 1, defects: [不具体], guidance: 写明每周做几次。, result: 通过}]}
    """
    submissions = branch.review.submissions
    for index, one in enumerate(submissions):
        if one.defects:
            yield from _defective(one, f"{_FIELD}[{index}]", is_last=index == len(submissions) - 1)


def _defective(one: Submission, field: str, *, is_last: bool) -> Iterator[Hit]:
    found = "、".join(f"“{defect}”" for defect in one.defects)
    if is_last:
        yield Hit(f"{field}.defects", f"最后一次报审还有缺陷：{found}")
        return
    if one.result == "通过":
        yield Hit(f"{field}.result", f"审核发现缺陷{found}，结果却是“通过”")
    if not one.guidance:
        yield Hit(f"{field}.guidance", f"审核发现缺陷{found}，没有写明怎样修改")
