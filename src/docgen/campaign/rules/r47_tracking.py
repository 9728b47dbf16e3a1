"""R47 健全跟踪问效机制，建立晋位升级台账 (part three)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from docgen.campaign.days import two
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.problem_states import is_open
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.dates import month_day
from docgen.text.numerals import plain_number

_SEED = "健全跟踪问效机制，建立晋位升级台账"
_WHOLE = 100


@rule("R47", due="S7", severity=Severity.WARNING, remedy="写一条进展：日期、进度、做了什么", seed=_SEED)
def progress_is_written(branch: BranchRecord, campaign: Campaign, as_of: date | None) -> Iterator[Hit]:
    """从立档或者最近一条进展起，到今天（已销号、续办的，到申请销号、说明续办）不超过“进展记录最大间隔天数”。

    没有定这个天数的不查。

    正确::

        campaign: {rules: {progress_max_gap_days: 120}}
        problems: [{id: W1, filed_on: 2013-03-01, status: 已销号,
          progress: [{date: 2013-05-10, percent: 100}], closure: {applied_on: 2013-06-20}}]

    错误::

        campaign: {rules: {progress_max_gap_days: 60}}
        problems: [{id: W1, filed_on: 2013-03-01, status: 已销号, progress: [],
          closure: {applied_on: 2013-06-20}}]
    """
    most = campaign.rules.progress_max_gap_days
    for index, problem in enumerate(branch.problems):
        since = max((one.date for one in problem.progress if one.date), default=None)
        name, start = ("最近一条进展", since) if since else ("立档", problem.filed_on)
        until, end = _end(problem, as_of)
        if most is not None and start and end and (days := (end - start).days) > most:
            first, last = two(start, end)
            said = f"{first}（{name}）到 {last}（{until}）有 {days} 天没有进展记录，最多 {most} 天"
            yield Hit(f"problems[{index}].progress", said)


def _end(problem: Problem, as_of: date | None) -> tuple[str, date | None]:
    """Until when somebody had to write, and what messages call that day."""
    if is_open(problem) and not problem.closure.closed_on:  # a day of closing under another status is R54's
        return "今天", as_of
    if problem.closure.applied_on:
        return "申请销号", problem.closure.applied_on
    return "说明续办", problem.carry_over.explained_on


@rule("R47", due="S7", severity=Severity.WARNING, remedy="按时间先后补记，进度写 0 到 100", seed=_SEED)
def progress_only_grows(branch: BranchRecord) -> Iterator[Hit]:
    """进展只往后加：日期不早于上一条，进度在 0 和 100 之间（问题反弹时进度可以降下来）。

    正确::

        problems: [{id: W1, progress: [{date: 2013-04-10, percent: 30}, {date: 2013-08-01, percent: 60}]}]

    错误::

        problems: [{id: W1, progress: [{date: 2013-08-01, percent: 30}, {date: 2013-04-10, percent: 60}]}]

    错误::

        problems: [{id: W1, progress: [{date: 2013-04-10, percent: 130}]}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}].progress"
        dated = [(place, one.date) for place, one in enumerate(problem.progress) if one.date]
        for (_, before), (place, day) in pairwise(dated):
            if day < before:
                later, earlier = two(day, before)
                yield Hit(f"{field}[{place}].date", f"进展日期 {later}早于上一条的 {earlier}")
        for place, one in enumerate(problem.progress):
            if one.percent is not None and not 0 <= one.percent <= _WHOLE:
                said = f"进度写的是 {plain_number(one.percent)}，应在 0 和 100 之间"
                yield Hit(f"{field}[{place}].percent", said)


@rule(
    "R47",
    due="S7",
    severity=Severity.WARNING,
    remedy="抓紧整改，申请销号；解决不了的写明续办",
    seed=_SEED,
)
def problems_not_overdue(branch: BranchRecord, as_of: date | None) -> Iterator[Hit]:
    """总时限已过的问题，要么已经销号，要么转入续办；档次审定之后由 R54 查。

    正确::

        problems: [{id: W1, deadline: 2013-03-12, status: 已销号}]

    错误::

        final: {grade: }
        problems: [{id: W1, deadline: 2013-03-12, status: 整改中, progress: [{date: 2013-04-10}]}]
    """
    if branch.final.grade:
        return
    for index, problem in enumerate(branch.problems):
        deadline = problem.deadline
        day = as_of or max((one.date for one in problem.progress if one.date), default=None)
        if deadline and day and day > deadline and is_open(problem):
            days, status = (day - deadline).days, problem.status or "未写"
            said = f"总时限 {month_day(deadline)}已过 {days} 天，状态还是“{status}”"
            yield Hit(f"problems[{index}].deadline", said)
