"""Papers made into 件 with numbers: given once, frozen from then on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.unit import Unit
from docgen.settings import PERIODS

SLIP = "slip"  # the variant of a 发文稿纸
_REQUESTS, _REPLIES = ("请示",), ("批复", "复函", "答复")


@dataclass(frozen=True, slots=True)
class Item:
    """One 件. `objects` in the order in which they lie: the reply before the request."""

    number: int
    retention: str
    archival_no: str
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The items of one year, by period and number. `unsettled`: papers whose period nobody has said."""

    year: str
    items: tuple[Item, ...] = ()
    unsettled: tuple[str, ...] = ()

    def item_of(self, object_id: str) -> Item | None:
        """The item that a paper belongs to."""
        return next((item for item in self.items if object_id in item.objects), None)


def arranged(papers: Iterable[FiledPaper], before: Arrangement, unit: Unit) -> Arrangement:
    """The year's papers filed. What `before` has keeps its number; what is new comes after, by its day."""
    mine = [paper for paper in papers if paper.year == before.year]
    periods = {paper.object: period_kept(paper, unit) for paper in mine}
    known = {name for item in before.items for name in item.objects}
    fresh = sorted(
        (paper for paper in mine if paper.object not in known and periods[paper.object]),
        key=lambda paper: (paper.day, paper.about.doc_no, paper.object),
    )
    items = list(before.items)
    last = {one: max((item.number for item in items if item.retention == one), default=0) for one in PERIODS}
    for group in _groups(fresh, mine):
        added = _joined(items, group, mine)
        if added is not None:
            items[items.index(added[0])] = added[1]
            continue
        period = _longest(periods[paper.object] for paper in group)
        last[period] += 1
        number = unit.archival_no(before.year, period, last[period])
        items.append(Item(last[period], period, number, tuple(paper.object for paper in group)))
    order = list(PERIODS)
    items.sort(key=lambda item: (order.index(item.retention), item.number))
    unsettled = tuple(paper.object for paper in mine if not periods[paper.object] and _needs(paper, unit))
    return Arrangement(before.year, tuple(items), unsettled)


def period_kept(paper: FiledPaper, unit: Unit) -> str:
    """永久, 30年 or 10年; "" for what is not filed. A paper of others has no manifest: kept for ever."""
    about = paper.about
    names = (f"{about.code}-{about.variant}", about.code, about.kind, about.name)
    return unit.period(*names, own=about.retention or ("永久" if paper.is_received else ""))


def _needs(paper: FiledPaper, unit: Unit) -> bool:
    return not paper.about.retention and not period_kept(paper, unit)


def _groups(fresh: Sequence[FiledPaper], mine: Sequence[FiledPaper]) -> list[list[FiledPaper]]:
    """A request and the reply that quotes its number are one, the reply first; the rest stand alone."""
    taken: set[str] = set()
    groups: list[list[FiledPaper]] = []
    for paper in fresh:
        if paper.object in taken:
            continue
        if _final_of(paper, fresh) is not None:
            continue  # it comes with the paper that was drafted on it
        group = [paper]
        if _is(paper, _REQUESTS):
            replies = [one for one in fresh if one.object not in taken and _answers(one, paper)]
            group = [*replies, paper]
        elif _is(paper, _REPLIES):
            requests = [one for one in fresh if one.object not in taken and _answers(paper, one)]
            group = [paper, *requests]
        group = _with_drafts(group, fresh, taken)
        taken |= {one.object for one in group}
        groups.append(group)
    return groups


def _with_drafts(
    group: Sequence[FiledPaper], fresh: Sequence[FiledPaper], taken: Collection[str]
) -> list[FiledPaper]:
    """Each paper with its drafting slip behind it: final print before draft."""
    slips = [one for one in fresh if one.about.variant == SLIP and one.object not in taken]
    return [
        paper
        for final in group
        for paper in (final, *(slip for slip in slips if _final_of(slip, [final]) is final))
    ]


def _final_of(slip: FiledPaper, papers: Iterable[FiledPaper]) -> FiledPaper | None:
    """The paper that was drafted on the slip."""
    if slip.about.variant != SLIP:
        return None
    mine = (slip.about.kind, slip.about.owner, slip.about.item)
    return next(
        (
            one
            for one in papers
            if (one.about.kind, one.about.owner, one.about.item) == mine and one.about.variant != SLIP
        ),
        None,
    )


def _joined(
    items: Sequence[Item], group: Sequence[FiledPaper], mine: Sequence[FiledPaper]
) -> tuple[Item, Item] | None:
    """A reply that comes after its request was filed lies in the request's item, before it."""
    by_name = {paper.object: paper for paper in mine}
    for item in items:
        for name in item.objects:
            filed = by_name.get(name)
            if filed is None:
                continue
            if _final_of(group[0], [filed]) is filed:
                return item, replace(item, objects=(*item.objects, *(one.object for one in group)))
            if _answers(group[0], filed):
                return item, replace(item, objects=(*(one.object for one in group), *item.objects))
            if len(group) == 1 and _answers(filed, group[0]):
                return item, replace(item, objects=(*item.objects, group[0].object))
    return None


def _answers(reply: FiledPaper, request: FiledPaper) -> bool:
    number = request.about.doc_no
    is_pair = _is(reply, _REPLIES) and _is(request, _REQUESTS) and reply.object != request.object
    return is_pair and bool(number) and reply.quotes(number)


def _is(paper: FiledPaper, genres: Iterable[str]) -> bool:
    told = (paper.about.title.strip("[]"), paper.about.name)
    return any(words.endswith(genre) for words in told for genre in genres)


def _longest(periods: Iterable[str]) -> str:
    found = set(periods)
    return next(period for period in PERIODS if period in found)
