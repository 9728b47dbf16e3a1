"""Every tampering is found, as one fault, by the check that is there for it; without that check it is not."""

import json
import shutil
from pathlib import Path

import pytest

from docgen.archive.verify import one
from docgen.archive.verify.fault import Fault
from docgen.archive.verify.run import verify
from docgen.archive.verify.seats import seats
from docgen.archive.writer import writing
from docgen.findings import Severity
from support.archives import BY, Unsynced
from support.forgery import ISSUED, LAST, archive_to_tamper_with, copied, forge_inventories, home
from support.ocfl_cases import cases
from support.tamperings import ALL, Tampering

# What an archive written by docgen cannot have is shown on objects of others.
FOREIGN = {
    "V22": "1.1/bad/E049_created_no_timezone",
    "V23": "1.1/warn/W005_id_not_uri",
    "V35": "1.1/bad/E066_inconsistent_version_state",
    "V36": "1.1/warn/W011_version_inv_diff_metadata",
    "V37": "1.1/bad/E093_fixity_digest_mismatch",
}
MENTIONED = {"V49", "V58"}  # not more than mentioned: 提示
BY_PERMISSIONS = {"V32"}  # tests/archive/verify/test_unreadable.py


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> Path:
    return archive_to_tamper_with(tmp_path_factory.mktemp("untouched") / "archive")


def faults(folder: Path) -> list[Fault]:
    return list(verify(folder).faults)


def test_nothing_is_found_where_nothing_was_done(untouched):
    verified = verify(untouched)

    assert verified.faults == ()
    assert (verified.tally.objects, verified.tally.versions, verified.seq) == (3, 5, 8)


@pytest.mark.parametrize("tampering", ALL, ids=lambda tampering: tampering.name)
def test_tampering_is_one_fault(untouched, quick_path, tampering: Tampering):
    folder = copied(untouched, quick_path / "archive")

    tampering.act(folder)

    found = faults(folder)
    if tampering.rule not in MENTIONED:
        found = [fault for fault in found if fault.severity is not Severity.INFO]
    assert [(fault.rule, fault.object) for fault in found] == [(tampering.rule, tampering.object)], found


@pytest.mark.parametrize("rule", sorted({seat.rule for seat in seats()} - FOREIGN.keys() - BY_PERMISSIONS))
def test_without_its_check_a_tampering_goes_unseen(untouched, quick_path, monkeypatch, rule):
    tampering = next(tampering for tampering in ALL if tampering.rule == rule)
    folder = copied(untouched, quick_path / "archive")
    tampering.act(folder)
    monkeypatch.setattr(one, "seats", lambda: [seat for seat in seats() if seat.rule != rule])

    assert faults(folder) == []


@pytest.mark.parametrize("rule", FOREIGN)
def test_without_its_check_a_fault_of_another_archive_goes_unseen(tmp_path, monkeypatch, rule):
    case = next(case for case in cases() if case.name == FOREIGN[rule])
    for path, data in case.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert [fault.rule for fault in faults(tmp_path)] == [rule]
    monkeypatch.setattr(one, "seats", lambda: [seat for seat in seats() if seat.rule != rule])

    assert faults(tmp_path) == []


@pytest.mark.parametrize("done", ["nothing", "version", "inventory"])
def test_work_that_the_next_run_settles_is_mentioned_and_no_fault(untouched, quick_path, done):
    """A kill after the commit: nothing is in its place yet, or the version is, or an inventory too."""
    folder = copied(untouched, quick_path / "archive")
    object_folder, staged = home(folder), folder / "staging" / "6"
    staged.mkdir()
    for name in ("inventory.json", "inventory.json.sha512"):
        (object_folder / name).rename(staged / name)
        shutil.copy(object_folder / "v2" / name, object_folder / name)
    if done == "nothing":
        (object_folder / "v3").rename(staged / "v3")
    if done == "inventory":
        (staged / "inventory.json").rename(object_folder / "inventory.json")

    assert [fault.rule for fault in faults(folder)] == ["V58"]
    with writing(folder, by=BY, disk=Unsynced()):
        pass
    assert faults(folder) == []
    assert not list((folder / "staging").iterdir())


def test_a_first_version_in_staging_is_not_missing(untouched, quick_path):
    folder = copied(untouched, quick_path / "archive")
    home(folder, LAST).rename(folder / "staging" / "8")
    shutil.rmtree(home(folder, LAST).parents[2])

    assert [fault.rule for fault in faults(folder)] == ["V58"]


NONSENSE = [None, -1, 1.5, True, "", "../x", "\ud800\x1b[2J", [], [None], {}, {"v1": None}]


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
@pytest.mark.parametrize("key", ["id", "type", "head", "manifest", "versions", "fixity", "contentDirectory"])
def test_an_inventory_full_of_nonsense_is_told_and_stops_nothing(untouched, quick_path, key, value):
    folder = copied(untouched, quick_path / "archive")
    forge_inventories(home(folder), lambda table: table.update({key: value}))

    found = faults(folder)

    assert [fault.rule for fault in found if fault.rule not in MENTIONED] == ["V26"]
    assert verify(home(folder)).faults or (key, value) == ("fixity", {})  # which OCFL allows
    json.dumps([fault.as_json() for fault in found], ensure_ascii=False).encode()


def test_an_object_whose_inventories_are_all_destroyed_is_named_as_the_log_names_it(untouched, quick_path):
    folder = copied(untouched, quick_path / "archive")
    for path in home(folder).rglob("inventory.json"):
        path.write_bytes(b"")

    assert {fault.object for fault in faults(folder)} == {ISSUED}
    assert {fault.object for fault in faults(home(folder))} == {home(folder).name}
