"""archive verify: is everything in an archive still what was put there?"""

from dataclasses import replace
from pathlib import Path

from docgen.archive.faults import NoArchive
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.places import Sort, sort_of
from docgen.archive.verify.result import Remade, Untested, Verified, in_order
from docgen.archive.verify.run import Wanted, verify
from docgen.errors import DocgenError
from docgen.findings import Severity
from docgen.workspace import Workspace

_RULE = "V63"
_REMEDY = "请与备份、与纸质件核对，查明是文件还是记录、模板被换过"


class NothingToRebuild(DocgenError):
    """Only papers in an archive of docgen have their records beside them."""

    exit_status = 2

    def __init__(self, place: Path, sort: Sort) -> None:
        super().__init__(
            f"“{place}”是{sort.value}，里面没有记录和模板可供重新生成", "请指明归档文件夹，或去掉 --rebuild"
        )


def archive_verify(start: Path, place: Path | None, wanted: Wanted, *, rebuild: bool = False) -> Verified:
    """The judgement on `place`, or on the archive of the workspace that `start` lies in.

    Raises NoWorkspace or NoArchive where neither is there, NothingToRebuild, and what `verify` raises.
    """
    if place is None:
        place = Workspace.find(start).archive
        if not place.is_dir() or not any(place.iterdir()):
            raise NoArchive(place)
    if rebuild and sort_of(place) is not Sort.ARCHIVE:
        raise NothingToRebuild(place, sort_of(place))
    verified = verify(place, wanted)
    return _with_rebuilt(verified, place) if rebuild else verified


def _with_rebuilt(verified: Verified, place: Path) -> Verified:
    # Heavy: all that makes papers. The other checks do without.
    from docgen.archive.store import Archive
    from docgen.issuing.rebuilding import OTHER, UNTESTED, rebuild_all

    found = [
        Remade(one.object, one.version, one.outcome, one.reason, one.difference)
        for one in rebuild_all(Archive.open(place))
    ]
    faults = [
        Fault(_RULE, Heading.AUTHENTIC, Severity.ERROR, one.reason, _REMEDY, one.object, one.version)
        for one in found
        if one.result == OTHER
    ]
    untested = [
        Untested(Heading.AUTHENTIC, f"{one.object} {one.version} 重新生成", one.reason)
        for one in found
        if one.result == UNTESTED
    ]
    return replace(
        verified,
        faults=in_order([*verified.faults, *faults]),
        untested=(*verified.untested, *untested),
        rebuilt=tuple(found),
    )
