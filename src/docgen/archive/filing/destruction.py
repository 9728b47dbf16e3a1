"""销毁: only of what has been kept long enough, after an appraisal, and on record (国家档案局令第8号)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from docgen.archive.entries import Deposit
from docgen.archive.faults import UnknownObject
from docgen.archive.filing.arranging import period_kept
from docgen.archive.filing.item import Arrangement
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.unit import YEARS, Unit
from docgen.archive.provenance import FILE, About, Provenance, written
from docgen.archive.store import Archive
from docgen.errors import DocgenError

EVENT = "arrange"  # of the list; of the papers themselves it is the tombstone
REGISTER, PAGE = "销毁清册.json", "销毁清册.docx"


class StillKept(DocgenError):
    """The paper's time is not over."""

    def __init__(self, object_id: str, period: str, until: int | None) -> None:
        told = f"要保管到 {until} 年底" if until else "应当永久保存"
        remedy = "到期并经鉴定后再销毁" if until else "请把它从要销毁的里面去掉"
        super().__init__(f"{object_id} 的保管期限是{period}，{told}，不能销毁", remedy)


class NoPeriod(DocgenError):
    """Nobody has said how long the paper is kept."""

    def __init__(self, object_id: str) -> None:
        super().__init__(
            f"{object_id} 没有定保管期限，不能销毁",
            "请先在 docgen.toml 的 [archive.retention] 里写明期限；“不归档”不是期限",
        )


class NoPaper(DocgenError):
    """What keeps the archive's own order cannot be destroyed."""

    def __init__(self, object_id: str) -> None:
        super().__init__(f"{object_id} 是归档库自己的清册，不能销毁", "请核对地址")


@dataclass(frozen=True, slots=True)
class Sanction:
    """Who approved it, who did it, why and when."""

    approver: str
    by: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Destroyed:
    """A line of the list: what it was, how long it was kept."""

    object: str
    archival_no: str
    doc_no: str
    title: str
    author: str
    day: str
    retention: str
    pages: str


def expired(paper: FiledPaper, arrangement: Arrangement, unit: Unit, today: date) -> Destroyed:
    """The paper as a line of the list. Raises StillKept or NoPeriod."""
    about, item = paper.about, arrangement.item_of(paper.object)
    period = item.retention if item else period_kept(paper, unit)
    if not period:
        raise NoPeriod(paper.object)
    years = YEARS[period]
    if years is None:
        raise StillKept(paper.object, period, None)
    last = int(paper.year) + years
    if today.year <= last:
        raise StillKept(paper.object, period, last)
    number = item.archival_no if item else ""
    return Destroyed(
        paper.object, number, about.doc_no, about.title, about.author, paper.day, period, about.pages
    )


def list_object(quoted_fonds: str, today: date) -> str:
    """The id under which the year's lists of what was destroyed lie."""
    return f"urn:docgen:{quoted_fonds}:{today.year}:destruction"


def with_lines(
    archive: Archive, object_id: str, lines: Sequence[Destroyed], sanction: Sanction
) -> list[dict[str, str]]:
    """All lines of the list, these added; one that stands there already is not told twice."""
    try:
        told = json.loads(archive.find(object_id).latest.read(REGISTER))["destroyed"]
    except UnknownObject:
        told = []
    known = {one["object"] for one in told}
    fresh = [{**asdict(one), **asdict(sanction)} for one in lines if one.object not in known]
    return [*told, *fresh]


def list_deposit(
    object_id: str, lines: Sequence[Mapping[str, str]], page: bytes, sanction: Sanction, program: str
) -> Deposit:
    """The list, ready to be frozen before anything is destroyed: as data, and as a page to be signed."""
    data = json.dumps({"destroyed": lines}, ensure_ascii=False, indent=1) + "\n"
    files = {REGISTER: data.encode(), PAGE: page}
    by, reason, at = sanction.by, sanction.reason, sanction.at
    about = About(name="销毁清册", title=f"{at[:4]}年档案销毁清册", retention="永久")
    files[FILE] = written(Provenance(object_id, EVENT, by, reason, at, program, about), files)
    return Deposit(object_id, EVENT, files, by, reason)
