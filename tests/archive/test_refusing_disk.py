"""What the writer does when the disk refuses, for a while or for good."""

import errno
from pathlib import Path
from typing import Any

import pytest

from docgen.archive.faults import Unsettled
from docgen.archive.writer import writing
from docgen.files import CannotWrite
from support.archives import BY, FEW, Unsynced, clock, doc_no, issue, judged, whole
from support.faulty_disk import OPERATIONS, Platter, RecordingDisk


class Refusing(Unsynced):
    """Refuses the operations of these names for as long as they are named; half of an append is written."""

    def __init__(self, *names: str) -> None:
        self.names = set(names)


def _refusing(name: str) -> Any:
    def operation(self: Refusing, *args: Any) -> None:
        if name in self.names:
            if name == "append":
                Unsynced.append(self, args[0], args[1][: len(args[1]) // 2])
            raise CannotWrite(args[0], OSError(errno.EIO, "refused"))
        getattr(Unsynced, name)(self, *args)

    return operation


for _name in OPERATIONS:
    setattr(Refusing, _name, _refusing(_name))


def staged(folder: Path) -> list[str]:
    return [path.name for path in (folder / "staging").iterdir()]


@pytest.fixture
def folder(quick_path: Path) -> Path:
    with writing(quick_path / "archive", by=BY, now=clock(), disk=Unsynced()) as writer:
        writer.commit([issue(1, FEW)])
    return quick_path / "archive"


def test_half_a_line_that_cannot_be_taken_back_ends_this_writer_and_the_next_one_mends_it(folder):
    disk = Refusing("append", "cut")
    with writing(folder, by=BY, now=clock(), disk=disk) as writer:
        with pytest.raises(Unsettled, match="不能确定"):
            writer.commit([issue(2, FEW)])
        disk.names.clear()
        with pytest.raises(Unsettled):
            writer.commit([issue(2, FEW)])
        with pytest.raises(Unsettled):
            writer.note("reserve", by=BY, reason="留用", doc_no=doc_no(3))

    with writing(folder, by=BY, now=clock(), disk=Unsynced()) as writer:
        lines = writer.commit([issue(2, FEW)])

    assert [line.seq for line in lines] == [2]
    whole(folder, lines)
    judged(folder)


def test_what_a_refused_group_left_is_gone_before_the_next_one_is_staged(folder):
    disk = Refusing("append", "remove", "remove_folder")
    with writing(folder, by=BY, now=clock(), disk=disk) as writer:
        with pytest.raises(CannotWrite):
            writer.commit([issue(2)])
        assert staged(folder) == ["2"]
        disk.names.remove("append")
        with pytest.raises(CannotWrite):
            writer.commit([issue(3, FEW)])
        disk.names.clear()
        lines = writer.commit([issue(3, FEW)])

    whole(folder, lines)
    judged(folder)
    assert staged(folder) == []


def test_a_number_that_cannot_be_entered_leaves_nothing(folder):
    with writing(folder, by=BY, now=clock(), disk=Refusing("append")) as writer:
        with pytest.raises(CannotWrite):
            writer.note("reserve", by=BY, reason="留用", doc_no=doc_no(3))

        assert staged(folder) == []
        assert writer.archive.seq == 1


def test_a_number_is_entered_after_what_was_not_in_its_place(folder):
    disk = Refusing("move")
    with writing(folder, by=BY, now=clock(), disk=disk) as writer:
        lines = writer.commit([issue(2, FEW)])
        disk.names.clear()
        writer.note("reserve", by=BY, reason="留用", doc_no=doc_no(3))
        assert staged(folder) == []

    whole(folder, lines)
    judged(folder)


class HalfAppended(RecordingDisk):
    """The second append is refused when half of it is written."""

    appended = 0

    def before(self, name: str, *args: Any) -> bool:
        self.appended += name == "append"
        if name == "append" and self.appended == 2:
            half = args[1][: len(args[1]) // 2]
            super().before(name, args[0], half)
            Unsynced.append(self, args[0], half)
            raise CannotWrite(args[0], OSError(errno.ENOSPC, "full"))
        return super().before(name, *args)


def test_half_a_line_that_was_taken_back_does_not_come_back_with_the_power(quick_path):
    home, empty = quick_path / "home", quick_path / "empty"
    home.mkdir()
    empty.mkdir()
    disk = HalfAppended(at_once=False)
    with writing(home / "archive", by=BY, now=clock(), disk=disk) as writer:
        lines = writer.commit([issue(1, FEW)])
        with pytest.raises(CannotWrite):
            writer.commit([issue(2, FEW)])

    platter, appended = Platter(empty), 0
    for count, (name, args) in enumerate(disk.operations):
        platter.do(name, *(empty / one.relative_to(home) if isinstance(one, Path) else one for one in args))
        if name == "append":
            appended += 1
            # The system may write back by itself, at any time.
            platter.do("sync", empty / args[0].relative_to(home))
        if appended == 2:
            left = quick_path / str(count)
            platter.cut(left, journaled=True)
            with writing(left / "archive", by=BY, now=clock(), disk=Unsynced()) as writer:
                more = writer.commit([issue(9, FEW)])
            whole(left / "archive", [*lines, *more])
