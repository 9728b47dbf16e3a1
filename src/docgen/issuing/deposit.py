"""A finished paper to what the archive freezes: its files, its provenance, its line."""

from collections.abc import Mapping
from dataclasses import dataclass

import docgen
from docgen.archive.entries import Deposit
from docgen.archive.provenance import FILE, About, Provenance, written
from docgen.build.given import NOTHING
from docgen.build.job import Job
from docgen.build.keypath import at
from docgen.build.paper import Workshop
from docgen.issuing.by_hand import DIFFERENCE, difference
from docgen.issuing.candidate import Candidate
from docgen.issuing.issued import CORRECTION, ISSUE
from docgen.official.models import PaperRecord
from docgen.text.present import present

PROGRAM = f"docgen {docgen.__version__}"
BY_HAND = "是"


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, why, and when."""

    by: str
    reason: str
    at: str  # ISO 8601 with the offset


def edition_of(job: Job, workshop: Workshop) -> str:
    """版次: the record's own version; "" for papers that have none."""
    record = job.branch if job.branch is not None else workshop.office.committee
    return present(at(record, job.paper.edition)) if job.paper.edition else ""


def author_of(job: Job, workshop: Workshop) -> str:
    """责任者: the organs of an official paper; the committee, of what bears its seal; else the branch."""
    if isinstance(job.item, PaperRecord) and job.item.organs:
        return "、".join(job.item.organs)
    if job.branch is None or job.paper.seal == "committee":
        return workshop.office.committee.committee.full_name
    return job.branch.branch.full_name


def about(one: Candidate, workshop: Workshop, object_id: str) -> About:
    """What is known of the paper."""
    job = one.job
    day = job.day or workshop.issued.get(job.paper_id, NOTHING).day
    replaced = one.current.object if one.current and one.current.object != object_id else ""
    return About(
        kind=job.paper.slug,
        code=job.paper.code,
        variant=job.paper.variant,
        name=job.paper.name,
        owner=job.owner,
        branch=job.branch.branch.id if job.branch is not None else "",
        item=job.item_id,
        title=one.made.title if one.made else "",
        author=author_of(job, workshop),
        doc_no=one.doc_no,
        date=day.isoformat() if day else "",
        edition=edition_of(job, workshop),
        retention=job.paper.retention,
        pages=str(one.pages or ""),
        as_of=workshop.as_of.isoformat(),
        inputs=one.inputs,
        replaces=replaced,
        by_hand=BY_HAND if one.replaced_docx else "",
        allowed=" ".join(one.verdict.allowed),
    )


def deposit_of(
    one: Candidate,
    object_id: str,
    told: About,
    act: Act,
    sources: Mapping[str, bytes],
    edition_before: str | None,
    given: Mapping[str, Mapping[str, str]],
) -> Deposit:
    """The version to freeze. `edition_before` is that of the version before; None for a new object."""
    if one.made is None:
        raise ValueError(one.job.key)
    is_correction = edition_before is not None and edition_before == told.edition
    files = {**sources, "paper.docx": one.made.data, "paper.pdf": one.pdf}
    if one.replaced_docx:
        files["rendered.docx"] = one.replaced_docx
        files[DIFFERENCE] = difference(one.replaced_docx, one.made.data)
    files["findings.json"] = one.verdict.as_json(one.notes)
    event = CORRECTION if is_correction else ISSUE
    return sealed_deposit(object_id, event, told, act, files, keep=False, given=given)


def sealed_deposit(
    object_id: str,
    event: str,
    told: About,
    act: Act,
    files: Mapping[str, bytes],
    *,
    keep: bool,
    carried: Mapping[str, bytes] | None = None,
    given: Mapping[str, Mapping[str, str]] | None = None,
) -> Deposit:
    """The deposit with a provenance.json that names all files of the version, the carried ones too."""
    what = Provenance(object_id, event, act.by, act.reason, act.at, PROGRAM, told, given or {})
    proof = written(what, {**(carried or {}), **files})
    extra = {"date": told.date} if told.date else {}
    return Deposit(
        object=object_id,
        event=event,
        files={**files, FILE: proof},
        by=act.by,
        reason=act.reason,
        doc_no=told.doc_no,
        keep=keep,
        extra=extra,
    )
