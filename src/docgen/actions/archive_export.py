"""archive export: a year's papers handed over as a bag, with the archive's own forms in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from docgen.actions.archive_arrange import arrangement_of, filing_office, unit_of
from docgen.actions.archive_checkpoint import archive_checkpoint
from docgen.archive.checkpoint import Checkpoint
from docgen.archive.exports.bag import require_bagit, require_free, write_bag
from docgen.archive.exports.items import item_files
from docgen.archive.faults import NoArchive
from docgen.archive.filing.arranging import period_kept
from docgen.archive.filing.item import Arrangement, Item
from docgen.archive.filing.paper import FiledPaper, papers_of
from docgen.archive.filing.unit import Unit, period_of
from docgen.archive.store import Archive
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.issuing.deposit import PROGRAM
from docgen.issuing.issued import opened, series_of
from docgen.kinds import Paper, load_catalogue
from docgen.publish.hand_over.forms import forms
from docgen.publish.hand_over.lacking import lacking
from docgen.publish.hand_over.rows import HandOver, Lack, Line
from docgen.workspace import Workspace

_FORMS = "归档表册"


class NotArranged(DocgenError):
    """Without numbers there is nothing to hand over."""

    def __init__(self, year: str) -> None:
        super().__init__(
            f"{year} 年的归档文件还没有整理", f"请先执行 docgen archive arrange --year {year} --by 姓名"
        )


class Unarranged(DocgenError):
    """Papers have come in since the year was arranged."""

    def __init__(self, year: str, count: int) -> None:
        super().__init__(
            f"{year} 年有 {count} 份文件还没有编入",
            f"请先执行 docgen archive arrange --year {year} --by 姓名",
        )


class InsideArchive(DocgenError):
    """A bag among the objects would be a stranger there."""

    exit_status = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(f"不能导出到归档库里面：“{folder}”", "请另选一个文件夹")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was handed over, and where it lies."""

    folder: Path
    told: HandOver
    files: int


def archive_export(workspace: Workspace, year: str, folder: Path, now: datetime) -> Exported:
    """The bag of the year lies in the folder.

    Raises NoArchive, NotArranged, Unarranged, FolderTaken, InsideArchive, NoBagit, NoOffice, NoFonds, and
    ObjectDamaged where the archive itself is not sound.
    """
    require_bagit()
    folder = folder.absolute()
    if workspace.archive in (folder, *folder.parents):
        raise InsideArchive(folder)
    require_free(folder)
    archive = opened(workspace.archive)
    if archive is None:
        raise NoArchive(workspace.archive)
    office = filing_office(workspace, now.date())
    unit = unit_of(office, workspace.settings)
    papers = {paper.object: paper for paper in papers_of(archive)}
    arrangement = arrangement_of(archive, unit, year)
    _require_arranged(arrangement, papers, unit)
    marked = archive_checkpoint(workspace, now, None)
    told = _told(workspace, archive, office, unit, arrangement, papers, marked.checkpoint)
    count = write_bag(folder, _files(archive, told, arrangement, papers, now.date()), _info(told))
    return Exported(folder, told, count)


def _require_arranged(arrangement: Arrangement, papers: dict[str, FiledPaper], unit: Unit) -> None:
    if not arrangement.items:
        raise NotArranged(arrangement.year)
    known = arrangement.names
    standing = [paper for paper in papers.values() if not paper.replaced_by]
    waiting = [
        paper
        for paper in standing
        if paper.year == arrangement.year and paper.object not in known and period_kept(paper, unit)
    ]
    if waiting:
        raise Unarranged(arrangement.year, len(waiting))


def _files(
    archive: Archive, told: HandOver, arrangement: Arrangement, papers: dict[str, FiledPaper], day: date
) -> Iterator[tuple[str, bytes]]:
    for name, data in forms(told, day):
        yield f"{_FORMS}/{name}", data
    for item in arrangement.items:
        for one in item_files(archive, item, papers):
            yield one.path, one.read()


def _told(
    workspace: Workspace,
    archive: Archive,
    office: Office,
    unit: Unit,
    arrangement: Arrangement,
    papers: dict[str, FiledPaper],
    checkpoint: Checkpoint,
) -> HandOver:
    return HandOver(
        office.committee.committee.full_name,
        unit.fonds_no,
        unit.class_code,
        unit.organ,
        arrangement.year,
        tuple(_line(archive, item, papers) for item in arrangement.items),
        tuple(_lacking(workspace, office, archive, unit))
        if arrangement.year == str(office.campaign.year)
        else (),
        checkpoint.at,
        checkpoint.seq,
        checkpoint.head,
        checkpoint.sm3,
    )


def _line(archive: Archive, item: Item, papers: dict[str, FiledPaper]) -> Line:
    """The item as the list has it, named by its first paper."""
    mine = [papers[name] for name in item.objects if name in papers]
    gone = [name for name in item.objects if archive.destroyed(name) is not None]
    number = f"{item.number:04}"
    if not mine:
        return Line(item.archival_no, number, item.retention, "", "", "（已销毁）", "", None, "已销毁")
    first, about = mine[0], mine[0].about
    counts = [int(paper.about.pages) for paper in mine if paper.about.pages.isdigit()]
    pages = sum(counts) if len(counts) == len(mine) else None
    notes = [
        first.note,
        *(f"附{_genre(paper)}" for paper in mine[1:]),
        *(_replaced(paper, papers) for paper in mine),
        "部分已销毁" if gone else "",
    ]
    return Line(
        item.archival_no,
        number,
        item.retention,
        about.doc_no,
        about.author,
        about.title or f"[{about.name}]",
        about.date,
        pages,
        "；".join(dict.fromkeys(filter(None, notes))),
    )


def _replaced(paper: FiledPaper, papers: dict[str, FiledPaper]) -> str:
    if not paper.replaced_by:
        return ""
    by = papers[paper.replaced_by]
    return f"{paper.about.doc_no or _genre(paper)}已由{by.about.doc_no or by.object}代替"


def _genre(paper: FiledPaper) -> str:
    if paper.about.variant == "slip":
        return "定稿"
    genres = ("请示", "批复", "复函", "报告")
    return next((genre for genre in genres if paper.about.title.endswith(genre)), paper.about.name)


def _lacking(workspace: Workspace, office: Office, archive: Archive, unit: Unit) -> Iterator[Lack]:
    kinds = load_catalogue(workspace.templates).kinds
    papers = [paper for kind in kinds for paper in kind.papers if _is_filed(paper, unit)]
    series = series_of(office)
    known = {line.object.removeprefix(series).partition(".")[0] for line in archive.lines}
    return lacking(papers, office, workspace.settings, known)


def _is_filed(paper: Paper, unit: Unit) -> bool:
    names = (paper.label, paper.code, paper.slug, paper.name)
    return bool(period_of(unit.retention_of(*names, own=paper.retention)))


def _info(told: HandOver) -> dict[str, str]:
    return {
        "Source-Organization": told.unit,
        "External-Identifier": f"{told.fonds_no}-{told.class_code}·{told.year}",
        "External-Description": f"{told.unit}{told.year}年度归档文件",
        "Bagging-Date": told.at[:10],
        "Bag-Software-Agent": PROGRAM,
        "Docgen-Log-Seq": str(told.seq),
        "Docgen-Log-Head-SHA512": told.head,
        "Docgen-Log-Head-SM3": told.sm3,
    }
