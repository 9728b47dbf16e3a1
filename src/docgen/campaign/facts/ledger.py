"""台账: one line a problem, generated and never typed (R47)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import Dossier, dossiers
from docgen.campaign.models.problem import Progress
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined, sentence_list
from docgen.text.dates import month_day
from docgen.text.numerals import percent_text

_READS = ("branch", "baseline", "target", "diagnosis", "problems")


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
    evidence_text: str
    closed_on: date | None

    def overdue(self, as_of: date | None) -> bool:
        """Whether the problem is open after its deadline."""
        return self.dossier.overdue(as_of)

    def days_left(self, as_of: date | None) -> int | None:
        """Days to the deadline of an open problem."""
        return self.dossier.days_left(as_of)


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
        evidence_text=joined(problem.closure.evidence),
        closed_on=problem.closure.closed_on,
    )


def _progress(entry: Progress) -> str:
    """7月13日：流程图上墙。"""
    return joined((month_day(entry.date) if entry.date else "", entry.note), "：")
