"""A packed record reads like the record."""

import pickle
from itertools import chain

import pytest

from docgen.build import stored
from docgen.build.packing import Window
from docgen.build.stored import StoredBranch, StoredCommittee, pack, unpack
from docgen.build.view import view
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from support.records import branch_data, make_branch, make_office

FIELDS = tuple(BranchRecord.model_fields)


def records():
    return [make_branch(), BranchRecord(), make_branch(branch={"id": "甲&<{{", "short_name": "\u2028\n\x85"})]


@pytest.mark.parametrize("record", records())
def test_packed_record_comes_out_as_it_went_in(record):
    packed = pack(record)

    assert unpack(packed) == record
    assert unpack(packed).model_fields_set == record.model_fields_set


@pytest.mark.parametrize("record", records())
def test_stored_record_reads_like_the_record(record):
    one = StoredBranch.of(pack(record))

    assert [getattr(one, name) for name in FIELDS] == [getattr(record, name) for name in FIELDS]
    assert one.model_dump_json() == record.model_dump_json()
    assert one.model_copy(update={"deeds": ()}) == record.model_copy(update={"deeds": ()})
    assert bool(one) == bool(record)
    assert pickle.loads(pickle.dumps(one)).branch == record.branch
    with pytest.raises(AttributeError):
        one.nothing  # noqa: B018


@pytest.fixture
def committees(monkeypatch):
    """A committee's record, and the same with all lists packed."""
    monkeypatch.setattr(stored, "_LONG_BYTES", 100)
    whole = make_office(branch_data("Z01")).committee
    return whole, StoredCommittee.of(whole)


def test_stored_committee_reads_like_the_record(committees):
    whole, one = committees

    assert type(one) is StoredCommittee
    assert set(one.__dict__) < {*CommitteeRecord.model_fields, "_packed"}
    assert all(getattr(one, name) == getattr(whole, name) for name in CommitteeRecord.model_fields)
    assert one.whole() == whole
    assert one.model_dump_json(exclude_defaults=True) == whole.model_dump_json(exclude_defaults=True)
    assert one.model_copy(update={"people": ()}) == whole.model_copy(update={"people": ()})
    assert pickle.loads(pickle.dumps(one)).whole() == whole
    with pytest.raises(AttributeError):
        one.problems  # noqa: B018


def test_committee_is_kept_as_it_is_where_nothing_is_long_or_json_cannot_say_it(committees, monkeypatch):
    whole, _ = committees
    odd = whole.model_copy(update={"departments": ("\ud800",) * 100})

    assert StoredCommittee.of(odd) is odd
    monkeypatch.setattr(stored, "_LONG_BYTES", 10**9)
    assert StoredCommittee.of(whole) is whole


def test_record_that_json_cannot_say_is_not_packed():
    assert pack(make_branch(branch={"id": "Z01", "short_name": "\ud800"})) is None


def test_no_more_than_a_bound_stays_unpacked(monkeypatch):
    window = Window(4000)
    monkeypatch.setattr(stored, "_of_branches", window)
    several = [StoredBranch.of(pack(make_branch())) for _ in range(20)]

    for one in several:
        assert one.branch.id
        assert window._bytes <= 4000

    assert 0 < len(window._values) < 20


def test_view_has_its_own_branches_whole_and_a_memory_of_its_own():
    office = make_office(branch_data("Z01"), branch_data("Z02"), branch_data("Z03"))
    packed = type(office)(office.committee, tuple(StoredBranch.of(pack(one)) for one in office.branches))

    seen = view(packed, [1])

    assert [type(one) for one in seen.branches] == [StoredBranch, BranchRecord, StoredBranch]
    assert seen.branches[1] == office.branches[1]
    assert seen.memory is not packed.memory
    assert list(chain(seen.branch_ids)) == ["Z01", "Z02", "Z03"]
    assert view(office, [1]) is office
