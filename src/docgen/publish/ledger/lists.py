"""实事 (D31), 宣传信息 and 知晓率 (D37), 成果 (D38): one line each."""

from collections.abc import Sequence

from docgen.campaign.facts.achievement_rows import AchievementRow
from docgen.campaign.facts.awareness import AwarenessRow
from docgen.campaign.facts.deed_rows import DeedRow
from docgen.campaign.models.committee_process import PublicityItem
from docgen.publish.ledger.tables import Column, Table, table

_DEEDS: tuple[Column[DeedRow], ...] = (
    Column("序号", 5, lambda d: d.seq),
    Column("支部", 18, lambda d: d.branch_name, "left"),
    Column("实事名称", 26, lambda d: d.deed.title, "left"),
    Column("服务对象", 16, lambda d: d.deed.beneficiary, "left"),
    Column("受益人数", 7, lambda d: d.deed.people),
    Column("责任人", 11, lambda d: d.deed.lead),
    Column("计划时间", 11, lambda d: d.deed.planned_on),
    Column("完成时间", 11, lambda d: d.deed.done_on),
    Column("办理结果", 22, lambda d: d.deed.result, "left"),
    Column("对应问题", 9, lambda d: d.problem_no),
    Column("佐证", 16, lambda d: d.evidence_text, "left"),
)
_PUBLICITY: tuple[Column[tuple[int, PublicityItem]], ...] = (
    Column("序号", 6, lambda i: i[0]),
    Column("日期", 12, lambda i: i[1].date),
    Column("媒体", 36, lambda i: i[1].media, "left"),
    Column("标题", 60, lambda i: i[1].title, "left"),
    Column("作者", 16, lambda i: ""),
)
_AWARENESS: tuple[Column[AwarenessRow], ...] = (
    Column("序号", 6, lambda a: a.seq or ""),
    Column("党支部", 34, lambda a: a.name, "left"),
    Column("调查日期", 12, lambda a: a.surveyed_on),
    Column("调查人数", 10, lambda a: a.sample),
    Column("知晓人数", 10, lambda a: a.aware),
    Column("知晓率", 10, lambda a: a.aware_rate or None),
    Column("参与人数", 10, lambda a: a.participated),
    Column("参与率", 10, lambda a: a.participation_rate or None),
)
_ACHIEVEMENTS: tuple[Column[AchievementRow], ...] = (
    Column("序号", 5, lambda a: a.seq),
    Column("成果名称", 38, lambda a: a.achievement.title, "left"),
    Column("成果类别", 13, lambda a: a.achievement.kind),
    Column("所属组织", 28, lambda a: a.owner_name, "left"),
    Column("完成日期", 12, lambda a: a.achievement.date),
    Column("成果简介", 32, lambda a: "", "left"),
    Column("存放处", 14, lambda a: "", "left"),
)


def deeds(rows: Sequence[DeedRow]) -> Table:
    """The columns of D31."""
    return table(_DEEDS, rows)


def publicity(items: Sequence[PublicityItem]) -> Table:
    """The columns of D37's register; who wrote it is for handwriting."""
    return table(_PUBLICITY, list(enumerate(items, start=1)))


def awareness(rows: Sequence[AwarenessRow], total: AwarenessRow) -> Table:
    """The columns of D37's statistics, with their sums."""
    return table(_AWARENESS, rows, [column.value(total) for column in _AWARENESS] if rows else None)


def achievements(rows: Sequence[AchievementRow]) -> Table:
    """The columns of D38; what it is and where it lies is for handwriting."""
    return table(_ACHIEVEMENTS, rows)
