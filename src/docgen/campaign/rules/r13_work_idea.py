"""R13 形成一个好思路，围绕中心任务 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R13",
    due="S2",
    severity=Severity.ERROR,
    remedy="在“工作思路”里补上这一项",
    seed="要在形成一个好思路上实现新提升，围绕完成中心任务和促进本职工作",
)
def work_idea_set(branch: BranchRecord) -> Iterator[Hit]:
    """目标体系里有一个工作思路，写明内容、围绕的中心任务、指标、责任人和时限。

    正确::

        goals: {work_idea: {text: 以患者满意为先。, central_task: 优质服务年}}

    错误::

        goals: {work_idea: {text: 以患者满意为先。, central_task: }}
    """
    idea = branch.goals.work_idea
    if not idea:
        yield Hit("goals.work_idea", "没有工作思路这一项目标")
    else:
        yield from owed(idea, "goals.work_idea", "text", "central_task", "metric", "responsible", "deadline")
