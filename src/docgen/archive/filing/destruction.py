"""销毁: only of what has been kept long enough, after an appraisal, and on record (国家档案局令第8号)."""

import json
from collections.abc import Sequence
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
REGISTER = "销毁清册.json"


class StillKept(DocgenError):
    """The paper's time is not over."""

    def __init__(self, object_id: str, period: str, until: str) -> None:
        super().__init__(f"{object_id} 的保管期限是{period}，{until}，不能销毁", "到期并经鉴定后再销毁")


class NoPeriod(DocgenError):
    """Nobody has said how long the paper is kept."""

    def __init__(self, object_id: str) -> None:
        super().__init__(
            f"{object_id} 没有定保管期限，不能销毁", "请先在 docgen.toml 的 [archive.retention] 里写明"
        )


class NoPaper(DocgenError):
    """What keeps the archive's own order cannot be destroyed."""

    def __init__(self, object_id: str) -> None:
        super().__init__(f"{object_id} 是归档库自己的清册，不能销毁", "请核对地址")


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
        raise StillKept(paper.object, period, "应当永久保存")
    last = int(paper.year) + years
    if today.year <= last:
        raise StillKept(paper.object, period, f"要保管到 {last} 年底")
    number = item.archival_no if item else ""
    return Destroyed(
        paper.object, number, about.doc_no, about.title, about.author, paper.day, period, about.pages
    )


def list_object(quoted_fonds: str, today: date) -> str:
    """The id under which the year's lists of what was destroyed lie."""
    return f"urn:docgen:{quoted_fonds}:{today.year}:destruction"


def list_deposit(
    archive: Archive,
    object_id: str,
    lines: Sequence[Destroyed],
    approver: str,
    by: str,
    reason: str,
    at: str,
    program: str,
) -> Deposit:
    """The list with these lines added, ready to be frozen before anything is destroyed."""
    try:
        told = json.loads(archive.find(object_id).latest.read(REGISTER))
    except UnknownObject:
        told = {"destroyed": []}
    known = {one["object"] for one in told["destroyed"]}
    told["destroyed"] += [
        {**asdict(one), "approver": approver, "by": by, "reason": reason, "at": at}
        for one in lines
        if one.object not in known
    ]
    files = {REGISTER: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}
    about = About(name="销毁清册", title=f"{at[:4]}年档案销毁清册", retention="永久")
    files[FILE] = written(Provenance(object_id, EVENT, by, reason, at, program, about), files)
    return Deposit(object_id, EVENT, files, by, reason)
