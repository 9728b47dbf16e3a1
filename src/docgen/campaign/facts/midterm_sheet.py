"""The score sheet of “七一”前考评: full marks, marks and what was taken off, line by line (R48)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.midterm import midterm_total
from docgen.campaign.limits import midterm_before
from docgen.campaign.models.campaign import Indicator
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import quantity

_FIRST_OF_JULY = (7, 1)
_NAMED_LOSSES_MAX = 3


@dataclass(frozen=True, slots=True)
class MidtermLine(Row):
    """One line; `lost` is None while it has no mark."""

    name: str
    full: Decimal | None
    score: Decimal | None
    lost: Decimal | None

    @property
    def lost_text(self) -> str:
        """扣4分; nothing for full marks."""
        return f"扣{quantity(self.lost, '分')}" if self.lost else ""


@dataclass(frozen=True, slots=True)
class MidtermSheet(Row):
    """The branch's lines and totals, and in words where it lost most marks."""

    rows: tuple[MidtermLine, ...]
    full_total: Decimal | None
    total: Decimal | None
    lost_total: Decimal | None
    lost_text: str
    below: Decimal | None


@fact("midterm_sheet", "七一前考评评分", reads=("campaign", "midterm"))
def midterm_sheet(branch: BranchRecord, office: Office) -> MidtermSheet:
    """The sheet of the branch; `below` is the limit of criticism that its total does not reach."""
    rows = tuple(_line(line, branch) for line in office.campaign.midterm_rubric)
    full = _sum(row.full for row in rows)
    total = midterm_total(branch.midterm)
    limit = office.campaign.rules.criticise_below
    return MidtermSheet(
        rows=rows,
        full_total=full,
        total=total,
        lost_total=None if full is None or total is None else full - total,
        lost_text="、".join(f"{row.name}{row.lost_text}" for row in _by_loss(rows)[:_NAMED_LOSSES_MAX]),
        below=limit if limit is not None and total is not None and total < limit else None,
    )


@fact("midterm_name", "七一前考评名称", reads=("campaign",))
def midterm_name(office: Office) -> str:
    """“七一”前考评; 年中考评 where the office sets another day than 1 July."""
    limit = midterm_before(office.campaign)
    return "“七一”前考评" if limit is None or (limit.month, limit.day) == _FIRST_OF_JULY else "年中考评"


@fact("midterm_name", "七一前考评名称", scope="committee", reads=("campaign",))
def committee_midterm_name(office: Office) -> str:
    """The same in the committee's papers."""
    return midterm_name(office)


def _line(line: Indicator, branch: BranchRecord) -> MidtermLine:
    score = branch.midterm.scores.get(line.key)
    lost = None if score is None or line.full is None else line.full - score
    return MidtermLine(line.name or line.key, line.full, score, lost)


def _by_loss(rows: Iterable[MidtermLine]) -> list[MidtermLine]:
    return sorted((row for row in rows if row.lost), key=lambda row: -(row.lost or 0))


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None
