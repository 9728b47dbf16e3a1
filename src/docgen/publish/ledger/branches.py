"""晋位升级台账 (D08): one line a branch."""

from collections.abc import Sequence
from itertools import repeat

from docgen.campaign.facts.master_rows import MasterRow
from docgen.campaign.facts.members import MemberTotals
from docgen.campaign.facts.problem_counts import ProblemCounts
from docgen.publish.ledger.tables import Column, Table, Value, table

_COLUMNS: tuple[Column[MasterRow], ...] = (
    Column("序号", 5, lambda m: m.row.seq),
    Column("党支部", 22, lambda m: m.name, "left"),
    Column("类别", 8, lambda m: m.row.record.branch.category),
    Column("书记", 11, lambda m: m.row.record.branch.secretary),
    Column("党员数", 7, lambda m: m.row.members.total),
    Column("原档次", 8, lambda m: m.row.record.baseline.grade),
    Column("定级得分", 7, lambda m: m.row.record.baseline.total),
    Column("目标档次", 8, lambda m: m.row.record.target.grade),
    Column("问题数", 7, lambda m: m.row.problem_counts.total),
    Column("立即", 6, lambda m: m.row.problem_counts.immediate),
    Column("限期", 6, lambda m: m.row.problem_counts.planned),
    Column("上级", 6, lambda m: m.row.problem_counts.escalated),
    Column("已销号", 7, lambda m: m.row.problem_counts.closed),
    Column("续办", 6, lambda m: m.row.problem_counts.carried),
    Column("七一前得分", 7, lambda m: m.row.record.midterm.total),
    Column("七一前结果", 10, lambda m: m.row.record.midterm.outcome),
    Column("年终得分", 7, lambda m: m.row.total),
    Column("审定档次", 8, lambda m: m.row.record.final.grade),
    Column("备注", 22, lambda m: m.remark_text, "left"),
)


def master_branches(rows: Sequence[MasterRow], members: MemberTotals, problems: ProblemCounts) -> Table:
    """The columns of D08 branches, with the sums of what can be summed."""
    sums: dict[str, Value] = {
        "党支部": "合计",
        "党员数": members.total,
        "问题数": problems.total,
        "立即": problems.immediate,
        "限期": problems.planned,
        "上级": problems.escalated,
        "已销号": problems.closed,
        "续办": problems.carried,
    }
    total = map(sums.get, (column.title for column in _COLUMNS), repeat(""))
    return table(_COLUMNS, rows, tuple(total) if rows else None)
