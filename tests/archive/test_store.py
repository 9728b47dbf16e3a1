"""What a reader sees: whole archives, damaged ones, unfinished ones, and none."""

import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from docgen.archive.faults import (
    DestroyedObject,
    IncompleteArchive,
    NewerArchive,
    NoArchive,
    ObjectDamaged,
    UnknownFile,
    UnknownObject,
    UnknownVersion,
)
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from support.archives import BY, FILES, Unsynced, attach, clock, doc_no, filled, issue, judged, paper
from support.faulty_disk import Crash, FaultyDisk


@pytest.fixture
def archive(quick_path: Path) -> Archive:
    return filled(quick_path / "archive")


def _home(archive: Archive, number: int) -> Path:
    return archive.places.object(paper(number))


def test_archive_with_every_kind_of_event_passes_ocfl_py(archive):
    assert judged(archive.folder) == 2


def test_object_gives_back_the_same_bytes_and_tells_its_events(archive):
    found = archive.find(paper(1))

    assert found.head == "v2"
    assert [(one.event, one.by, one.reason, one.doc_no) for one in found.versions] == [
        ("issue", BY, "印发", doc_no(1)),
        ("attach", BY, "签字后扫描", doc_no(1)),
    ]
    first = found.version("v1")
    assert {path: first.read(path) for path in first.state} == issue(1).files
    assert set(found.latest.state) == {*FILES, "scan/签字扫描件.pdf"}
    assert first.size("paper.pdf") == len(first.read("paper.pdf"))


def test_objects_are_those_that_are_there(archive):
    assert list(archive.objects()) == [paper(1), paper(2)]
    assert archive.destroyed(paper(3)).reason == "期满鉴定"


def test_short_address_finds_a_version(archive):
    assert archive.at("Z01:D22@v1").event == "issue"
    assert archive.at("Z01:D22").event == "attach"


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("Z07:D22", UnknownObject),
        ("Z01:D22@v3", UnknownVersion),
        (paper(3), DestroyedObject),
        (f"{paper(7)}@v1", UnknownObject),
    ],
)
def test_what_is_not_there_is_told_in_one_line(archive, address, fault):
    with pytest.raises(fault) as told:
        archive.at(address)

    assert told.value.remedy
    assert "\n" not in str(told.value)


def test_unknown_file_is_told_with_those_there_are(archive):
    with pytest.raises(UnknownFile, match=r"paper\.docx"):
        archive.at("Z01:D22").read("paper.doc")


def test_changed_bytes_are_never_given_out(archive):
    path = _home(archive, 1) / "v1" / "content" / "paper.pdf"
    path.write_bytes(path.read_bytes()[:-1] + b"!")

    with pytest.raises(ObjectDamaged, match=r"paper\.pdf"):
        archive.at("Z01:D22").read("paper.pdf")


@pytest.mark.parametrize("damage", ["removed", "changed", "rolled back"])
def test_damaged_inventory_is_told(archive, damage):
    home = _home(archive, 1)
    if damage == "rolled back":
        shutil.rmtree(home / "v2")
        shutil.copy(home / "v1" / "inventory.json", home / "inventory.json")
    else:
        for path in home.rglob("inventory.json"):
            path.unlink() if damage == "removed" else path.write_bytes(b"{}")

    with pytest.raises(ObjectDamaged, match="Z01"):
        archive.find(paper(1))


def test_reading_goes_on_when_the_log_is_damaged(archive):
    log = archive.places.log / "2031.jsonl"
    rows = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([rows[0], b"{broken}\n", *rows[2:]]))

    found = Archive.open(archive.folder)

    assert found.faults
    assert set(found.objects()) >= {paper(1), paper(2)}
    assert found.find(paper(2)).latest.read("paper.pdf") == issue(2).files["paper.pdf"]


def test_version_that_is_not_in_its_place_yet_is_read_all_the_same(quick_path):
    folder = quick_path / "archive"
    counting = FaultyDisk()
    with writing(folder, by=BY, now=clock(), disk=counting) as writer:
        writer.commit([issue(1)])
        before = counting.count
        writer.commit([attach(1), issue(2)])
    moves = [at for at, name in enumerate(counting.names, 1) if name == "move" and at > before]

    for at in moves:
        shutil.rmtree(folder)
        with suppress(Crash), writing(folder, by=BY, now=clock(), disk=FaultyDisk(at)) as writer:
            writer.commit([issue(1)])
            writer.commit([attach(1), issue(2)])
        found = Archive.open(folder)
        assert found.find(paper(1)).latest.read("scan/签字扫描件.pdf") == b"%PDF scan"
        assert found.find(paper(2)).latest.read("paper.pdf") == issue(2).files["paper.pdf"]


@pytest.mark.parametrize("there", [False, True])
def test_no_archive_is_told(quick_path, there):
    folder = quick_path / "archive"
    if there:
        folder.mkdir()

    with pytest.raises(NoArchive, match="还没有"):
        Archive.open(folder)


@pytest.mark.parametrize("part", ["ocfl", "log", "ocfl/0=ocfl_1.1"])
def test_half_copied_archive_is_told_and_never_written_to(archive, part):
    path = archive.folder / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    with pytest.raises(IncompleteArchive, match="不完整"):
        Archive.open(archive.folder)
    with pytest.raises(IncompleteArchive), writing(archive.folder, by=BY, disk=Unsynced()):
        pass


@pytest.mark.parametrize("part", ["root", "log"])
def test_archive_of_a_newer_docgen_is_refused(archive, part):
    if part == "root":
        (archive.places.ocfl / "0=ocfl_1.1").rename(archive.places.ocfl / "0=ocfl_2.0")
    else:
        table = json.loads((archive.places.log / "2031.jsonl").read_bytes().splitlines()[-1])
        del table["self"]
        table |= {"seq": 9, "prev": archive.head, "format": "2"}
        plain = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        table["self"] = hashlib.sha512(plain.encode()).hexdigest()
        row = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
        with (archive.places.log / "2031.jsonl").open("ab") as log:
            log.write(row)

    with pytest.raises(NewerArchive, match="升级"):
        Archive.open(archive.folder)
    with pytest.raises(NewerArchive), writing(archive.folder, by=BY, disk=Unsynced()):
        pass


def test_opening_for_reading_reads_no_object(archive, monkeypatch):
    opened = []
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: opened.append(path) or real(path))

    Archive.open(archive.folder)

    assert {path.parent.name for path in opened} == {"log"}


def test_reading_changes_nothing(archive):
    def picture() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in archive.folder.rglob("*")}

    before = picture()

    Archive.open(archive.folder).at("Z01:D22").read("paper.pdf")

    assert picture() == before
    assert not list(archive.places.staging.iterdir())
