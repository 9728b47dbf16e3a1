"""What holds of every fact, whatever it computes."""

import random
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.campaign.context import values_of
from docgen.campaign.fact import Fact, Row, Scope
from docgen.campaign.facts import FACTS
from docgen.campaign.feeds import fed, roots
from docgen.campaign.judge import run
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import STATES, office_states, ready
from docgen.campaign.subject import Subject
from docgen.campaign.views import branch_roots
from docgen.records.schema import Entity
from support.records import fake_sources, model, raw_sample, sample_office

_ALL = [(scope, fact) for scope, facts in FACTS.items() for fact in facts.values()]
_each_fact = pytest.mark.parametrize(
    ("scope", "fact"), _ALL, ids=[f"{scope}-{fact.name}" for scope, fact in _ALL]
)


@_each_fact
def test_a_fact_reads_only_what_it_declares(scope: Scope, fact: Fact):
    office = sample_office()

    for subject in _subjects(office, scope):
        cut = _restricted(subject, scope, fact.reads)
        assert _plain(fact.of(cut), fact) == _plain(fact.of(subject), fact)


@_each_fact
def test_a_fact_of_an_empty_office_is_no_crash(scope: Scope, fact: Fact):
    office = Office(CommitteeRecord(), (BranchRecord(),))

    for subject in _subjects(office, scope):
        _plain(fact.of(subject), fact)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([0.02, 0.1, 0.4]))
def test_unfinished_records_raise_nothing(seed: int, share: float):
    chance = random.Random(seed)
    committee, branches = raw_sample()
    office = Office(
        model(CommitteeRecord, _pruned(committee, chance, share)),
        tuple(model(BranchRecord, _pruned(one, chance, share)) for one in branches),
    )

    for scope, fact in _ALL:
        for subject in _subjects(office, scope):
            _plain(fact.of(subject), fact)
    run(office, fake_sources(office))
    assert office_states(office) <= set(STATES)
    for state in STATES:
        ready(state, office.committee, office)
        ready(state, office.branches[0], office)
    values_of(roots("committee"), FACTS["committee"], office)
    values_of(roots("branch"), FACTS["branch"], office, branch=office.branches[0])


def _subjects(office: Office, scope: Scope) -> list[Subject]:
    if scope == "committee":
        return [Subject(office)]
    return [Subject(office, branch) for branch in office.branches]


def _restricted(subject: Subject, scope: Scope, reads: tuple[str, ...]) -> Subject:
    """The subject as if the record held nothing but what is read."""
    seen = fed(reads, scope)
    if scope == "branch":
        of_branch = {roots(scope)[n].field: a for n, a in seen.items() if roots(scope)[n].of_branch}
        of_committee = {roots(scope)[n].field: a for n, a in seen.items() if not roots(scope)[n].of_branch}
        branch = _only(subject.branch, of_branch)
        return Subject(Office(_only(subject.committee, of_committee), (branch,)), branch)
    of_committee = {name: allowed for name, allowed in seen.items() if name != "branches"}
    allowed = seen.get("branches", frozenset())
    keep = dict.fromkeys(BranchRecord.model_fields if allowed is None else allowed)
    branches = tuple(_only(one, keep) for one in subject.office.branches)
    return Subject(Office(_only(subject.committee, of_committee), branches))


def _only(record: Any, keep: dict[str, frozenset[str] | None]) -> Any:
    kept = {}
    for field, allowed in keep.items():
        value = getattr(record, field)
        if isinstance(value, Entity) and allowed is not None:
            value = type(value)(**{name: getattr(value, name) for name in allowed})
        kept[field] = value
    return type(record)(**kept)


def _plain(value: object, fact: Fact) -> object:
    """The value with all its parts computed, comparable; of branch records what the fact reads."""
    if isinstance(value, Row) and is_dataclass(value):
        names = [f.name for f in fields(value)] + [
            name for name in dir(type(value)) if isinstance(getattr(type(value), name), property)
        ]
        row = {name: _plain(getattr(value, name), fact) for name in names}
        if hasattr(value, "overdue"):
            row["late"] = (value.overdue(date(2012, 11, 1)), value.days_left(date(2012, 11, 1)))
        return row
    if isinstance(value, tuple):
        return [_plain(one, fact) for one in value]
    if isinstance(value, BranchRecord):
        seen = branch_roots(fact.reads)
        return value.model_dump(include=set(BranchRecord.model_fields if seen is None else seen))
    if isinstance(value, Entity):
        return value.model_dump()
    return value if not hasattr(value, "percent") else (value, value.text, value.percent)


def _pruned(value: Any, chance: random.Random, share: float) -> Any:
    """The raw record with some of its keys and items gone."""
    if isinstance(value, dict):
        return {k: _pruned(v, chance, share) for k, v in value.items() if chance.random() > share}
    if isinstance(value, list):
        return [_pruned(one, chance, share) for one in value if chance.random() > share]
    return value
