"""R44 措施不具体、不明确、缺乏针对性、可操作性的，要具体指导 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.process import Submission
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import Defect
from docgen.campaign.options import words_of
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


@rule("R44", due="S4", severity=Severity.ERROR, remedy="从规定的四种缺陷里选", seed=_SEED)
def defects_are_of_the_four(branch: BranchRecord) -> Iterator[Hit]:
    """审核缺陷只用规定的四种：不具体、不明确、缺乏针对性、缺乏可操作性。

    正确::

        review: {submissions: [{version: 1, defects: [不明确, 缺乏针对性]}]}

    错误::

        review: {submissions: [{version: 1, defects: [太笼统]}]}
    """
    for index, one in enumerate(branch.review.submissions):
        for place, defect in enumerate(one.defects):
            if defect not in words_of(Defect):
                yield Hit(f"{_FIELD}[{index}].defects[{place}]", f"“{defect}”不是规定的审核缺陷")
