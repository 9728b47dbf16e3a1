"""The arrangement of a year as an object of the archive: each time it grows is a version."""

import json

from docgen.archive.entries import Deposit
from docgen.archive.faults import UnknownObject
from docgen.archive.filing.item import Arrangement, Item
from docgen.archive.provenance import FILE, About, Provenance, written
from docgen.archive.store import Archive

EVENT = "arrange"
ARRANGEMENT = "arrangement.json"


def object_of(year: str, quoted_fonds: str) -> str:
    """The id under which the year's arrangement lies."""
    return f"urn:docgen:{quoted_fonds}:{year}:arrangement"


def kept(archive: Archive | None, object_id: str, year: str) -> Arrangement:
    """The arrangement as it was frozen last; an empty one for a new year."""
    if archive is None:
        return Arrangement(year)
    try:
        stored = archive.find(object_id)
    except UnknownObject:
        return Arrangement(year)
    told = json.loads(stored.latest.read(ARRANGEMENT))
    items = [
        Item(one["number"], one["retention"], one["archival_no"], tuple(one["objects"]))
        for one in told["items"]
    ]
    return Arrangement(year, tuple(items))


def deposit(arrangement: Arrangement, object_id: str, by: str, reason: str, at: str, program: str) -> Deposit:
    """The arrangement, ready to be frozen."""
    items = [
        {
            "number": item.number,
            "retention": item.retention,
            "archival_no": item.archival_no,
            "objects": list(item.objects),
        }
        for item in arrangement.items
    ]
    told = {"year": arrangement.year, "items": items}
    files = {ARRANGEMENT: (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}
    about = About(name="整理", title=f"{arrangement.year}年归档文件整理")
    files[FILE] = written(Provenance(object_id, EVENT, by, reason, at, program, about), files)
    return Deposit(object_id, EVENT, files, by, reason)
