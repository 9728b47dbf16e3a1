"""sheet export: records as Excel workbooks, one for the committee and one for each branch."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.build.office import COMMITTEE_FILE
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.errors import DocgenError
from docgen.exchange.book import Contents, workbook
from docgen.exchange.choices import Choices, choices
from docgen.exchange.grid import NotAWorkbook, read_grids
from docgen.exchange.importing import pending
from docgen.exchange.packages import need
from docgen.exchange.record_file import RecordFile, read_record
from docgen.exchange.stamp import Stamp
from docgen.files import safe_name, write_atomic
from docgen.records.faults import nearest
from docgen.records.schema import Entity
from docgen.workspace import Workspace

FOLDER = "表格"


class UnknownRecord(DocgenError):
    """Nobody in the records has this id or name."""

    exit_status = 2

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = nearest(name, known)
        remedy = f"是否想写“{near}”" if near else f"可用的有：{'、'.join(known)}"
        super().__init__(f"没有编号或简称为“{name}”的记录", remedy)


@dataclass(frozen=True, slots=True)
class Exported:
    """One record's workbook: written, unchanged, kept (it holds changes of its own) or failed."""

    record: str
    name: str
    path: str
    status: str
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    """A record with what people call it."""

    id: str
    name: str
    file: str
    record: RecordFile | None
    error: DocgenError | None = None


def export(workspace: Workspace, names: Sequence[str], folder: Path | None, *, force: bool) -> list[Exported]:
    """The workbooks lie in the folder. Raises UnknownRecord, UnusableRecord or NoSheetPackages."""
    need("xlsxwriter")
    committee = read_record(workspace.data / COMMITTEE_FILE, workspace.root, CommitteeRecord)
    value = committee.value
    office = value if isinstance(value, CommitteeRecord) else None
    target = folder or workspace.root / FOLDER
    chosen = _chosen(_records(workspace, committee), names)
    return [_exported(one, office, target, force=force) for one in chosen]


def _records(workspace: Workspace, committee: RecordFile) -> list[_Wanted]:
    office = committee.value
    if not isinstance(office, CommitteeRecord):
        return []
    own = office.committee
    found = [_Wanted(own.id or "DW", own.short_name or own.full_name, committee.file, committee)]
    for name in dict.fromkeys(office.branches):
        path = workspace.branches / name
        try:
            record = read_record(path, workspace.root, BranchRecord)
        except DocgenError as error:
            found.append(_Wanted(path.stem, "", name, None, error))
            continue
        branch = record.value.branch if isinstance(record.value, BranchRecord) else None
        if branch is not None:
            found.append(_Wanted(branch.id, branch.short_name, record.file, record))
    return found


def _chosen(records: list[_Wanted], names: Sequence[str]) -> list[_Wanted]:
    if not names:
        return records
    known = [word for one in records for word in (one.id, one.name) if word]
    chosen = []
    for name in names:
        found = [one for one in records if name.lower() in (one.id.lower(), one.name.lower())]
        if not found:
            raise UnknownRecord(name, known)
        chosen += found
    return list(dict.fromkeys(chosen))


def _exported(one: _Wanted, office: CommitteeRecord | None, folder: Path, *, force: bool) -> Exported:
    if one.record is None:
        return Exported(one.id, one.name, "", "failed", str(one.error or ""))
    path = folder / f"{safe_name('_'.join(filter(None, (one.id, one.name))))}.xlsx"
    offered = choices(office, one.record.value)
    if path.exists() and not force:
        reason = _why_kept(path, offered, type(one.record.value))
        if reason:
            return Exported(one.id, one.name, str(path), "kept", reason)
    kind = "committee" if isinstance(one.record.value, CommitteeRecord) else "branch"
    stamp = Stamp(one.record.file, kind, one.record.data)
    data = workbook(Contents(f"{one.name}（{one.id}）", one.record.rows(), offered, stamp))
    if path.is_file() and path.read_bytes() == data:
        return Exported(one.id, one.name, str(path), "unchanged")
    write_atomic(path, data)
    return Exported(one.id, one.name, str(path), "written")


def _why_kept(path: Path, offered: Choices, model: type[Entity]) -> str:
    """Why the workbook that lies there must not be replaced; "" when it may be."""
    try:
        grids = read_grids(path)
    except NotAWorkbook:
        return "已有同名的文件，不是 docgen 导出的工作簿；要替换它请加 --force"
    if pending(grids, offered, model):
        return "里面有还没有导入的改动；请先导入，确实不要了就加 --force"
    return ""
