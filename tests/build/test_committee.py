"""The committee's file read by another process is what it is read here."""

import pickle

import pytest

from docgen.actions.init import init
from docgen.build import committee
from docgen.build.committee import read_committee


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

    assert (found.value, found.findings, found.owed) == (here.value, here.findings, here.owed)
    assert found.places.locate("campaign.year") == here.places.locate("campaign.year")
    assert found.places.label("campaign.year") == here.places.label("campaign.year")
    assert found.places.typed("campaign.year") == "2012"
    assert here.findings


def test_places_are_sent_without_what_they_know(root):
    places = read_committee(root / "data" / "committee.yaml", root, 1).places

    assert len(pickle.dumps(places)) < 500
    assert pickle.loads(pickle.dumps(places)).locate("campaign.year") == places.locate("campaign.year")


def test_file_that_is_missing_is_a_finding(tmp_path):
    found = read_committee(tmp_path / "committee.yaml", tmp_path, 2)

    assert found.value is None
    assert found.findings
