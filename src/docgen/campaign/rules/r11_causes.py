"""R11 分析问题原因 (part two, step one)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import CauseKind
from docgen.campaign.options import words_of
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "分析问题原因"
_KINDS = words_of(CauseKind)
_LEAST_CHARACTERS = 8


@rule("R11", due="S1", severity=Severity.ERROR, remedy="分析原因，写明类别（主观、客观）和内容", seed=_SEED)
def causes_analysed(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题至少有一条原因，每条写明类别（主观、客观）和内容。

    正确::

        problems: [{id: W1, causes: [{id: Y1, kind: 主观, text: 没有从患者角度安排流程。}]}]

    错误::

        problems: [{id: W1, causes: []}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}].causes"
        if not problem.causes:
            yield Hit(field, "没有分析原因")
        for place, cause in enumerate(problem.causes):
            if cause.kind not in _KINDS:
                yield Hit(f"{field}[{place}].kind", "没有写明是主观原因还是客观原因")
            yield from owed(cause, f"{field}[{place}]", "text")


@rule("R11", due="S1", severity=Severity.WARNING, remedy="把原因写具体：谁、哪个环节、为什么", seed=_SEED)
def causes_said_in_full(branch: BranchRecord) -> Iterator[Hit]:
    """原因不能只写几个字：少于 8 个字的，看不出到底是什么原因。

    正确::

        problems: [{id: W1, causes: [{id: Y1, kind: 主观, text: 没有从患者角度安排流程。}]}]

    错误::

        problems: [{id: W1, causes: [{id: Y1, kind: 主观, text: 重视不够。}]}]
    """
    for index, problem in enumerate(branch.problems):
        for place, cause in enumerate(problem.causes):
            length = sum(not character.isspace() for character in cause.text)
            if 0 < length < _LEAST_CHARACTERS:
                said = f"原因“{cause.text}”只有 {length} 个字，不够具体"
                yield Hit(f"problems[{index}].causes[{place}].text", said)
