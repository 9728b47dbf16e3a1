"""问题总台账 (D08) and 问题整改台账 (D28): one line a problem."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from docgen.campaign.facts.ledger import LedgerRow
from docgen.publish.ledger.tables import Column, Table, table


def master_problems(rows: Sequence[LedgerRow], as_of: date) -> Table:
    """The columns of D08 problems."""
    return table(
        (
            *_first(),
            Column("问题", 20, lambda r: r.dossier.problem.title, "left"),
            Column("问题性质", 9, lambda r: r.dossier.problem.nature),
            Column("主要原因", 28, lambda r: r.dossier.cause_summary, "left"),
            Column("整改措施", 34, lambda r: r.measures_text, "left"),
            Column("牵头责任人", 10, lambda r: r.dossier.problem.lead),
            Column("配合部门", 13, lambda r: r.support_text, "left"),
            Column("完成时限", 11, lambda r: r.dossier.problem.deadline),
            Column("解决方式", 9, lambda r: r.dossier.problem.triage),
            *_progress(),
            Column("状态", 9, lambda r: r.dossier.problem.status),
            Column("销号日期", 11, lambda r: r.closed_on),
            Column("备注", 15, lambda r: r.remark(as_of), "left"),
        ),
        rows,
    )


def own_problems(rows: Sequence[LedgerRow], as_of: date) -> Table:
    """The columns of D28."""
    return table(
        (
            *_first(),
            Column("问题", 18, lambda r: r.dossier.problem.title, "left"),
            Column("表现", 36, lambda r: r.dossier.problem.description, "left"),
            Column("原因", 24, lambda r: r.dossier.cause_summary, "left"),
            Column("措施", 28, lambda r: r.measures_text, "left"),
            Column("责任人", 9, lambda r: r.responsible_text),
            Column("配合", 11, lambda r: r.support_text, "left"),
            Column("时限", 11, lambda r: r.dossier.problem.deadline),
            Column("解决方式", 9, lambda r: r.dossier.problem.triage),
            *_progress(),
            Column("完成情况", 18, lambda r: r.outcome_text, "left"),
            Column("佐证材料", 12, lambda r: r.evidence_text, "left"),
            Column("状态", 9, lambda r: r.dossier.problem.status),
            Column("销号日期", 11, lambda r: r.closed_on),
            Column("备注", 13, lambda r: r.remark(as_of), "left"),
        ),
        rows,
    )


def _first() -> tuple[Column[LedgerRow], ...]:
    return (
        Column("序号", 5, lambda r: r.seq),
        Column("支部", 14, lambda r: r.branch_name, "left"),
        Column("问题编号", 9, lambda r: r.dossier.no),
    )


def _progress() -> tuple[Column[LedgerRow], ...]:
    return (
        Column("进度（%）", 7, _percent),
        Column("进展", 19, lambda r: r.progress_text, "left"),
    )


def _percent(row: LedgerRow) -> Decimal | None:
    return row.dossier.last_progress.percent
