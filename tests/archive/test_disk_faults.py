"""Crash, torn write, full disk, refusal: at every operation of an issue, an attachment, a destruction."""

from pathlib import Path

import pytest

from docgen.archive.entries import LogLine
from docgen.archive.faults import UnknownObject, Unsettled
from docgen.archive.writer import Writer, writing
from docgen.durable import Disk
from docgen.files import CannotWrite
from support.archives import BY, FEW, Unsynced, attach, clock, doc_no, issue, judged, paper, whole
from support.faulty_disk import FAULTS, OPERATIONS, Crash, FaultyDisk

MODES = [pytest.param(False, id="each"), pytest.param(True, id="at-once")]


def _work(folder: Path, disk: Disk, acknowledged: list[LogLine], refused: list[str]) -> None:
    """First use, a group with a new paper and its scan, another on an old paper, a number, a destruction."""
    steps = [
        lambda writer: writer.commit([issue(1, FEW), attach(1), issue(2, FEW)]),
        lambda writer: writer.commit([attach(2), attach(2)]),
        lambda writer: [writer.note("reserve", by=BY, reason="留用", doc_no=doc_no(3))],
        lambda writer: [writer.destroy(paper(1), by=BY, reason="期满")],
    ]
    with writing(folder, by=BY, now=clock(), disk=disk) as writer:
        for step in steps:
            _try(writer, step, acknowledged, refused)


def _try(writer: Writer, step, acknowledged: list[LogLine], refused: list[str]) -> None:
    before = writer.archive.seq
    try:
        acknowledged += step(writer)
    except Unsettled:
        refused.append("unsettled")
    except UnknownObject:
        refused.append("its issue was refused")
    except CannotWrite as reason:
        assert writer.archive.seq == before
        refused.append(reason.message)


def _operations(folder: Path, fault: str, at_once: bool) -> list[int]:
    """The numbers of the operations that may fail like this.

    Where each thing is synced alone, of the syncs only: the rest is the same.
    """
    disk = FaultyDisk(at_once=at_once)
    _work(folder / "counted", disk, [], [])
    names = OPERATIONS if at_once else ("sync", "sync_folder")
    only = {"torn": ("write", "append"), "full": ("write", "append", "make_folder")}.get(fault, OPERATIONS)
    return [at for at, name in enumerate(disk.names, 1) if name in names and name in only]


@pytest.mark.parametrize("at_once", MODES)
@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_what_was_acknowledged_is_kept_and_the_next_run_goes_on(quick_path, fault, at_once):
    for at in _operations(quick_path, fault, at_once):
        folder = quick_path / f"{fault}-{at}"
        acknowledged, refused = [], []
        try:
            _work(folder, FaultyDisk(at, fault, at_once=at_once), acknowledged, refused)
        except (Crash, CannotWrite):
            refused.append("ended")

        with writing(folder, by=BY, now=clock(), disk=Unsynced()) as writer:
            line = writer.commit([issue(9, FEW)])[0]
            archive = writer.archive

        assert line.seq == archive.seq
        whole(folder, [*acknowledged, line])
        if at % 20 == 0:
            judged(folder)


@pytest.mark.parametrize("fault", ["ENOSPC", "EACCES"])
def test_what_was_refused_has_left_nothing(quick_path, fault):
    folder = quick_path / "archive"
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        first = writer.commit([issue(1, FEW)])
    operations = FaultyDisk()
    with writing(folder, by=BY, disk=operations) as writer:
        before = operations.count
        kept = writer.commit([attach(1)])
    outcomes = set()

    for at in range(before + 1, operations.count + 1):
        with writing(folder, by=BY, disk=FaultyDisk(at, fault)) as writer:
            try:
                kept += writer.commit([attach(1)])
                outcomes.add("kept")
            except CannotWrite:
                outcomes.add("refused")
        archive = whole(folder, first + kept)
        assert [line.seq for line in archive.lines] == list(range(1, 2 + len(kept)))

    assert outcomes == {"kept", "refused"}
    with writing(folder, by=BY, disk=Unsynced()):
        pass
    judged(folder)
