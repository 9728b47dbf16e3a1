"""台账: one line a problem, generated and never typed (R47)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import Dossier, dossiers
from docgen.campaign.models.problem import Problem, Progress
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined, quantity, sentence_list
from docgen.text.dates import cn_date, month_day
from docgen.text.numerals import percent_text

_READS = ("branch", "baseline", "target", "diagnosis", "problems", "review")


@dataclass(frozen=True, slots=True)
class LedgerRow(Row):
    """A problem's line; the dossier holds what the form prints too, so the two cannot differ."""

    seq: int
    branch_name: str
    grades_text: str
    dossier: Dossier
    measures_text: str
    responsible_text: str
    support_text: str
    percent_text: str
    progress_text: str
    outcome_text: str
    evidence_text: str
    closed_on: date | None
    is_new: bool  # filed after the method was approved (A16)

    def overdue(self, as_of: date | None) -> bool:
        """Whether the problem is open after its deadline."""
        return self.dossier.overdue(as_of)

    def days_left(self, as_of: date | None) -> int | None:
        """Days to the deadline of an open problem."""
        return self.dossier.days_left(as_of)

    def remark(self, as_of: date | None) -> str:
        """What is to be noted of the problem on that day: 新增；转入续办至2013年3月31日；已逾期12天."""
        return joined(self._remarks(as_of), "；")

    def _remarks(self, as_of: date | None) -> Iterator[str]:
        problem, days = self.dossier.problem, self.days_left(as_of)
        if self.is_new:
            yield "新增"
        if problem.carry_over.new_deadline:
            yield f"转入续办至{cn_date(problem.carry_over.new_deadline)}"
        if days is not None and days < 0:
            yield f"已逾期{-days}天"
        if problem.recheck.result:
            yield f"“回头看”{problem.recheck.result}"


@fact("ledger_rows", "问题台账", reads=_READS)
def ledger_rows(branch: BranchRecord) -> tuple[LedgerRow, ...]:
    """The branch's ledger, in the record's order."""
    return _rows(branch, 1)


@fact("ledger_rows", "问题总台账", scope="committee", reads=tuple(f"branches.{key}" for key in _READS))
def all_ledger_rows(office: Office) -> tuple[LedgerRow, ...]:
    """All branches' ledgers, numbered through."""
    rows: tuple[LedgerRow, ...] = ()
    for branch in office.branches:
        rows += _rows(branch, len(rows) + 1)
    return rows


def _rows(branch: BranchRecord, first: int) -> tuple[LedgerRow, ...]:
    return tuple(_row(dossier, branch, seq) for seq, dossier in enumerate(dossiers(branch), start=first))


def _row(dossier: Dossier, branch: BranchRecord, seq: int) -> LedgerRow:
    problem, last = dossier.problem, dossier.last_progress
    return LedgerRow(
        seq=seq,
        branch_name=branch.branch.short_name or branch.branch.id,
        grades_text=joined((branch.baseline.grade, branch.target.grade), "→"),
        dossier=dossier,
        measures_text=sentence_list(measure.action for measure in problem.measures),
        responsible_text=joined(measure.responsible for measure in problem.measures),
        support_text=joined(unit for measure in problem.measures for unit in measure.support),
        percent_text="" if last.percent is None else percent_text(last.percent / Decimal(100)),
        progress_text=_progress(last),
        outcome_text=_outcome(dossier),
        evidence_text=joined(problem.closure.evidence),
        closed_on=problem.closure.closed_on,
        is_new=_is_new(problem, branch),
    )


def _outcome(dossier: Dossier) -> str:
    """实际6.8工作日，目标5工作日，未达到；启用新记录本。"""
    problem = dossier.problem
    told = (problem.immediate.result, problem.escalation.outcome)
    if not dossier.result_text:
        return sentence_list(told)
    aim = quantity(problem.target.target, problem.target.unit)
    reached = {True: "已达到", False: "未达到", None: ""}[dossier.reached]
    numbers = (f"实际{dossier.result_text}", aim and f"目标{aim}", reached)
    return sentence_list((joined(numbers, "，"), *told))


def _is_new(problem: Problem, branch: BranchRecord) -> bool:
    approved = branch.review.approval.date
    return bool(approved and problem.filed_on and problem.filed_on > approved)


def _progress(entry: Progress) -> str:
    """7月13日：流程图上墙。"""
    return joined((month_day(entry.date) if entry.date else "", entry.note), "：")
