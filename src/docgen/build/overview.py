"""Every record in one line: whose it is, how far it has come, how its problems stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.build.office import LoadedOffice
from docgen.build.plan import committee_id
from docgen.campaign.office import Office
from docgen.campaign.settled import is_settled
from docgen.campaign.states import STATES, office_states, states
from docgen.official.models import PaperRecord


@dataclass(frozen=True, slots=True)
class Line:
    """One record. A file that cannot be read has no id and no name."""

    id: str
    name: str
    file: str
    states: tuple[str, ...] = ()
    problems: int = 0
    settled: int = 0
    is_paper: bool = False  # an official paper goes through no stages


def overview(loaded: LoadedOffice) -> list[Line]:
    """The committee's record, its branches' in their order, official papers, then what cannot be read."""
    office = loaded.office
    lines = [Line("", "", loaded.committee_file)] if office is None else list(_lines(office, loaded))
    return [*lines, *(Line("", "", file) for file in loaded.unread)]


def _lines(office: Office, loaded: LoadedOffice) -> list[Line]:
    own, day = office.committee.committee, loaded.as_of
    open_or_not = [is_settled(one, day) for record in office.branches for one in record.problems]
    lines = [
        Line(
            committee_id(office),
            own.short_name or own.full_name,
            loaded.committee_file,
            _in_order(office_states(office, day)),
            len(open_or_not),
            sum(open_or_not),
        )
    ]
    for record, file in zip(office.branches, loaded.branch_files, strict=True):
        settled = sum(is_settled(one, day) for one in record.problems)
        reached, branch = _in_order(states(record, office, day)), record.branch
        lines.append(Line(branch.id, branch.short_name, file, reached, len(record.problems), settled))
    return [*lines, *_papers(office, loaded)]


def _papers(office: Office, loaded: LoadedOffice) -> Iterator[Line]:
    for record in office.papers:
        if isinstance(record, PaperRecord):
            yield Line(record.id, record.title, loaded.paper_files[record.id], is_paper=True)


def _in_order(reached: frozenset[str]) -> tuple[str, ...]:
    return tuple(state for state in STATES if state in reached)
