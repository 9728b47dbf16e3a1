"""new: a fresh record that explains itself, in its place in the workspace."""

import codecs
import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from docgen.actions.schema import file_name, sample_values, uses, write_schemas
from docgen.build.office import COMMITTEE_FILE, load_office
from docgen.build.official import FOLDER
from docgen.campaign.models.branch import Branch
from docgen.campaign.models.campaign import Campaign, Limits
from docgen.campaign.models.organisation import Committee
from docgen.campaign.models.record import SCHEMA, BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.exchange.listing import listed
from docgen.exchange.skeleton import Guide, skeleton
from docgen.files import CannotRead, read_bounded, write_atomic
from docgen.official.models import SCHEMA as PAPER_SCHEMA
from docgen.official.models import PaperRecord
from docgen.records.schema import Entity
from docgen.workspace import Workspace

_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
E = TypeVar("E", bound=Entity)
_SCHEMA_FOLDER = "schema"
_COMMITTEE_LIMIT_BYTES = 5_000_000
_KEPT = frozenset({"schema_", "superior", "people", "departments"})
_KEPT_OF_CAMPAIGN = frozenset({"id", "grades", "rubric", "midterm_rubric"})
_KEPT_OF_COMMITTEE_PART = frozenset(Committee.model_fields) - {"totals"}  # counted anew
# Days of last year are no days of this one.
_KEPT_OF_LIMITS = frozenset(Limits.model_fields) - {"midterm_before", "final_not_after", "venue_not_after"}


class AlreadyThere(DocgenError):
    """Nothing that somebody typed is ever overwritten."""

    exit_status = 2

    def __init__(self, shown: str) -> None:
        super().__init__(f"“{shown}”已经有了，没有改动它", "请直接打开它填写；要另起一份，请先把它移到别处")


class TakenId(DocgenError):
    """Another branch has the id."""

    exit_status = 2

    def __init__(self, branch_id: str, file: str) -> None:
        super().__init__(f"编号“{branch_id}”已经有党支部在用（{file}）", "请换一个编号")


class BadId(DocgenError):
    """The id would not do in file names and references."""

    exit_status = 2

    def __init__(self, branch_id: str) -> None:
        super().__init__(f"“{branch_id}”不能作编号", "编号只用字母、数字和短横，例如“Z01”")


class NothingToTake(DocgenError):
    """The other workspace does not have the record."""

    exit_status = 2

    def __init__(self, what: str, source: Path) -> None:
        super().__init__(f"“{source}”里没有{what}的记录", "请检查 --from 后面的工作区和编号，或不写 --from")


@dataclass(frozen=True, slots=True)
class NewRecord:
    """Where the record lies. `on_list`: None where there is no list, False where the clerk must add it.

    `awaited` are branches that the record speaks of and that have no record yet.
    """

    path: Path
    schema: Path
    on_list: bool | None = None
    awaited: tuple[str, ...] = ()


def new_branch(workspace: Workspace, branch_id: str, source: Path | None, today: date) -> NewRecord:
    """A branch's record lies in the workspace and is on the committee's list, if there is one."""
    branch_id = _checked(branch_id)
    path = workspace.branches / f"branch-{branch_id}.yaml"
    _refuse_taken(workspace, branch_id, path, today)
    branch = Branch(id=branch_id, short_name=f"{branch_id}党支部")
    if source is not None:
        found = _other_office(source, today, "党委").branch(branch_id)
        if found is None:
            raise NothingToTake(f"党支部“{branch_id}”", source)
        branch = found.branch
    record = BranchRecord(schema_=SCHEMA, branch=branch)
    made = _written(workspace, path, record, "branch", f"党支部 {branch_id} 的记录")
    return replace(made, on_list=_put_on_list(workspace, path.name))


def new_committee(workspace: Workspace, source: Path | None, today: date) -> NewRecord:
    """The committee's record lies in the workspace, with the branch files that are there on its list."""
    path = workspace.data / COMMITTEE_FILE
    if path.exists() or path.is_symlink():
        raise AlreadyThere(workspace.relative(path))
    there = (
        sorted(file.name for file in workspace.branches.glob("*.y*ml")) if workspace.branches.is_dir() else []
    )
    record = CommitteeRecord(
        schema_=SCHEMA, campaign=Campaign(id="JWSJ"), committee=Committee(full_name="中共××委员会")
    )
    if source is not None:
        record = _taken_over(_other_office(source, today, "党委").committee)
    if there:
        record = record.model_copy(update={"branches": tuple(there)})
    made = _written(workspace, path, record, "committee", "党委的记录")
    return replace(made, awaited=_awaited(workspace, today))


def new_paper(workspace: Workspace, paper_id: str, genre: str, title: str) -> NewRecord:
    """The record of an official paper lies in the workspace, with its genre and title if they are known."""
    if not _ID.fullmatch(paper_id.strip()):
        raise BadId(paper_id)
    path = workspace.data / FOLDER / f"{paper_id.strip()}.yaml"
    if path.exists() or path.is_symlink():
        raise AlreadyThere(workspace.relative(path))
    known = {key: value for key, value in (("genre", genre), ("title", title)) if value}
    return _written(workspace, path, PaperRecord(schema_=PAPER_SCHEMA, **known), "paper", "通用公文的记录")


def _awaited(workspace: Workspace, today: date) -> tuple[str, ...]:
    office = load_office(workspace, today, today).office
    if office is None:
        return ()
    known = {office.committee.committee.id, *office.branch_ids}
    named = (person.org for person in office.committee.people)
    return tuple(dict.fromkeys(one for one in named if one and one not in known))


def _checked(branch_id: str) -> str:
    typed = branch_id.strip()
    if not _ID.fullmatch(typed):
        raise BadId(branch_id)
    return typed


def _refuse_taken(workspace: Workspace, branch_id: str, path: Path, today: date) -> None:
    if path.exists() or path.is_symlink():
        raise AlreadyThere(workspace.relative(path))
    loaded = load_office(workspace, today, today)
    if loaded.office is not None:
        for record, file in zip(loaded.office.branches, loaded.branch_files, strict=True):
            if record.branch.id.lower() == branch_id.lower():
                raise TakenId(branch_id, file)


def _other_office(source: Path, today: date, what: str) -> Office:
    office = load_office(Workspace.find(source), today, today).office
    if office is None:
        raise NothingToTake(what, source)
    return office


def _taken_over(old: CommitteeRecord) -> CommitteeRecord:
    """What stays from one campaign to the next: who is who, and how is graded."""
    limits = _only(old.campaign.rules, _KEPT_OF_LIMITS)
    campaign = _only(old.campaign, _KEPT_OF_CAMPAIGN).model_copy(update={"rules": limits})
    committee = _only(old.committee, _KEPT_OF_COMMITTEE_PART)
    return _only(old, _KEPT).model_copy(update={"campaign": campaign, "committee": committee})


def _only(entity: E, names: frozenset[str]) -> E:
    kept = {name: getattr(entity, name) for name in entity.model_fields_set & names}
    return cast(E, type(entity).model_construct(**kept))


def _written(workspace: Workspace, path: Path, record: Entity, kind: str, title: str) -> NewRecord:
    folder = workspace.data / _SCHEMA_FOLDER
    guide = Guide(uses(workspace.templates, kind), sample_values(kind), of_branch=kind == "branch")
    schema_path = Path(os.path.relpath(folder / file_name(kind), path.parent)).as_posix()
    write_schemas((kind,), workspace.templates, folder)
    write_atomic(path, skeleton(title, schema_path, record, guide).encode())
    return NewRecord(path, folder / file_name(kind))


def _put_on_list(workspace: Workspace, name: str) -> bool | None:
    """Whether the file is on the committee's list now; None when there is no list yet."""
    path = workspace.data / COMMITTEE_FILE
    if not path.is_file() or path.is_symlink():
        return None
    try:
        data = read_bounded(path, _COMMITTEE_LIMIT_BYTES)
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        text = data[len(mark) :].decode()
    except (CannotRead, UnicodeDecodeError):
        return False
    changed = listed(text, name)
    if changed is None:
        return False
    write_atomic(path, mark + changed.encode())
    return True
