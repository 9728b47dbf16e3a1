"""Numbers and days that were given when papers were issued, set in the records they belong to.

A record that has a value of its own keeps it. Nothing is written: only the records in memory change, so
that papers made from them, and papers that quote them, show what was given.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from docgen.build.keypath import at, attribute_of, is_filled
from docgen.build.paper_id import parts_of
from docgen.build.plan import committee_id, id_of
from docgen.build.stored import StoredBranch, StoredCommittee, pack
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.kinds import Paper
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class Given:
    """What issuing gave a paper beside what its record says; "" and None for nothing."""

    doc_no: str = ""
    day: date | None = None


NOTHING = Given()
Gifts = Callable[[Office], Mapping[str, Given]]
"""What an office's papers were given, by `paper_id`: asked for when the office is known."""


def none_given(_office: Office) -> Mapping[str, Given]:
    """Where nothing is issued."""
    return {}


_Value = str | date


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value of a paper stands: in which record, at which key path, in which member of a list."""

    of_branch: bool
    path: str
    item: str = ""  # the id of the member
    within: str = ""  # the key path of the list
    id_key: str = ""

    def typed(self, record: object) -> object:
        """What the record has there."""
        if not self.within:
            return at(record, self.path)
        found = self._members(record)
        return next((at(one, self.path) for one in found if self._is_meant(one)), None)

    def has_room(self, record: object) -> bool:
        """Whether there is such a member, or no member is needed."""
        return not self.within or any(map(self._is_meant, self._members(record)))

    def put(self, record: Entity, value: _Value) -> Entity:
        """The record with the value there."""
        if not self.within:
            return with_value(record, self.path.split("."), value)
        members = tuple(
            with_value(one, self.path.split("."), value) if self._is_meant(one) else one
            for one in self._members(record)
        )
        return with_value(record, self.within.split("."), members)

    def index(self, record: object) -> int | None:
        """Which member of the list is meant, from 0."""
        found = (at_ for at_, one in enumerate(self._members(record)) if self._is_meant(one))
        return next(found, None)

    def count(self, record: object) -> int:
        """How many members the list has."""
        return len(self._members(record))

    def _members(self, record: object) -> Sequence[Entity]:
        found = at(record, self.within)
        return found if isinstance(found, tuple) else ()

    def _is_meant(self, member: object) -> bool:
        return id_of(at(member, self.id_key)) == self.item


def with_value(entity: Entity, steps: Sequence[str], value: object) -> Entity:
    """The entity with the value at these steps."""
    name = attribute_of(type(entity), steps[0])
    held = getattr(entity, name)
    new = with_value(held, steps[1:], value) if len(steps) > 1 and isinstance(held, Entity) else value
    return entity.model_copy(update={name: new})


def number_places(paper: Paper, item: str) -> list[Place]:
    """Where the paper's number may be typed, the place to write it to first."""
    return [_place(paper, path, item) for path in paper.number.at] if paper.number else []


def date_place(paper: Paper, item: str) -> Place | None:
    """Where the paper's own day is typed; None where the record has no key for it."""
    return _place(paper, paper.date, item) if paper.date else None


def _place(paper: Paper, path: str, item: str) -> Place:
    first, _, rest = path.partition(".")
    of_branch = first in BranchRecord.model_fields and paper.scope == "branch"
    if paper.items is None or first not in (paper.items.name, "item"):
        return Place(of_branch, path)
    root = paper.items.of.partition(".")[0]
    own = root in BranchRecord.model_fields and paper.scope == "branch"
    return Place(own, rest, item, paper.items.of, paper.items.id)


def with_given(office: Office, papers: Iterable[Paper], given: Mapping[str, Given]) -> Office:
    """The office whose records say what was given, by `paper_id`, where they say nothing themselves."""
    known = {paper.label: paper for paper in papers}
    book = _Book(office)
    for paper_id, gift in given.items():
        owner, label, item = parts_of(paper_id)
        if label in known and gift != NOTHING:
            book.enter(known[label], owner, item, gift)
    return book.office()


class _Book:
    """The records of an office, of which some are replaced."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._committee = office.committee
        self._branches: dict[str, BranchRecord] = {}
        self._papers = office.papers
        self._changed = False

    def enter(self, paper: Paper, owner: str, item: str, gift: Given) -> None:
        for place, value in _values(paper, item, gift):
            if paper.scope == "paper":
                self._enter_in_paper(place, value)
            elif place.of_branch:
                self._enter_in_branch(owner, place, value)
            elif owner == committee_id(self._office) or paper.scope == "branch":
                filled = _entered(self._committee, place, value)
                self._changed = self._changed or filled is not self._committee
                self._committee = filled if isinstance(filled, CommitteeRecord) else self._committee

    def _enter_in_paper(self, place: Place, value: _Value) -> None:
        papers = tuple(
            _entered(one, Place(False, place.path), value)
            if id_of(at(one, place.id_key)) == place.item
            else one
            for one in self._papers
        )
        self._changed = self._changed or any(a is not b for a, b in zip(papers, self._papers, strict=True))
        self._papers = papers

    def _enter_in_branch(self, owner: str, place: Place, value: _Value) -> None:
        record = self._branches.get(owner) or self._office.branch(owner)
        if record is None:
            return
        whole = record.whole() if isinstance(record, StoredBranch) else record
        filled = _entered(whole, place, value)
        if filled is not whole and isinstance(filled, BranchRecord):
            self._branches[owner] = filled
            self._changed = True

    def office(self) -> Office:
        if not self._changed:
            return self._office
        branches = tuple(self._now(one) for one in self._office.branches)
        committee = self._committee
        if isinstance(self._office.committee, StoredCommittee):
            committee = StoredCommittee.of(committee)
        return replace(self._office, committee=committee, branches=branches, papers=self._papers, memory={})

    def _now(self, record: BranchRecord) -> BranchRecord:
        if not self._branches:
            return record
        new = self._branches.get(record.branch.id)
        if new is None or self._office.branch(record.branch.id) is not record:
            return record
        packed = pack(new) if isinstance(record, StoredBranch) else None
        return StoredBranch.of(packed) if packed else new


def _values(paper: Paper, item: str, gift: Given) -> Iterator[tuple[Place, _Value]]:
    numbers, day = number_places(paper, item), date_place(paper, item)
    if gift.doc_no and numbers:
        yield numbers[0], gift.doc_no
    if gift.day and day:
        yield day, gift.day


def _entered(record: Entity, place: Place, value: _Value) -> Entity:
    if is_filled(place.typed(record)) or not place.has_room(record):
        return record
    return place.put(record, value)
