"""sheet import: what was filled in in Excel, back into the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.build.office import COMMITTEE_FILE
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.errors import DocgenError
from docgen.exchange.choices import choices
from docgen.exchange.grid import Grid, read_grids
from docgen.exchange.importing import Update, stamp_of, update
from docgen.exchange.merge import form_cell
from docgen.exchange.record_file import RecordFile, read_record
from docgen.files import inside, write_atomic
from docgen.findings import Finding, has_errors
from docgen.workspace import Workspace


class WhoseWorkbook(DocgenError):
    """Neither the workbook's stamp nor its ids lead to a record of this workspace."""

    def __init__(self, path: Path, named: str) -> None:
        what = f"它要导入的是 {named}，这个工作区里没有" if named else "里面没有 docgen 的标记，也认不出编号"
        super().__init__(
            f"认不出“{path.name}”属于哪份记录：{what}",
            "请用 -C 指明记录所在的工作区，或者用 docgen sheet export 重新导出一份再填",
        )


class TwoWorkbooks(DocgenError):
    """Two workbooks of one call change the same record."""

    exit_status = 2

    def __init__(self, file: str) -> None:
        super().__init__(f"有两个工作簿都要改 {file}", "请一次只导入其中一个")


@dataclass(frozen=True, slots=True)
class Imported:
    """What the workbooks change, and what is wrong with them."""

    updates: tuple[Update, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for one in self.updates for finding in one.findings)

    @property
    def is_bad(self) -> bool:
        """Whether something must be put right first; then nothing is written."""
        return has_errors(self.findings)

    @property
    def is_empty(self) -> bool:
        return not any(one.changes for one in self.updates)


def read_workbooks(workspace: Workspace, paths: Sequence[Path], *, force: bool) -> Imported:
    """The changes of these workbooks; nothing is written. Raises what keeps a workbook from being read."""
    committee = _committee(workspace)
    updates: list[Update] = []
    for path in paths:
        grids = read_grids(path)
        record = _record(workspace, path, grids)
        if any(one.record.path == record.path for one in updates):
            raise TwoWorkbooks(record.file)
        office = committee.value if committee is not None else None
        offered = choices(office if isinstance(office, CommitteeRecord) else None, record.value)
        updates.append(update(record, grids, offered, path.name, force=force))
    return Imported(tuple(updates))


def write(imported: Imported) -> None:
    """The records hold the changes. Raises CannotWrite."""
    for one in imported.updates:
        if one.data != one.record.data:
            write_atomic(one.record.path, one.data)


def _committee(workspace: Workspace) -> RecordFile | None:
    try:
        return read_record(workspace.data / COMMITTEE_FILE, workspace.root, CommitteeRecord)
    except DocgenError:
        return None  # a branch's workbook can do without; the committee's says why itself


def _record(workspace: Workspace, path: Path, grids: Sequence[Grid]) -> RecordFile:
    stamp = stamp_of(grids)
    if stamp is not None:
        named = inside(workspace.root, stamp.file)
        if not named.is_file():
            raise WhoseWorkbook(path, stamp.file)
        model = CommitteeRecord if stamp.kind == "committee" else BranchRecord
        return read_record(named, workspace.root, model)
    return _by_id(workspace, path, grids)


def _by_id(workspace: Workspace, path: Path, grids: Sequence[Grid]) -> RecordFile:
    """The record whose id the workbook bears, for one that lost its stamp."""
    if form_cell(grids, "committee.id"):
        return read_record(workspace.data / COMMITTEE_FILE, workspace.root, CommitteeRecord)
    wanted = form_cell(grids, "branch.id")
    for file in sorted(workspace.branches.glob("*.y*ml")) if wanted else ():
        record = read_record(file, workspace.root, BranchRecord)
        if isinstance(record.value, BranchRecord) and record.value.branch.id == wanted:
            return record
    raise WhoseWorkbook(path, wanted)
