"""Issued papers given back: to the printer as they were frozen, to the noticeboard as their records were."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.archive.provenance import FILE, Provenance, read
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion
from docgen.build.given import Given, with_given
from docgen.build.job import Job
from docgen.build.office import load_office
from docgen.build.paper_id import parts_of
from docgen.build.plan import plan
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.files import inside, write_atomic
from docgen.issuing.issued import Issued, issued_papers, opened, series_of
from docgen.kinds import Paper
from docgen.publish.print_run.paper import Frozen
from docgen.settings import NAME
from docgen.workspace import Workspace

_RECORD, _PROFILE = "record/", "profile.toml"


class NotRestored(DocgenError):
    """The records of an issued paper do not give the paper any more."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} 存下的记录排不出这份文书", "请执行 docgen archive verify 核验；也可重新印发这份文书"
        )


def withdrawn_note(one: Issued) -> str:
    """Why a withdrawn paper is not shown."""
    return f"已撤回或废止（{one.withdrawn}）；改正后请重新印发"


def frozen_papers(archive: Path, office: Office, folder: Path) -> Callable[[Job], Frozen | None]:
    """The latest issued edition of a job's paper, its PDF laid into `folder`; None where none was issued."""
    store = opened(archive)
    issued = issued_papers(store.lines, series_of(office)) if store else {}

    def frozen(job: Job) -> Frozen | None:
        one = issued.get(job.paper_id)
        if store is None or one is None:
            return None
        address = f"{one.object}@{one.version}"
        if one.withdrawn:
            return Frozen(address, withdrawn=withdrawn_note(one))
        version = store.find(one.object).version(one.version)
        pdf = folder / f"issued-{one.seq}.pdf"
        write_atomic(pdf, version.read("paper.pdf"), durable=False)
        return Frozen(address, version.read("paper.docx"), pdf)

    return frozen


@dataclass(frozen=True, slots=True)
class Restored:
    """A paper as its archived records have it."""

    job: Job
    office: Office
    title: str


def restored(archive: Archive, one: Issued, papers: tuple[Paper, ...]) -> Restored:
    """The issued paper from the records that lie beside it. Raises NotRestored and what reading raises."""
    version = archive.find(one.object).version(one.version)
    proof = read(version.read(FILE))
    with tempfile.TemporaryDirectory(prefix="docgen-issued-") as folder:
        workspace = _laid_out(version, Path(folder))
        day = date.fromisoformat(proof.about.as_of) if proof.about.as_of else date.today()
        loaded = load_office(workspace, day, day, processes=1)
        if loaded.office is None:
            raise NotRestored(version.address)
        office = with_given(loaded.office, papers, gifts_of(proof, one))
        owners = frozenset([proof.about.owner])
        own = [paper for paper in papers if paper.label == parts_of(one.paper_id)[1]]
        for job in plan(own, office, workspace.settings, owners):
            if job.paper_id == one.paper_id and not job.reason:
                return Restored(job, office, proof.about.title)
    raise NotRestored(version.address)


def gifts_of(proof: Provenance, one: Issued) -> dict[str, Given]:
    """What the paper and those that it quotes had been given."""
    gifts = {name: _gift(told.get("doc_no", ""), told.get("date", "")) for name, told in proof.given.items()}
    return {**gifts, one.paper_id: _gift(proof.doc_no, proof.date)}


def _gift(doc_no: str, day: str) -> Given:
    return Given(doc_no, date.fromisoformat(day) if day else None)


def _laid_out(version: StoredVersion, folder: Path) -> Workspace:
    """A workspace of the archived records, below `folder`."""
    for path in version.state:
        if path.startswith(_RECORD):
            data = version.read(path)
            write_atomic(inside(folder, f"data/{path.removeprefix(_RECORD)}"), data, durable=False)
    write_atomic(folder / NAME, version.read(_PROFILE), durable=False)
    return Workspace.find(folder)
