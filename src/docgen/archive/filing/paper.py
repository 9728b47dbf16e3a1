"""One paper of the archive as filing sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.archive.entries import RECEIVE
from docgen.archive.faults import ObjectDamaged, UnknownFile
from docgen.archive.history import told_of
from docgen.archive.index.texts import said_in, speaking
from docgen.archive.provenance import About
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion

_OWN = ("issue", "correction", RECEIVE)
_REPEALS = ("withdraw", "repeal")


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """The last edition of a paper. `quotes` tells whether it names a number; it reads the paper."""

    object: str
    version: str
    about: About
    created: str
    is_received: bool
    note: str
    quotes: Callable[[str], bool]

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


def papers_of(archive: Archive, *, with_replaced: bool = False) -> Iterator[FiledPaper]:
    """Every paper that is there, the oldest object first; what another one replaces only if asked for.

    A returned edition is an earlier version of the same object and stays in its history.
    """
    found = [paper for object_id in archive.objects() if (paper := _paper(archive, object_id))]
    replaced = set() if with_replaced else {paper.about.replaces for paper in found}
    yield from (paper for paper in found if paper.object not in replaced)


def _paper(archive: Archive, object_id: str) -> FiledPaper | None:
    stored = archive.find(object_id)
    own = [version for version in stored.versions if version.event in _OWN]
    if not own:
        return None  # an arrangement, a list of what was destroyed: no paper
    told = told_of(own[-1])
    repeal = next((one for one in reversed(stored.versions) if one.event in _REPEALS), None)
    note = "" if repeal is None else {"withdraw": "已撤回", "repeal": "已废止"}[repeal.event]
    latest = stored.latest
    return FiledPaper(
        object_id,
        own[-1].number,
        told.about if told else About(),
        own[-1].created,
        own[-1].event == RECEIVE,
        note,
        lambda number: _says(latest, number),
    )


def _says(version: StoredVersion, words: str) -> bool:
    if not words:
        return False
    wanted = "".join(words.split())
    for path in speaking(sorted(version.state)):
        if path.startswith("record/"):
            continue
        try:
            said = said_in(path, version.read(path))
        except (ObjectDamaged, UnknownFile):
            continue
        if wanted in "".join(said.split()):
            return True
    return False
