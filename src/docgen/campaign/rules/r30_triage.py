"""R30 有什么问题解决什么问题：分清轻重和解决方式 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import Priority, Triage
from docgen.campaign.options import words_of
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.campaign.triage import missing_block, other_block
from docgen.findings import Severity

_SEED = "有什么问题解决什么问题、什么问题突出重点解决什么问题"


@rule("R30", due="S7", severity=Severity.ERROR, remedy="写明重点程度和解决方式，每个问题只选一种", seed=_SEED)
def problems_sorted(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题都写明重点程度，解决方式在“立即解决”“限期解决”“上级协调”里选一种。

    解决方式要与填写的内容对得上：写“限期解决”的，不能只填“立即解决情况”。

    正确::

        problems: [
          {id: W1, priority: 重点, triage: 立即解决, immediate: {done_on: 2013-03-11}},
          {id: W2, priority: 一般, triage: 限期解决}]

    错误::

        problems: [{id: W1, priority: 重点, triage: }]

    错误::

        problems: [{id: W1, priority: 重点, triage: 马上解决}]

    错误::

        problems: [{id: W1, priority: 重点, triage: 限期解决, immediate: {done_on: 2013-03-11}}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}]"
        yield from owed(problem, field, "priority", "triage")
        yield from _other_words(problem, field)
        yield from _mistaken(problem, f"{field}.triage")


def _other_words(problem: Problem, field: str) -> Iterator[Hit]:
    for key, word, kind in (("priority", problem.priority, Priority), ("triage", problem.triage, Triage)):
        if word and word not in words_of(kind):
            yield Hit(f"{field}.{key}", f"“{word}”不是规定的词")


def _mistaken(problem: Problem, field: str) -> Iterator[Hit]:
    lacking, filled = missing_block(problem), other_block(problem)
    if lacking and filled:
        said = f"解决方式是“{problem.triage}”，填写的却是“{filled}”，没有“{lacking}”"
        yield Hit(field, said)


@rule("R30", due="S7", severity=Severity.ERROR, remedy="把最突出的问题定为“重点”", seed=_SEED)
def some_problem_comes_first(branch: BranchRecord) -> Iterator[Hit]:
    """每个党支部至少有一个问题的重点程度是“重点”。

    正确::

        problems: [{id: W1, priority: 重点}, {id: W2, priority: 一般}]

    错误::

        problems: [{id: W1, priority: 一般}, {id: W2, priority: 一般}]
    """
    priorities = [problem.priority for problem in branch.problems]
    if priorities and all(priorities) and "重点" not in priorities:
        yield Hit("problems[0].priority", f"{len(priorities)} 个问题都定为“一般”，没有一个是重点")
