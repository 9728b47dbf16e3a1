"""Deeds, public pledges and goals that are promised for a day (R13-R16, R28, R34)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.task import Task, happened, quoted, secretary_of, tasks


@tasks(scope="branch")
def deeds(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """Each deed is done by the day that was planned."""
    for index, deed in enumerate(branch.deeds):
        if deed.title and not happened(deed.done_on, as_of):
            what = f"实事 {deed.id or index + 1}{quoted(deed.title)}要办结"
            who = deed.lead or secretary_of(branch.branch)
            yield Task(what, f"deeds[{index}].done_on", who, deed.planned_on, "R34")


@tasks(scope="branch")
def public_pledges(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """Of each public pledge it is told whether it was kept."""
    if not happened(branch.pledges.to_public.date, as_of):
        return
    for index, pledge in enumerate(branch.pledges.to_public.items):
        told = pledge.fulfilled is not None and (pledge.deadline is None or pledge.deadline <= as_of)
        if pledge.text and not told:
            what = f"公开承诺第 {pledge.seq or index + 1} 项{quoted(pledge.text)}要兑现"
            who = pledge.responsible or secretary_of(branch.branch)
            yield Task(what, f"pledges.to_public.items[{index}].fulfilled", who, pledge.deadline, "R28")


@tasks(scope="branch")
def goals(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """The rules are made, the venue is rebuilt, the guarantees stand.

    The work idea is a goal for the whole year, judged at the acceptance.
    """
    aims, secretary = branch.goals, secretary_of(branch.branch)
    for index, rule in enumerate(aims.rules):
        if rule.name and rule.action != "沿用" and not happened(rule.done_on, as_of):
            what = f"制度{quoted(rule.name)}要{rule.action or '建成'}"
            yield Task(
                what, f"goals.rules[{index}].done_on", rule.responsible or secretary, rule.deadline, "R14"
            )
    for goal, field, name, code in (
        (aims.venue, "venue", "组织阵地", "R15"),
        (aims.guarantee, "guarantee", "保障机制", "R16"),
    ):
        if goal.text and not happened(goal.done_on, as_of):
            what = f"{name}{quoted(goal.text)}要完成"
            yield Task(what, f"goals.{field}.done_on", goal.responsible or secretary, goal.deadline, code)
