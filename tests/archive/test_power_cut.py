"""The power goes after every operation: only what was synced is left, and nothing acknowledged is lost.

Each sync that the archive makes is left out once, to show that this test would miss it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.archive.entries import LogLine
from docgen.archive.ocfl.layout import object_path
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from docgen.errors import DocgenError
from support.archives import BY, FEW, Unsynced, attach, clock, doc_no, issue, judged, paper, whole
from support.faulty_disk import Mute, Platter, RecordingDisk

MODES = [pytest.param(False, id="each"), pytest.param(True, id="at-once")]


@dataclass(frozen=True, slots=True)
class Session:
    """What was done, and after how many operations each event was acknowledged."""

    home: Path
    operations: list
    acknowledged: list[tuple[int, LogLine]]


def _recorded(home: Path, *, at_once: bool, mute: Mute = lambda name, path: False) -> Session:
    """An archive with one paper, synced; then a group, a number, a destruction, and another writer's turn."""
    home.mkdir()
    folder = home / "archive"
    disk, acknowledged = RecordingDisk(at_once=at_once, mute=mute), []

    def note(lines: list[LogLine]) -> None:
        acknowledged.extend((len(disk.operations), line) for line in lines)

    with writing(folder, by=BY, now=clock(), disk=disk) as writer:
        note(writer.commit([issue(1, FEW)]))
        note(writer.commit([attach(1), issue(2, FEW), attach(2), attach(1)]))
        note([writer.note("reserve", by=BY, reason="留用", doc_no=doc_no(3))])
    with writing(folder, by=BY, now=clock("2032-01-02T08:00:00+08:00"), disk=disk) as writer:
        note([writer.destroy(paper(1), by=BY, reason="期满")])
        note(writer.commit([issue(4, FEW)]))
    return Session(home, disk.operations, acknowledged)


def _after_each(session: Session, target: Path, journaled: bool, check: Callable[[int, Path], None]) -> None:
    empty = target / "before"
    empty.mkdir(parents=True)
    platter = Platter(empty)
    for count in range(len(session.operations) + 1):
        if count:
            name, args = session.operations[count - 1]
            platter.do(name, *(_moved(one, session.home, empty) for one in args))
        left = target / str(count)
        platter.cut(left, journaled=journaled)
        check(count, left / "archive")


def _moved(argument, home: Path, empty: Path):
    return empty / argument.relative_to(home) if isinstance(argument, Path) else argument


def _recovered(session: Session, count: int, folder: Path) -> None:
    """The next run goes on, and all that was acknowledged by then is there."""
    acknowledged = [line for at, line in session.acknowledged if at <= count]
    with writing(folder, by=BY, now=clock(), disk=Unsynced()) as writer:
        line = writer.commit([issue(9, FEW)])[0]
    whole(folder, [*acknowledged, line])
    if count == len(session.operations):
        judged(folder)


@pytest.mark.parametrize(
    ("at_once", "journaled"),
    [(False, False), (True, False), (False, True)],
    ids=["synced each", "synced at once", "names kept by a journal"],
)
def test_nothing_acknowledged_is_lost_when_the_power_goes(quick_path, at_once, journaled):
    session = _recorded(quick_path / "home", at_once=at_once)

    _after_each(
        session, quick_path / "left", journaled, lambda count, folder: _recovered(session, count, folder)
    )


@pytest.mark.parametrize("at_once", MODES)
def test_nothing_is_lost_when_the_power_goes_while_a_killed_run_is_settled(quick_path, at_once):
    session = _recorded(quick_path / "home", at_once=at_once)
    # Killed after the line was written and before it was durable: the next run sees it, the disk may not.
    kills = [at for at, (name, _) in enumerate(session.operations, 1) if name == "append"]

    for kill in kills:
        home = quick_path / f"killed-{kill}"
        platter = _played(session, kill, quick_path / f"empty-{kill}")
        platter.seen(home)
        disk = RecordingDisk(at_once=at_once)
        with writing(home / "archive", by=BY, now=clock(), disk=disk):
            pass
        for count in range(1, len(disk.operations) + 1):
            name, args = disk.operations[count - 1]
            platter.do(name, *(_moved(one, home, quick_path / f"empty-{kill}") for one in args))
            left = quick_path / f"left-{kill}-{count}"
            platter.cut(left, journaled=False)
            acknowledged = [line for at, line in session.acknowledged if at <= kill]
            with writing(left / "archive", by=BY, now=clock(), disk=Unsynced()) as writer:
                acknowledged += writer.commit([issue(9, FEW)])
            whole(left / "archive", acknowledged)
            assert _unlisted(left / "archive") == [], (kill, count)


def test_nothing_is_lost_when_the_power_goes_after_the_making_of_the_archive_was_killed(quick_path):
    session = _recorded(quick_path / "home", at_once=False)
    first = next(at for at, (name, _) in enumerate(session.operations, 1) if name == "append")
    begun = [at for at in range(1, first) if session.operations[at - 1][0] != "sync"]

    for kill in begun:
        home, empty = quick_path / f"killed-{kill}", quick_path / f"empty-{kill}"
        platter = _played(session, kill, empty)
        platter.seen(home)
        disk = RecordingDisk(at_once=False)
        with writing(home / "archive", by=BY, now=clock(), disk=disk) as writer:
            lines = writer.commit([issue(1, FEW)])
        for name, args in disk.operations:
            platter.do(name, *(_moved(one, home, empty) for one in args))
        left = quick_path / f"left-{kill}"
        platter.cut(left, journaled=False)
        whole(left / "archive", lines)


@pytest.mark.parametrize("journaled", [False, True], ids=["names synced", "names kept by a journal"])
@pytest.mark.parametrize("at_once", MODES)
def test_nothing_is_lost_when_the_power_goes_while_a_torn_line_is_mended(quick_path, at_once, journaled):
    """The half line was on the disk long ago: until its end is cut off durably, its staging must stay."""
    session = _recorded(quick_path / "home", at_once=at_once)
    appends = [at for at, (name, _) in enumerate(session.operations, 1) if name == "append"]

    for append in appends:
        torn, home = quick_path / f"torn-{append}", quick_path / f"killed-{append}"
        platter = _played(session, append - 1, torn)
        path, data = session.operations[append - 1][1]
        platter.do("append", _moved(path, session.home, torn), data[: len(data) // 2])
        platter.seen(home)
        on_disk = Platter(home)
        disk = RecordingDisk(at_once=at_once)
        with writing(home / "archive", by=BY, now=clock(), disk=disk):
            pass
        acknowledged = [line for at, line in session.acknowledged if at < append]
        for count, (name, args) in enumerate(disk.operations, 1):
            on_disk.do(name, *args)
            left = quick_path / f"left-{append}-{count}"
            on_disk.cut(left, journaled=journaled)
            with writing(left / "archive", by=BY, now=clock(), disk=Unsynced()) as writer:
                lines = writer.commit([issue(9, FEW)])
            whole(left / "archive", [*acknowledged, *lines])


def _played(session: Session, count: int, empty: Path) -> Platter:
    empty.mkdir()
    platter = Platter(empty)
    for name, args in session.operations[:count]:
        platter.do(name, *(_moved(one, session.home, empty) for one in args))
    return platter


def _unlisted(folder: Path) -> list[str]:
    """Objects that lie in the archive without the log knowing."""
    known = {folder / "ocfl" / object_path(one) for one in Archive.open(folder).objects()}
    return [str(path.parent) for path in folder.rglob("0=ocfl_object_1.1") if path.parent not in known]


SYNCS = {
    "a staged file": lambda name, path: name == "sync" and "staging" in path.parts,
    "a staged folder": lambda name, path: name == "sync_folder" and path.parent.parent.name == "staging",
    "the staged version itself": lambda name, path: name == "sync_folder" and path.parent.name == "staging",
    "the name in staging": lambda name, path: name == "sync_folder" and path.name == "staging",
    "the log's bytes": lambda name, path: name == "sync" and path.suffix == ".jsonl",
    "the log's name": lambda name, path: name == "sync_folder" and path.name == "log",
    "the folders of objects": lambda name, path: name == "sync_folder" and path.parent.name == "ocfl",
    "an object's folder": lambda name, path: name == "sync_folder" and path.name.startswith("urn"),
    "the storage root": lambda name, path: name == "sync_folder" and path.name == "ocfl",
    "the archive's folder": lambda name, path: name == "sync_folder" and path.name == "archive",
    "where the archive lies": lambda name, path: name == "sync_folder" and path.name == "home",
    "files of the skeleton": lambda name, path: name == "sync" and "ocfl" in path.parts,
}


@pytest.mark.parametrize("which", SYNCS)
def test_without_this_sync_the_power_takes_something(quick_path, which):
    session = _recorded(quick_path / "home", at_once=False, mute=SYNCS[which])
    failed = []

    def check(count: int, folder: Path) -> None:
        if failed:
            return
        try:
            _recovered(session, count, folder)
        except (AssertionError, DocgenError):
            failed.append(count)

    _after_each(session, quick_path / "left", False, check)

    assert failed


@pytest.mark.parametrize("skipped", [0, 1], ids=["the first of a group", "the second of a group"])
def test_without_one_of_the_syncs_of_all_the_power_takes_something(quick_path, skipped):
    seen = []

    def mute(name: str, path: Path) -> bool:
        if name == "sync_all":
            seen.append(path)
        return name == "sync_all" and len(seen) % 2 == (skipped + 1) % 2

    session = _recorded(quick_path / "home", at_once=True, mute=mute)
    failed = []

    def check(count: int, folder: Path) -> None:
        if not failed:
            try:
                _recovered(session, count, folder)
            except (AssertionError, DocgenError):
                failed.append(count)

    _after_each(session, quick_path / "left", False, check)

    assert failed
