"""archive attach, receive, withdraw: what happens to papers beside issuing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.archive.entries import Deposit, LogLine
from docgen.archive.faults import NoArchive
from docgen.archive.provenance import About
from docgen.build.office import load_office
from docgen.issuing.attachments import attachment
from docgen.issuing.faults import Unsaid
from docgen.issuing.issued import opened, series_of
from docgen.issuing.known_titles import title_of
from docgen.issuing.later import attached, received, withdrawn
from docgen.issuing.office import issuing_office
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is known of a paper of others."""

    kind: str
    number: str
    sender: str
    day: date | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive holds now."""

    object: str
    version: str
    seq: int = 0
    title: str = ""
    is_new: bool = True


def attach(workspace: Workspace, text: str, files: Sequence[Path], called: str, said: Said) -> Kept:
    """The object has a new version with these files. Raises what reading and the archive raise."""
    act = said.act()
    _require_archive(workspace)
    taken = [attachment(path) for path in files]
    with said.writer(workspace) as writer:
        found = writer.archive.resolve(text)
        return _kept(writer.commit([attached(writer.archive, found.object, taken, called, act)]))


def withdraw(workspace: Workspace, text: str, event: str, said: Said) -> Kept:
    """The paper is not in force any more. Raises WithdrawnBefore, NotOurs and what reading raises."""
    act = said.act()
    _require_archive(workspace)
    with said.writer(workspace) as writer:
        found = writer.archive.resolve(text)
        return _kept(writer.commit([withdrawn(writer.archive, found.object, event, act)]))


def receive(workspace: Workspace, files: Sequence[Path], paper: Incoming, said: Said, today: date) -> Kept:
    """A paper of others is in the archive. Raises NoFonds, NoYear, Unsaid, ReceivedBefore, NotAttachable."""
    act, office = said.act(), issuing_office(load_office(workspace, None, today))
    _require_told(paper)
    taken = [attachment(path) for path in files]
    about = About(
        name=paper.kind.strip(),
        title=paper.title.strip() or title_of(office, paper.number.strip()) or Path(taken[0].name).stem,
        author=paper.sender.strip(),
        sender=paper.sender.strip(),
        doc_no=paper.number.strip(),
        date=paper.day.isoformat() if paper.day else "",
    )
    with said.writer(workspace) as writer:
        deposit = received(writer.archive, series_of(office), about, taken, act)
        if not isinstance(deposit, Deposit):
            return Kept(deposit, writer.archive.find(deposit).head, title=about.title, is_new=False)
        return _kept(writer.commit([deposit]), about.title)


def _kept(lines: Sequence[LogLine], title: str = "") -> Kept:
    return Kept(lines[-1].object, lines[-1].version, lines[-1].seq, title)


def _require_archive(workspace: Workspace) -> None:
    """Without one there is nothing to add to; it must not be made by a slip. Raises NoArchive."""
    if opened(workspace.archive) is None:
        raise NoArchive(workspace.archive)


def _require_told(paper: Incoming) -> None:
    if not paper.sender.strip():
        raise Unsaid("--from", "来文单位")
    if not paper.kind.strip():
        raise Unsaid("--kind", "来文的文种")
