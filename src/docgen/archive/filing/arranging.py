"""Papers made into 件 with numbers: given once, frozen from then on."""

from collections.abc import Iterable

from docgen.archive.filing.item import Arrangement, Item
from docgen.archive.filing.joining import Joining
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.together import Answers, groups
from docgen.archive.filing.unit import Unit, period_of
from docgen.settings import PERIODS


def arranged(papers: Iterable[FiledPaper], before: Arrangement, unit: Unit) -> Arrangement:
    """The year's papers filed. What `before` has keeps its number; what is new comes after, by its day.

    A paper that another one has replaced is not filed any more.
    """
    mine = sorted((paper for paper in papers if paper.year == before.year), key=_by_day)
    periods = {paper.object: period_kept(paper, unit) for paper in mine}
    known = before.names
    standing = [paper for paper in mine if not paper.replaced_by]
    fresh = [paper for paper in standing if paper.object not in known and periods[paper.object]]
    answers = Answers(mine, {paper.object for paper in fresh})
    joining = Joining(before.items, mine, answers)
    last = {one: before.last_number(one) for one in PERIODS}
    for group in groups(fresh, answers):
        if not joining.takes(group):
            period = _longest(periods[paper.object] for paper in group)
            last[period] += 1
            number = unit.archival_no(before.year, period, last[period])
            joining.add(Item(last[period], period, number, tuple(paper.object for paper in group)), group)
    order = list(PERIODS)
    items = sorted(joining.items, key=lambda item: (order.index(item.retention), item.number))
    open_ones = (paper for paper in standing if paper.object not in known and not _told(paper, unit))
    unsettled = tuple(paper.object for paper in open_ones)
    return Arrangement(before.year, tuple(items), unsettled)


def period_kept(paper: FiledPaper, unit: Unit) -> str:
    """永久, 30年 or 10年; "" for what is not filed."""
    return period_of(_told(paper, unit))


def _told(paper: FiledPaper, unit: Unit) -> str:
    """What the unit's table or the manifest says; a paper of others has no manifest: kept for ever."""
    about = paper.about
    names = (f"{about.code}-{about.variant}", about.code, about.kind, about.name)
    return unit.retention_of(*names, own=about.retention or ("永久" if paper.is_received else ""))


def _by_day(paper: FiledPaper) -> tuple[str, str, str]:
    return paper.day, paper.about.doc_no, paper.object


def _longest(periods: Iterable[str]) -> str:
    found = set(periods)
    return next(period for period in PERIODS if period in found)
