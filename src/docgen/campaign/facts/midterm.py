"""“七一”前考评: what was found at each branch, as it stood on the day of the assessment (R48-R50)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.grades import names
from docgen.campaign.facts.scores import sum_of
from docgen.campaign.models.process import Midterm
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.outcomes import CRITICISED, PRAISED
from docgen.campaign.phrases import joined, quantity
from docgen.text.numerals import half_up

PASSED = "通过"
_FEEBLE = "不得力"
_READS = (
    "midterm_evaluation",
    "branches.branch",
    "branches.problems",
    "branches.deeds",
    "branches.midterm",
    "branches.rectification_order",
)


@dataclass(frozen=True, slots=True)
class MidtermRow(Row):
    """One branch's assessment; `closed` and `deeds_done` by its day, None where nobody wrote the day.

    `assessed_on` is the branch's own day, `day` the last of the committee's where it has none.
    """

    seq: int
    branch_name: str
    assessed_on: date | None
    day: date | None
    total: Decimal | None
    outcome: str
    comment: str
    order_no: str
    order_deadline: date | None
    order_reasons: tuple[str, ...]
    filed: int
    closed: int | None
    deeds_done: int | None

    @property
    def is_praised(self) -> bool:
        """Whether the outcome is 表扬."""
        return self.outcome == PRAISED

    @property
    def is_criticised(self) -> bool:
        """Whether the outcome is 批评并限期整改."""
        return self.outcome == CRITICISED

    @property
    def facts_text(self) -> str:
        """考评得分93.5分，4个立档问题中已销号2个，办成实事1件."""
        return joined((_score(self.total), _closed(self), _deeds(self.deeds_done)), "，")

    @property
    def reasons_text(self) -> str:
        """整改措施不到位、工作走过场: why the order to rectify was given; 不得力 alone says what was."""
        reasons = joined(self.order_reasons)
        return f"整改{reasons}" if reasons.startswith(_FEEBLE) else reasons


@dataclass(frozen=True, slots=True)
class MidtermSummary(Row):
    """All branches' assessments together; scores are None while nobody is scored."""

    branches: int
    assessed: int
    average: Decimal | None
    highest: Decimal | None
    lowest: Decimal | None
    praised: int
    passed: int
    criticised: int
    unassessed_names: str


@fact("midterm_rows", "七一前考评情况", scope="committee", reads=_READS)
def midterm_rows(office: Office) -> tuple[MidtermRow, ...]:
    """A row for each branch, in the committee's order."""
    return tuple(_row(seq, record, office) for seq, record in enumerate(office.branches, start=1))


@fact(
    "midterm_summary",
    "七一前考评汇总",
    scope="committee",
    reads=("branches.branch", "branches.midterm"),
)
def midterm_summary(office: Office) -> MidtermSummary:
    """Counts by outcome, and the average to one decimal."""
    totals = [total for record in office.branches if (total := midterm_total(record.midterm)) is not None]
    outcomes = [record.midterm.outcome for record in office.branches]
    return MidtermSummary(
        branches=len(outcomes),
        assessed=sum(map(bool, outcomes)),
        average=half_up(sum(totals, Decimal(0)) / len(totals), 1) if totals else None,
        highest=max(totals, default=None),
        lowest=min(totals, default=None),
        praised=outcomes.count(PRAISED),
        passed=outcomes.count(PASSED),
        criticised=outcomes.count(CRITICISED),
        unassessed_names=names(record for record in office.branches if not record.midterm.outcome),
    )


def midterm_total(midterm: Midterm) -> Decimal | None:
    """The total of the assessment: the lines' sum, else as typed."""
    summed = sum_of(midterm.scores)
    return midterm.total if summed is None else summed


def _row(seq: int, record: BranchRecord, office: Office) -> MidtermRow:
    day = record.midterm.date or max(office.committee.midterm_evaluation.dates, default=None)
    order = record.rectification_order
    return MidtermRow(
        seq=seq,
        branch_name=record.branch.short_name,
        assessed_on=record.midterm.date,
        day=day,
        total=midterm_total(record.midterm),
        outcome=record.midterm.outcome,
        comment=record.midterm.comment,
        order_no=order.doc_no,
        order_deadline=order.deadline,
        order_reasons=tuple(order.reasons),
        filed=len(record.problems),
        closed=_by(day, (problem.closure.closed_on for problem in record.problems)),
        deeds_done=_by(day, (deed.done_on for deed in record.deeds)),
    )


def _by(day: date | None, days: Iterable[date | None]) -> int | None:
    return None if day is None else sum(one is not None and one <= day for one in days)


def _score(total: Decimal | None) -> str:
    return f"考评得分{quantity(total, '分')}" if total is not None else ""


def _closed(row: MidtermRow) -> str:
    if row.filed == 0 or row.closed is None or (row.closed == 0 and not row.is_criticised):
        return ""
    return f"{row.filed}个立档问题中已销号{row.closed}个" if row.closed else f"{row.filed}个立档问题均未销号"


def _deeds(done: int | None) -> str:
    return f"办成实事{done}件" if done else ""
