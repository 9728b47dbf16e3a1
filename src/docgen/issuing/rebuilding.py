"""An issued paper made once more from what was archived beside it: the strongest proof that it is genuine.

The same record, template and docgen give the same bytes. Where docgen is another, or the paper was finished
by hand, only the difference can be told.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docgen.archive.faults import ObjectDamaged, UnknownFile
from docgen.archive.provenance import FILE, FaultyProvenance, Provenance, read
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion
from docgen.build.given import Given, with_given
from docgen.build.job import Job
from docgen.build.making import OWN_FAULTS
from docgen.build.office import load_office
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.files import inside, write_atomic
from docgen.interruption import insist
from docgen.issuing.by_hand import difference
from docgen.issuing.deposit import PROGRAM
from docgen.issuing.issued import CORRECTION, ISSUE
from docgen.kinds import Paper, load_catalogue
from docgen.settings import NAME
from docgen.workspace import Workspace

SAME, OTHER, UNTESTED = "相同", "不同", "未检测"
_DOCX, _OURS = "paper.docx", "rendered.docx"


class NotPlanned(DocgenError):
    """The archived record does not give the paper."""

    def __init__(self, what: str) -> None:
        super().__init__(f"存下的记录排不出这份文书（{what}）", "请与存下的 paper.docx 人工核对")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How a version's .docx compares with the one that is made now; `difference` in lines of text."""

    object: str
    version: str
    outcome: str  # SAME, OTHER, UNTESTED
    reason: str = ""
    difference: str = ""


def rebuild_all(archive: Archive) -> Iterator[Rebuilt]:
    """Every version that an issue or a correction made; what is damaged is left to the other checks."""
    for object_id in archive.objects():
        try:
            versions = archive.find(object_id).versions
        except DocgenError:
            continue
        for version in versions:
            if version.event in (ISSUE, CORRECTION):
                try:
                    yield rebuilt(version)
                except (ObjectDamaged, UnknownFile, FaultyProvenance) as reason:
                    yield Rebuilt(object_id, version.number, UNTESTED, reason.message)


def rebuilt(version: StoredVersion) -> Rebuilt:
    """The version's paper made anew and compared. Raises what reading raises."""
    proof = read(version.read(FILE))
    archived = version.read(_DOCX)
    try:
        made = _made(version, proof)
    except DocgenError as reason:
        return Rebuilt(version.object, version.number, UNTESTED, str(reason))
    except OWN_FAULTS as reason:
        insist()
        what = f"重新生成时程序出错（{type(reason).__name__}）"
        return Rebuilt(version.object, version.number, UNTESTED, what)
    if made == archived:
        return Rebuilt(version.object, version.number, SAME)
    outcome, why = _judged(version, proof, made)
    return Rebuilt(version.object, version.number, outcome, why, _shown(made, archived))


def _judged(version: StoredVersion, proof: Provenance, made: bytes) -> tuple[str, str]:
    if proof.program != PROGRAM:
        return UNTESTED, f"由 {proof.program} 生成，现在用的是 {PROGRAM}"
    if not proof.about.by_hand:
        return OTHER, "用存下的记录和模板重新生成，与存下的 paper.docx 不同"
    if _OURS in version.state and version.read(_OURS) != made:
        return OTHER, "用存下的记录和模板重新生成，与当时生成的 rendered.docx 不同"
    return UNTESTED, "在 Word 里改定过，与重新生成的有下列不同"


def _shown(made: bytes, archived: bytes) -> str:
    try:
        return difference(made, archived).decode("utf-8", "replace").strip()
    except OWN_FAULTS:
        return "存下的 paper.docx 不是完好的 Word 文件"


def _made(version: StoredVersion, proof: Provenance) -> bytes:
    """The .docx that the archived record and template give now."""
    with tempfile.TemporaryDirectory(prefix="docgen-rebuild-") as name:
        folder = Path(name)
        workspace, papers, own = _laid_out(version, proof, folder)
        day = (
            date.fromisoformat(proof.about.as_of) if proof.about.as_of else date.fromisoformat(proof.at[:10])
        )
        office = load_office(workspace, day, day, processes=1).office
        if office is None:
            raise NotPlanned("记录读不懂")
        gifts = {
            short: _gift(told.get("doc_no", ""), told.get("date", "")) for short, told in proof.given.items()
        }
        told = with_given(office, papers, gifts)
        gifts[_job(own, told, workspace, proof).paper_id] = _gift(proof.doc_no, proof.date)
        told = with_given(office, papers, gifts)
        workshop = Workshop(told, workspace.settings, day, issued=gifts)
        return workshop.make(_job(own, told, workspace, proof), draft=False).data


def _gift(doc_no: str, day: str) -> Given:
    return Given(doc_no, date.fromisoformat(day) if day else None)


def _job(own: Paper, office: Office, workspace: Workspace, proof: Provenance) -> Job:
    for job in plan([own], office, workspace.settings, frozenset([proof.about.owner])):
        if job.owner == proof.about.owner and job.item_id == proof.about.item:
            # Its time had come when it was issued; the branches that told so need not lie beside it.
            return replace(job, day=_gift("", proof.date).day) if job.reason else job
    raise NotPlanned(f"{proof.about.owner} {own.label}")


def _laid_out(
    version: StoredVersion, proof: Provenance, folder: Path
) -> tuple[Workspace, tuple[Paper, ...], Paper]:
    """A workspace of the archived records and template, all its papers, and the one that is meant."""
    write_atomic(folder / NAME, version.read("profile.toml"), durable=False)
    for path in version.state:
        if path.startswith("record/"):
            target = inside(folder, f"data/{path.removeprefix('record/')}")
            write_atomic(target, version.read(path), durable=False)
    home = inside(folder, f"templates/{proof.about.kind}")
    write_atomic(home / "kind.yaml", version.read("template/kind.yaml"), durable=False)
    workspace = Workspace.find(folder)
    _, own = _found(workspace, proof)
    write_atomic(home / own.template.name, version.read("template/template.docx"), durable=False)
    papers, own = _found(workspace, proof)
    return workspace, papers, own


def _found(workspace: Workspace, proof: Provenance) -> tuple[tuple[Paper, ...], Paper]:
    papers = tuple(paper for kind in load_catalogue(workspace.templates).kinds for paper in kind.papers)
    wanted = (proof.about.kind, proof.about.variant)
    own = next((paper for paper in papers if (paper.slug, paper.variant) == wanted), None)
    if own is None:
        raise NotPlanned(f"没有文种 {proof.about.kind}")
    return papers, own
