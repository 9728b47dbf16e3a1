"""Small archives of prepared bytes, and ocfl-py as their judge."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from docgen.archive.entries import Deposit, LogLine
from docgen.archive.log import read_log
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from docgen.durable import Disk

BY = "钱进"
PREFIX, YEAR = "市水司党发", 2031
FILES: Mapping[str, bytes] = {
    "paper.docx": b"PK\x03\x04 the paper",
    "paper.pdf": b"%PDF-1.7 the paper",
    "profile.toml": b'profile = "setup"\n',
    "provenance.json": b'{"entity":{}}\n',
    "record/branches/甲供水.yaml": "name: 甲供水厂党支部\n".encode(),
    "template/kind.yaml": b"code: D22\n",
    "template/template.docx": b"PK\x03\x04 the template",
}
FEW: Mapping[str, bytes] = {"paper.docx": b"PK the paper", "record/branches/甲供水.yaml": b"name: x\n"}


class Unsynced(Disk):
    """A disk that makes nothing durable: for tests that are not about that."""

    def sync(self, path: Path) -> None: ...

    def sync_folder(self, path: Path) -> None: ...

    def can_sync_all(self, folder: Path) -> bool:
        return True

    def sync_all(self, folder: Path) -> None: ...


def clock(start: str = "2031-06-14T09:00:00+08:00", step_seconds: int = 1) -> Callable[[], datetime]:
    """A clock that goes on by a step whenever it is read."""
    moment = datetime.fromisoformat(start)
    assert moment.tzinfo

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=step_seconds)
        return moment

    return now


def paper(number: int) -> str:
    """The id of the paper that bears this number."""
    return f"urn:docgen:S77:2031:Z{number:02d}:D22"


def doc_no(number: int) -> str:
    return f"{PREFIX}〔{YEAR}〕{number}号"


def issue(number: int, files: Mapping[str, bytes] = FILES) -> Deposit:
    """The first event of a paper; files of its own, so that no two papers are alike."""
    files = {name: data + b" %d\n" % number for name, data in files.items()}
    return Deposit(paper(number), "issue", files, BY, "印发", doc_no(number))


def attach(number: int) -> Deposit:
    """The signed scan of a paper that was issued."""
    return Deposit(
        paper(number), "attach", {"scan/签字扫描件.pdf": b"%PDF scan"}, BY, "签字后扫描", doc_no(number)
    )


def filled(folder: Path, disk: Disk | None = None) -> Archive:
    """An archive with every kind of event: three papers, one with a scan, one destroyed, three numbers."""
    with writing(folder, by=BY, now=clock(), disk=disk or Unsynced()) as writer:
        writer.commit([issue(1), issue(2), issue(3)])
        writer.commit([attach(1)])
        writer.note("reserve", by=BY, reason="留给换届", doc_no=doc_no(5), extra={"until": "2031-12-31"})
        writer.note("external", by=BY, reason="关于防汛的通知", doc_no=doc_no(4))
        writer.note("void", by=BY, reason="写错", doc_no=doc_no(6))
        writer.destroy(paper(3), by=BY, reason="期满鉴定", doc_no=doc_no(3))
    return Archive.open(folder)


def judged(folder: Path) -> int:
    """ocfl-py finds no fault and has no warning, nothing is unfinished, the chain holds.

    The number of objects.
    """
    import ocfl  # drags s3fs in: only for those who ask

    root = ocfl.StorageRoot(str(folder / "ocfl"))
    assert root.validate(log_warnings=True), root.log
    assert not root.errors, root.errors
    assert root.good_objects == root.num_objects
    assert not list((folder / "staging").iterdir())
    assert not read_log(folder / "log").faults
    return int(root.num_objects)


def whole(folder: Path, acknowledged: list[LogLine] | None = None) -> Archive:
    """Every object that the log knows is there to the last byte, and so is every acknowledged line."""
    archive = Archive.open(folder)
    assert not archive.faults, archive.faults
    lines = {one.self_digest for one in archive.lines}
    for line in acknowledged or []:
        assert line.self_digest in lines, f"an acknowledged event is gone: {line.event} {line.object}"
    versions = {}
    for object_id in archive.objects():
        for version in archive.find(object_id).versions:
            assert version.line is not None, f"{version.address} is not in the log"
            versions[object_id, version.number] = version.line
            for path in version.state:
                version.read(path)
    for line in archive.lines:
        if line.version and not archive.destroyed(line.object):
            assert versions[line.object, line.version] == line
    return archive
