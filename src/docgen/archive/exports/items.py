"""The files of one 件, in the order in which they lie: final before draft, text before attachments."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from docgen.archive.filing.item import Item
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.provenance import FILE
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion
from docgen.files import safe_name

_PAPER_PDF, _PAPER_DOCX, _SCANS = "paper.pdf", "paper.docx", "scan/"
_TITLE_CHARS = 60


@dataclass(frozen=True, slots=True)
class ItemFile:
    """One file of an item: where it lies in the hand-over, and where it comes from."""

    path: str
    version: StoredVersion
    name: str

    def read(self) -> bytes:
        """The very bytes. Raises ObjectDamaged."""
        return self.version.read(self.name)


def item_files(archive: Archive, item: Item, papers: dict[str, FiledPaper]) -> Iterator[ItemFile]:
    """The item's files, under a folder that is named by its 档号. Raises ObjectDamaged."""
    folder = safe_name(item.archival_no)
    there = [name for name in item.objects if archive.destroyed(name) is None]
    for number, object_id in enumerate(there, start=1):
        latest = archive.find(object_id).latest
        about = papers[object_id].about
        title = safe_name(about.title or about.name or object_id)[:_TITLE_CHARS].strip()
        for rank, name in enumerate(_in_order(latest), start=1):
            told = _told(name)
            suffix = PurePosixPath(name).suffix.lower()
            yield ItemFile(f"{folder}/{number:02}-{rank:02} {title}{told}{suffix}", latest, name)


def _in_order(version: StoredVersion) -> list[str]:
    """Signed scans, the printed paper, the paper that can be edited, then where it came from."""
    names = sorted(version.state)
    scans = [name for name in names if name.startswith(_SCANS)]
    papers = [name for name in (_PAPER_PDF, _PAPER_DOCX) if name in version.state]
    return [*scans, *papers, *([FILE] if FILE in version.state else [])]


def _told(name: str) -> str:
    if name.startswith(_SCANS):
        return f"（{PurePosixPath(name).stem}）"
    return "（来源说明）" if name == FILE else ""
