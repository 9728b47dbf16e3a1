"""verify judges any place: an archive, a storage root of others, one object, nothing at all."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.one import Judged, Task, judged
from docgen.archive.verify.run import Wanted, verify
from docgen.archive.verify.tree import look
from docgen.archive.writer import writing
from docgen.findings import Severity
from support.archives import BY, Unsynced, issue
from support.forgery import archive_to_tamper_with, copied, home
from support.ocfl_cases import Files, one

LAYOUT = b'{"extension": "0004-hashed-n-tuple-storage-layout", "description": "hashed"}'
Root = Callable[..., Path]


@pytest.fixture
def root(tmp_path) -> Root:
    """Lays a storage root of another program with one object."""

    def laid(extra: Files | None = None, skip: tuple[str, ...] = (), spec: str = "1.1") -> Path:
        files = {"0=ocfl_1.1": b"ocfl_1.1\n", "ocfl_layout.json": LAYOUT, **(extra or {})}
        files |= {f"a/b/thing/{path}": data for path, data in one(spec).written().items()}
        for path, data in files.items():
            if path not in skip:
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_bytes(data)
        return tmp_path

    return laid


def severities(folder: Path, *, ocfl: bool) -> set[Severity]:
    return {fault.severity for fault in verify(folder, Wanted(ocfl=ocfl)).faults}


@pytest.mark.parametrize("ocfl", [False, True])
def test_a_root_of_another_program_is_judged(root, ocfl):
    verified = verify(root(), Wanted(ocfl=ocfl))

    assert verified.faults == ()
    assert (verified.kind, verified.tally.objects) == ("OCFL 库", 1)


@pytest.mark.parametrize("ocfl", [False, True])
@pytest.mark.parametrize(
    ("extra", "skip"),
    [
        ({"0=ocfl_1.1": b"ocfl_1.1"}, ()),
        ({"0=ocfl_1.0": b"ocfl_1.0\n"}, ()),
        ({"ocfl_layout.json": b"[]"}, ()),
        ({"ocfl_layout.json": b'{"extension": 1}'}, ()),
        ({"a/b/note.txt": b"x"}, ()),
        ({"c/note.txt": b"x"}, ()),
        ({"extensions/note.txt": b"x"}, ()),
        ({}, ("a/b/thing/0=ocfl_object_1.1",)),
        ({}, ("a/b/thing/v1/content/a.txt",)),
    ],
)
def test_a_faulty_root_is_told(root, ocfl, extra, skip):
    assert Severity.ERROR in severities(root(extra, skip), ocfl=ocfl)


@pytest.mark.parametrize("ocfl", [False, True])
def test_an_object_newer_than_its_root_is_a_fault(root, ocfl):
    folder = root({"0=ocfl_1.0": b"ocfl_1.0\n"}, ("0=ocfl_1.1",))

    assert severities(folder, ocfl=ocfl) == {Severity.ERROR}


@pytest.mark.parametrize("ocfl", [False, True])
def test_an_empty_folder_in_a_root_is_a_fault(root, ocfl):
    folder = root()
    (folder / "c" / "d").mkdir(parents=True)

    assert severities(folder, ocfl=ocfl) == {Severity.ERROR}


@pytest.mark.parametrize("ocfl", [False, True])
def test_content_that_is_a_link_is_a_matter_of_safety(root, ocfl):
    folder = root()
    path = folder / "a/b/thing/v1/content/a.txt"
    path.rename(folder.parent / "outside.txt")
    path.symlink_to(folder.parent / "outside.txt")

    found = verify(folder, Wanted(ocfl=ocfl)).faults

    assert Heading.SAFE in {fault.heading for fault in found}


def test_junk_after_a_sidecars_first_line_is_found_by_the_second_judge_too(root):
    folder = root()
    sidecar = folder / "a/b/thing/inventory.json.sha512"
    sidecar.write_bytes(sidecar.read_bytes() + b"junk\n")

    assert severities(folder, ocfl=True) == {Severity.ERROR}
    assert severities(folder / "a/b/thing", ocfl=True) == {Severity.ERROR}


def test_an_extension_that_is_not_registered_is_a_warning(root):
    folder = root({"extensions/our-own/config.json": b"{}"})

    assert severities(folder, ocfl=False) == {Severity.WARNING}


def test_both_judges_find_an_archive_of_ours_good(tmp_path):
    folder = archive_to_tamper_with(tmp_path / "archive")

    assert verify(folder, Wanted(ocfl=True)).faults == ()
    assert verify(folder / "ocfl", Wanted(ocfl=True)).faults == ()
    assert verify(home(folder), Wanted(ocfl=True)).faults == ()


def test_what_the_first_judge_told_is_not_told_again_by_the_second(tmp_path):
    folder = archive_to_tamper_with(tmp_path / "archive")
    (home(folder) / "v1" / "content" / "paper.docx").write_bytes(b"another")

    assert [fault.rule for fault in verify(folder, Wanted(ocfl=True)).faults] == ["V31"]


@pytest.mark.parametrize("ocfl", [False, True])
def test_nothing_to_judge_is_a_fault(tmp_path, ocfl):
    assert severities(tmp_path, ocfl=ocfl) == {Severity.ERROR}
    assert severities(tmp_path / "nowhere", ocfl=ocfl) == {Severity.ERROR}


def test_half_an_archive_is_told(tmp_path):
    folder = archive_to_tamper_with(tmp_path / "archive")
    (folder / "ocfl").rename(tmp_path / "ocfl")

    assert Severity.ERROR in severities(folder, ocfl=False)


def test_many_objects_are_judged_in_processes_with_the_same_result(tmp_path, monkeypatch):
    folder = copied(archive_to_tamper_with(tmp_path / "archive"), tmp_path / "copy")
    (home(folder) / "v1" / "content" / "paper.docx").write_bytes(b"another")
    alone = verify(folder, Wanted(processes=1))
    monkeypatch.setattr("docgen.archive.verify.sharing._WORTH_A_PROCESS", 1)

    shared = verify(folder, Wanted(processes=2))

    assert shared == alone
    assert [fault.rule for fault in shared.faults] == ["V31"]


def test_papers_put_in_meanwhile_are_no_fault(tmp_path):
    folder = archive_to_tamper_with(tmp_path / "archive")
    putting = threading.Thread(target=put_in, args=(folder, range(10, 40)))

    putting.start()
    judged = []
    while putting.is_alive():
        judged.append(verify(folder))
    putting.join()

    for verified in judged:
        errors = [fault for fault in verified.faults if fault.severity is Severity.ERROR]
        assert not errors or any("一直有人在存入" in one.why for one in verified.untested), errors
    assert verify(folder).faults == ()


def put_in(folder: Path, numbers: range) -> None:
    for number in numbers:
        with writing(folder, by=BY, disk=Unsynced()) as writer:
            writer.commit([issue(number)])


def test_a_process_that_dies_costs_no_finding(tmp_path, monkeypatch):
    folder = archive_to_tamper_with(tmp_path / "archive")
    (home(folder) / "v1" / "content" / "paper.docx").write_bytes(b"another")
    monkeypatch.setattr("docgen.archive.verify.sharing._WORTH_A_PROCESS", 1)
    monkeypatch.setattr("docgen.archive.verify.sharing._CHUNK", 1)
    monkeypatch.setattr("docgen.archive.verify.sharing.judged", dies_elsewhere(os.getpid()))

    assert [fault.rule for fault in verify(folder, Wanted(processes=2)).faults] == ["V31"]


def dies_elsewhere(parent: int) -> Callable[[Task], Judged]:
    def judge(task: Task) -> Judged:
        if os.getpid() != parent:
            os._exit(9)
        return judged(task)

    return judge


def test_a_workspace_is_no_bag_and_says_where_its_archive_is(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "docgen.toml").touch()

    found = verify(tmp_path)

    assert [fault.rule for fault in found.faults] == ["V10"]
    assert "工作区" in found.faults[0].remedy


def test_where_nothing_was_read_nothing_passes(tmp_path):
    results = {told["result"] for told in verify(tmp_path / "没有").properties().values()}

    assert results == {"未检测", "有问题"}


def test_an_extra_file_is_to_be_taken_away_and_not_restored(tmp_path):
    folder = archive_to_tamper_with(tmp_path / "archive")
    (folder / "ocfl" / "extensions" / "多.txt").write_bytes(b"x")

    (fault,) = verify(folder).faults

    assert "移出" in fault.remedy


def test_a_file_that_vanishes_while_the_folder_is_listed_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "这里.txt").touch()
    there = list(os.scandir(tmp_path))
    (tmp_path / "这里.txt").unlink()
    monkeypatch.setattr(os, "scandir", lambda _: there)

    assert look(str(tmp_path)).files == {}
