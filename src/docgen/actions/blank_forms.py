"""build --blank: forms and lists with nothing in them, to be filled in by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from docgen.authoring.scope import item_entity, root_shape
from docgen.authoring.shapes import Mapped
from docgen.build.job import Job
from docgen.build.office import load_office
from docgen.build.output import OLD
from docgen.build.paper import Workshop
from docgen.build.plan import committee_id
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.files import move_aside, safe_name, write_atomic
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.official.models import PaperRecord
from docgen.workspace import Workspace

FOLDER = "空白表"
_FORMS = ("form", "landscape")
# What is the same for every branch and every year's hand: names, addresses, the rubric's lines.
_PRINTED = ("campaign", "superior", "committee", "departments")


class NoForm(DocgenError):
    """The kind is no form: without its words there is nothing to fill in."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是表格或清单，没有空白表可做", "用 docgen build --blank 不写文种，做出全部空白表"
        )


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A form for handwriting: whose it is, where it lies, and whether it was there already or failed."""

    paper: Paper
    path: str  # in the output folder
    status: str  # written, unchanged, failed
    reason: str = ""


def blank_forms(
    workspace: Workspace, kinds: Sequence[str], today: date, on_done: Callable[[], None] = lambda: None
) -> list[BlankForm]:
    """A blank of every form and list, or of the kinds named. Raises UnknownKind, NoForm or CannotWrite."""
    papers = list(_papers(load_catalogue(workspace.templates), kinds, workspace))
    loaded = load_office(workspace, None, today)
    office = empty_office(loaded.office.committee if loaded.office is not None else CommitteeRecord())
    workshop = Workshop(office, workspace.settings, loaded.as_of, is_blank=True)
    made = []
    for paper in papers:
        made.append(_made(workspace, workshop, paper))
        on_done()
    return made


def empty_office(committee: CommitteeRecord) -> Office:
    """An office that knows its own name and rubric, and no fact."""
    known = {name: getattr(committee, name) for name in _PRINTED}
    return Office(CommitteeRecord().model_copy(update=known), ())


def blank_job(paper: Paper, office: Office) -> Job:
    """The job that makes the paper's blank form."""
    branch = _with_one_of_each(paper) if paper.scope == "branch" else None
    entity = PaperRecord if paper.scope == "paper" else item_entity(paper)
    name = "_".join((paper.label, safe_name(paper.short_title), FOLDER))
    job = Job(paper, committee_id(office), branch, path=f"{FOLDER}/{name}.docx")
    return replace(job, item=entity()) if entity is not None else job


def _with_one_of_each(paper: Paper) -> BranchRecord:
    """A branch without facts; a form about each of something (each problem) gets one to write about."""
    wanted = paper.needs if paper.layout == "form" and paper.items is None else ()
    shapes = {key: root_shape(key, "branch").item for key in wanted if key in BranchRecord.model_fields}
    members = {key: (one.entity(),) for key, one in shapes.items() if isinstance(one, Mapped) and one.entity}
    return BranchRecord().model_copy(update=members)


def _papers(catalogue: Catalogue, kinds: Sequence[str], workspace: Workspace) -> Iterator[Paper]:
    for kind in [catalogue.find(name) for name in kinds] or catalogue.kinds:
        forms = [
            paper
            for paper in kind.papers
            if paper.layout in _FORMS
            and all(getattr(workspace.settings, setting) == value for setting, value in paper.switch)
        ]
        if kinds and not forms:
            raise NoForm(kind.name)
        yield from forms


def _made(workspace: Workspace, workshop: Workshop, paper: Paper) -> BlankForm:
    job = blank_job(paper, workshop.office)
    try:
        data = workshop.make(job, draft=False).data
    except DocgenError as error:
        return BlankForm(paper, job.path, "failed", str(error))
    target = workspace.output / job.path
    if target.is_file():
        if target.read_bytes() == data:
            return BlankForm(paper, job.path, "unchanged")
        moved = move_aside(target, workspace.output / OLD / FOLDER)
        note = f"原来的移到了 {moved.relative_to(workspace.output).as_posix()}"
        write_atomic(target, data)
        return BlankForm(paper, job.path, "written", note)
    write_atomic(target, data)
    return BlankForm(paper, job.path, "written")
