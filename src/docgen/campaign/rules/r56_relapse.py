"""R56 防止工作滑坡、问题反弹 (part four)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.problem_states import CLOSED
from docgen.campaign.rule import Hit, rule
from docgen.campaign.triage import AT_ONCE
from docgen.findings import Severity

_SEED = "防止…工作滑坡、问题反弹"


@rule("R56", due="S10", severity=Severity.WARNING, remedy="安排“回头看”，写明日期、复查人和结果", seed=_SEED)
def solved_at_once_is_rechecked(branch: BranchRecord) -> Iterator[Hit]:
    """立即解决、已经销号的问题，到考评验收前都“回头看”一次，写明日期和结果。

    正确::

        problems: [{id: W1, triage: 立即解决, status: 已销号, recheck: {date: 2013-10-15, result: 未反弹}}]

    错误::

        problems: [{id: W1, triage: 立即解决, status: 已销号, recheck: }]
    """
    for index, problem in enumerate(branch.problems):
        if problem.triage == AT_ONCE and problem.status == CLOSED:
            field, recheck = f"problems[{index}].recheck", problem.recheck
            if not recheck:
                yield Hit(field, "立即解决的问题还没有“回头看”")
            elif not recheck.result:
                yield Hit(f"{field}.result", "“回头看”没有写明结果")
            elif not recheck.date:
                yield Hit(f"{field}.date", "“回头看”没有写明日期")


@rule(
    "R56",
    due="S9",
    severity=Severity.ERROR,
    remedy="反弹的问题重新立账：状态改回“整改中”，保留原来的进展；写错结果的改正",
    seed=_SEED,
)
def relapse_reopens(branch: BranchRecord) -> Iterator[Hit]:
    """“回头看”发现反弹的，问题要重新整改，不能还是“已销号”；重新销号的日期在“回头看”之后。

    正确::

        problems: [{id: W1, status: 整改中, recheck: {date: 2013-10-15, result: 反弹}}]

    错误::

        problems: [{id: W1, status: 已销号, closure: {closed_on: 2013-06-24},
          recheck: {date: 2013-10-15, result: 反弹}}]
    """
    for index, problem in enumerate(branch.problems):
        recheck, closed = problem.recheck, problem.closure.closed_on
        again = bool(recheck.date and closed and closed > recheck.date)
        if recheck.result == "反弹" and problem.status == CLOSED and not again:
            yield Hit(f"problems[{index}].recheck.result", "“回头看”的结果是“反弹”，状态却还是“已销号”")


@rule("R56", due="S9", severity=Severity.ERROR, remedy="核对“回头看”和销号的日期", seed=_SEED)
def rechecked_after_closing(branch: BranchRecord) -> Iterator[Hit]:
    """“回头看”在销号之后：没有反弹的，“回头看”的日期不早于销号日期。

    正确::

        problems: [{id: W1, closure: {closed_on: 2013-06-24}, recheck: {date: 2013-10-15, result: 未反弹}}]

    错误::

        problems: [{id: W1, closure: {closed_on: 2013-06-24}, recheck: {date: 2013-06-03, result: 未反弹}}]
    """
    for index, problem in enumerate(branch.problems):
        recheck, closed = problem.recheck, problem.closure.closed_on
        if recheck.date and closed and recheck.date < closed and recheck.result != "反弹":
            looked, done = two(recheck.date, closed)
            yield Hit(f"problems[{index}].recheck.date", f"“回头看”日期 {looked}早于销号日期 {done}")
