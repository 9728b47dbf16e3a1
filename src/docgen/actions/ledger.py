"""ledger: the ledgers and statistics of the committee, or of some branches, as one workbook."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.build.office import LoadedOffice, load_office
from docgen.build.owners import owner_named
from docgen.build.plan import committee_id
from docgen.campaign.facts.problem_counts import ProblemCounts, count
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.exchange.packages import need
from docgen.files import read_bounded, safe_name, write_atomic
from docgen.findings import Finding, Severity
from docgen.publish.ledger.as_xlsx import MADE_ON, workbook
from docgen.publish.ledger.sheets import branch_sheets, committee_sheets
from docgen.publish.ledger.tables import Sheet
from docgen.workspace import Workspace
from docgen.zip_damage import ZIP_DAMAGE

FOLDER = "台账"
_ENDING = ".xlsx"
_MADE_BYTES_MAX = 200 * 1024 * 1024


class NoLedger(DocgenError):
    """The committee's record cannot be read, and with it neither the grades nor the list of branches."""

    def __init__(self, first: Finding) -> None:
        place = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(f"党委的记录用不了，做不出台账（{place} {first.message}）", first.remedy)


class LedgerOff(DocgenError):
    """docgen.toml says that this campaign keeps no ledgers."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "工作区设置关闭了台账（docgen.toml 中 ledger = “off”）",
            "需要台账时，请把它改成 on 或者删去这一行",
        )


class NotAWorkbookName(DocgenError):
    """The file that is to be written is no .xlsx by its name."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"不知道怎样写“{path.name}”这种文件", f"请让文件名以“{_ENDING}”结尾")


class KeptWorkbook(DocgenError):
    """Where the ledger is to be written lies a file that is not just as docgen made it."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path}”不是 docgen 做的台账，或者做好以后又改过，没有替换",
            "请用 -o 另写一个文件名；确实要替换就加 --force",
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """The workbook that was written, and what it holds."""

    path: Path
    status: str
    as_of: date
    sheets: tuple[tuple[str, int], ...]  # name, lines
    branches: int
    problems: ProblemCounts
    errors: int
    unread: tuple[str, ...]


def ledger(
    workspace: Workspace,
    names: Sequence[str],
    as_of: date | None,
    today: date,
    output: Path | None,
    *,
    force: bool = False,
) -> Ledger:
    """The workbook lies at `output`, or in the output folder. Raises UnknownBranch and what is above."""
    if workspace.settings.ledger == "off":
        raise LedgerOff
    if output is not None and output.suffix.lower() != _ENDING:
        raise NotAWorkbookName(output)
    need("xlsxwriter")
    loaded = load_office(workspace, as_of, today)
    office = loaded.office
    if office is None:
        raise NoLedger(loaded.findings[0])
    chosen = _chosen(names, office, loaded)
    records = chosen or office.branches
    sheets = _sheets(chosen, office, loaded)
    path = output or workspace.output / FOLDER / _name(chosen)
    title = sheets[0].title if len(chosen) == 1 or not chosen else FOLDER
    status = _written(path, workbook(sheets, title), force=force)
    return Ledger(
        path=path,
        status=status,
        as_of=loaded.as_of,
        sheets=tuple((sheet.name, sum(len(table.lines) for table in sheet.tables)) for sheet in sheets),
        branches=len(records),
        problems=count(problem for record in records for problem in record.problems),
        errors=sum(finding.severity is Severity.ERROR for finding in loaded.findings),
        unread=loaded.unread,
    )


def _chosen(names: Sequence[str], office: Office, loaded: LoadedOffice) -> tuple[BranchRecord, ...]:
    """The branches named, each once; none when nobody or the committee is."""
    ids = dict.fromkeys(owner_named(name, office, loaded.unread) for name in names)
    if committee_id(office) in ids:
        return ()
    return tuple(record for one in ids if (record := office.branch(one)) is not None)


def _sheets(chosen: Sequence[BranchRecord], office: Office, loaded: LoadedOffice) -> list[Sheet]:
    if not chosen:
        return committee_sheets(office, loaded.as_of, loaded.unread)
    return [sheet for record in chosen for sheet in branch_sheets(record, loaded.as_of)]


def _name(chosen: Sequence[BranchRecord]) -> str:
    ids = "_".join(safe_name(record.branch.id) for record in chosen)
    return f"{ids}_{FOLDER}{_ENDING}" if ids else f"{FOLDER}{_ENDING}"


def _written(path: Path, data: bytes, *, force: bool) -> str:
    if path.exists() and not force:
        present = read_bounded(path, _MADE_BYTES_MAX)
        if present == data:
            return "unchanged"
        if not _is_as_made(present):
            raise KeptWorkbook(path)
    write_atomic(path, data)
    return "written"


def _is_as_made(data: bytes) -> bool:
    """Whether no other program has saved the workbook since: each writes the day of saving."""
    made = f"{MADE_ON:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return made.encode() in package.read("docProps/core.xml")
    except ZIP_DAMAGE:
        return False
