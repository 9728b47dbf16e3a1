"""民主测评: what is asked, which boxes there are, and how the count was (R51, J4)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.satisfaction import valid_votes
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate

_USUAL = ("满意", "比较满意", "基本满意", "不满意")
_OVERALL = "总体评价"
_TO_WRITE_IN = ("",) * 6  # while the office has no rubric
# The record names no options but the satisfied ones; a ballot must let voters say no.
_UNNAMED_OPTIONS = ("　　　　",) * 2


@dataclass(frozen=True, slots=True)
class CountRow(Row):
    """One option in the summary; the count is None before the ballots are counted."""

    name: str
    count: int | None
    percent: str
    is_satisfied: bool


@dataclass(frozen=True, slots=True)
class BallotCount(Row):
    """The summary beside the numbers of ballots: void ones, and the formula with its numbers."""

    rows: tuple[CountRow, ...]
    invalid: int | None
    satisfied_text: str
    formula_text: str


@fact("ballot_options", "测评选项", scope="committee", reads=("campaign", "branches.final"))
def ballot_options(office: Office) -> tuple[str, ...]:
    """The options as they were counted; else the usual four, or those known and two to be named."""
    counted = (option for record in office.branches for option in record.final.satisfaction.counts)
    return tuple(dict.fromkeys(counted)) or _known(office)


@fact("ballot_items", "测评项目", scope="committee", reads=("campaign",))
def ballot_items(office: Office) -> tuple[str, ...]:
    """The rubric's indicators, and the overall judgement by which 满意率 is counted."""
    named = (line.name or line.key for line in office.campaign.rubric.indicators)
    return (*(tuple(dict.fromkeys(filter(None, named))) or _TO_WRITE_IN), _OVERALL)


@fact("ballot_items", "测评项目", reads=("campaign",))
def items_of_branch(office: Office) -> tuple[str, ...]:
    """The same in the papers of a branch."""
    return ballot_items(office)


@fact("ballot_count", "测评计票", reads=("campaign", "final"))
def ballot_count(branch: BranchRecord, office: Office) -> BallotCount:
    """The branch's ballots by option; the boxes stand empty before they are counted."""
    ballot, satisfied = branch.final.satisfaction, office.campaign.rubric.satisfied_options
    names = tuple(ballot.counts) or _known(office)
    valid = valid_votes(ballot)
    rows = tuple(_row(name, ballot.counts.get(name), valid, name in satisfied) for name in names)
    votes = [row.count or 0 for row in rows if row.is_satisfied]
    rate = Rate(sum(votes), valid) if ballot.counts else Rate(0, 0)
    added = "＋".join(map(str, votes))
    return BallotCount(
        rows=rows,
        invalid=_difference(ballot.returned, ballot.valid),
        satisfied_text="＋".join(satisfied),
        formula_text=f"（{added}）÷{valid}×100%＝{rate.percent}" if rate else "",
    )


def _known(office: Office) -> tuple[str, ...]:
    satisfied = office.campaign.rubric.satisfied_options
    return _USUAL if set(satisfied) <= set(_USUAL) else (*satisfied, *_UNNAMED_OPTIONS)


def _row(name: str, count: int | None, valid: int, is_satisfied: bool) -> CountRow:
    return CountRow(name, count, "" if count is None else Rate(count, valid).percent, is_satisfied)


def _difference(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part
