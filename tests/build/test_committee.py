"""The committee's file read by another process is what it is read here."""

import pickle

import pytest

from docgen.actions.init import init
from docgen.build import committee, stored
from docgen.build.committee import read_committee
from docgen.build.stored import StoredCommittee
from docgen.campaign.models.record import CommitteeRecord

FIELDS = tuple(CommitteeRecord.model_fields)


@pytest.fixture
def root(tmp_path):
    root = init(tmp_path / "office").root
    path = root / "data" / "committee.yaml"
    path.write_text(path.read_text("utf-8").replace("  name: ", "  nam: ", 1), "utf-8")
    return root


@pytest.mark.parametrize("large_bytes", [0, 10**9])
def test_committee_read_apart_is_the_committee_read_here(root, monkeypatch, large_bytes):
    monkeypatch.setattr(committee, "_LARGE_BYTES", large_bytes)
    path = root / "data" / "committee.yaml"
    here = read_committee(path, root, 1)

    found = read_committee(path, root, 2)

    assert (found.findings, found.owed) == (here.findings, here.owed)
    assert {name: getattr(found.value, name) for name in FIELDS} == {
        name: getattr(here.value, name) for name in FIELDS
    }
    assert found.places.locate("campaign.year") == here.places.locate("campaign.year")
    assert found.places.label("campaign.year") == here.places.label("campaign.year")
    assert found.places.typed("campaign.year") == "2012"
    assert here.findings


def test_places_are_sent_without_what_they_know(root):
    places = read_committee(root / "data" / "committee.yaml", root, 1).places

    assert len(pickle.dumps(places)) < 500
    assert pickle.loads(pickle.dumps(places)).locate("campaign.year") == places.locate("campaign.year")


def test_long_lists_of_a_large_file_are_packed_and_its_people_known_by_name(root, monkeypatch):
    monkeypatch.setattr(committee, "_LARGE_BYTES", 0)
    monkeypatch.setattr(stored, "_LONG_BYTES", 1000)
    path = root / "data" / "committee.yaml"

    found = read_committee(path, root, 2)

    assert isinstance(found.value, StoredCommittee)
    assert "people" not in found.value.__dict__
    assert found.registry.called(found.registry) == tuple(one for one in found.value.people if one.name)


def test_file_that_is_missing_is_a_finding(tmp_path):
    found = read_committee(tmp_path / "committee.yaml", tmp_path, 2)

    assert found.value is None
    assert found.findings
