"""A paper frozen in an archive as `issue` does it, but without LibreOffice: its PDF is a dummy."""

from datetime import date
from pathlib import Path

from docgen.archive.provenance import About
from docgen.archive.writer import writing
from docgen.build.job import Job
from docgen.build.office import load_office
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.issuing import deposit
from docgen.issuing.deposit import Act, sealed_deposit
from docgen.issuing.issued import series_of
from docgen.issuing.sources import Seen, source_files
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace
from support.archives import BY, Unsynced, clock

DAY = date(2012, 9, 1)


def freeze(workspace: Workspace, label: str, owner: str, *, by_hand: bytes = b"", program: str = "") -> str:
    """The paper of this kind and owner lies in the workspace's archive: its object's id."""
    loaded = load_office(workspace, DAY, DAY, processes=1)
    assert loaded.office is not None
    paper = next(one for one in load_catalogue(workspace.templates).papers_named(label) if one.label == label)
    workshop = Workshop(loaded.office, workspace.settings, DAY)
    job = next(
        job for job in plan([paper], loaded.office, workspace.settings, frozenset([owner])) if not job.reason
    )
    ours = workshop.make(job, draft=False).data
    files = source_files(job, workspace, loaded, Seen(workspace), _branch_file(job, workspace))
    files |= {"paper.docx": by_hand or ours, "paper.pdf": b"%PDF-1.7 a dummy"}
    if by_hand:
        files["rendered.docx"] = ours
    object_id = f"{series_of(loaded.office)}{job.paper_id}"
    about = About(
        kind=paper.slug, code=paper.code, variant=paper.variant, owner=job.owner, item=job.item_id,
        date=job.day.isoformat() if job.day else "", as_of=DAY.isoformat(), by_hand="是" if by_hand else "",
    )  # fmt: skip
    before, deposit.PROGRAM = deposit.PROGRAM, program or deposit.PROGRAM
    act = Act(BY, "印发", "2031-06-14T09:00:00+08:00")
    frozen = sealed_deposit(object_id, "issue", about, act, files, keep=False)
    deposit.PROGRAM = before
    with writing(workspace.archive, by=BY, now=clock(), disk=Unsynced()) as writer:
        writer.commit([frozen])
    return object_id


def _branch_file(job: Job, workspace: Workspace) -> str:
    if job.branch is None:
        return ""
    found: Path = next(workspace.branches.glob(f"*{job.branch.branch.id}.yaml"))
    return workspace.relative(found)
