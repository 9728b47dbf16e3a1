"""The words from which a cell's value is picked: enumerations, people, grades, and ids of the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.records.schema import Entity
from docgen.records.shape import Many, Named, Single

_YES_OR_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Choices:
    """Lists by what a field points at, and the keys of mappings whose keys the committee sets."""

    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def words_of(self, kind: Single | Many | Named, reference: str) -> tuple[str, ...]:
        """What a single value is picked from; () for any text."""
        if not isinstance(kind, Single):
            return ()
        if kind.type is bool:
            return _YES_OR_NO
        return kind.options.words if kind.options else self.references.get(reference, ())

    def keys_of(self, path: str) -> tuple[str, ...]:
        """The keys that a mapping should have."""
        return tuple(self.keys.get(path, {}))

    def name_of(self, path: str, key: str) -> str:
        """A key as the clerk knows it: 党组织带头人（leader）."""
        name = self.keys.get(path, {}).get(key, key)
        return key if name == key else f"{name}（{key}）"


def choices(committee: CommitteeRecord | None, record: Entity | None) -> Choices:
    """The choices of a record, as far as the committee's record and its own can be read."""
    references: dict[str, tuple[str, ...]] = {}
    keys: dict[str, dict[str, str]] = {}
    if committee is not None:
        references |= _of_committee(committee)
        keys |= _keys(committee)
    if isinstance(record, BranchRecord):
        references |= _of_branch(record)
    return Choices({name: words for name, words in references.items() if words}, keys)


def _of_committee(committee: CommitteeRecord) -> dict[str, tuple[str, ...]]:
    own = committee.committee
    branches = _distinct(person.org for person in committee.people if person.org != own.id)
    departments = (*committee.departments, own.office.name, own.org_department.name)
    return {
        "person": _distinct(person.name for person in committee.people),
        "department": _distinct(departments),
        "grade": _distinct(committee.campaign.grades),
        "branch": branches,
        "branch or committee": _distinct((own.id, *branches)),
    }


def _of_branch(record: BranchRecord) -> dict[str, tuple[str, ...]]:
    return {
        "activity": _distinct(one.id for one in record.diagnosis.activities),
        "problem": _distinct(one.id for one in record.problems),
        "deed": _distinct(one.id for one in record.deeds),
        "notice": _distinct(one.id for one in record.publicity.notices),
    }


def _keys(committee: CommitteeRecord) -> dict[str, dict[str, str]]:
    campaign = committee.campaign
    rubric = {line.key: line.name for line in campaign.rubric.indicators if line.key}
    midterm = {line.key: line.name for line in campaign.midterm_rubric if line.key}
    grades = {grade: grade for grade in campaign.grades}
    options = {word: word for word in campaign.rubric.satisfied_options}
    return {
        "baseline.scores": rubric,
        "final.self_scores": rubric,
        "final.superior_scores": rubric,
        "midterm.scores": midterm,
        "final.satisfaction.counts": options,
        "campaign.rules.min_satisfaction_by_grade": grades,
    }


def _distinct(words: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))  # type: ignore[attr-defined]
