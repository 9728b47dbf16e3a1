"""One paper of the archive as filing sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from docgen.archive import provenance
from docgen.archive.entries import RECEIVE
from docgen.archive.faults import ObjectDamaged, UnknownFile
from docgen.archive.filing.numbers import unspaced
from docgen.archive.index.texts import is_record, said_in, speaking
from docgen.archive.provenance import About, FaultyProvenance
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion

_OWN = ("issue", "correction", RECEIVE)
_REPEALS = ("withdraw", "repeal")


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """The last edition of a paper. `said` reads it: its words without white space.

    `replaced_by` is the object that took its place under another number, "" for one that stands.
    """

    object: str
    version: str
    about: About
    created: str
    is_received: bool
    note: str
    said: Callable[[], str]
    replaced_by: str = ""

    @property
    def day(self) -> str:
        """成文日期, else the day it came into the archive; ISO."""
        return self.about.date or self.created[:10]

    @property
    def year(self) -> str:
        """The year it is filed under: that of 成文日期 (domain.md J38); of an undated one its campaign's."""
        of_campaign = self.object.split(":")[3:4]
        named = next((part for part in of_campaign if part.isdigit()), self.created[:4])
        return self.about.date[:4] or named


def papers_of(archive: Archive) -> Iterator[FiledPaper]:
    """Every paper that is there, the oldest object first.

    A returned edition is an earlier version of the same object and stays in its history.
    """
    found = [paper for object_id in archive.objects() if (paper := paper_of(archive, object_id))]
    replaced = {paper.about.replaces: paper.object for paper in found}
    for paper in found:
        yield replace(paper, replaced_by=replaced[paper.object]) if paper.object in replaced else paper


def paper_of(archive: Archive, object_id: str) -> FiledPaper | None:
    """The paper of this id, whether replaced or not; None for an arrangement or a list of what was destroyed.

    Raises UnknownObject, DestroyedObject, ObjectDamaged.
    """
    stored = archive.find(object_id)
    own = [version for version in stored.versions if version.event in _OWN]
    if not own:
        return None
    repeal = next((one for one in reversed(stored.versions) if one.event in _REPEALS), None)
    note = "" if repeal is None else {"withdraw": "已撤回", "repeal": "已废止"}[repeal.event]
    return FiledPaper(
        object_id,
        own[-1].number,
        _about(own[-1]),
        own[-1].created,
        own[-1].event == RECEIVE,
        note,
        partial(_said, stored.latest),
    )


def _about(version: StoredVersion) -> About:
    """What is known of it. Raises ObjectDamaged: nobody knows then how long it is kept."""
    try:
        return provenance.read(version.read(provenance.FILE)).about
    except UnknownFile:
        return About()
    except FaultyProvenance as reason:
        raise ObjectDamaged(version.object, f"{version.number} 的“{provenance.FILE}”读不懂") from reason


def _said(version: StoredVersion) -> str:
    # A space between two files: no number of a document runs over it.
    return " ".join(_words(version))


def _words(version: StoredVersion) -> Iterator[str]:
    for path in speaking(sorted(version.state)):
        if is_record(path):
            continue
        try:
            yield unspaced(said_in(path, version.read(path)))
        except (ObjectDamaged, UnknownFile):
            continue
