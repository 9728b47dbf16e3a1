"""The items of a year as they grow: what comes later and belongs to one that is filed joins it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.archive.filing.item import Item
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.together import Answers, Drafted, drafted, is_slip


class Joining:
    """The items filed so far, in the order in which they were filed."""

    def __init__(self, items: Iterable[Item], papers: Iterable[FiledPaper], answers: Answers) -> None:
        self.items: list[Item] = []
        self._answers = answers
        self._place: dict[str, int] = {}  # of the item that an object lies in
        self._finals: dict[Drafted, int] = {}  # of the first item with a paper so drafted
        there = {paper.object: paper for paper in papers}
        for item in items:
            self.add(item, [there[name] for name in item.objects if name in there])

    def add(self, item: Item, group: Iterable[FiledPaper]) -> None:
        """One item more, with those of its papers that are there."""
        self.items.append(item)
        self._know(group, len(self.items) - 1)

    def takes(self, group: Sequence[FiledPaper]) -> bool:
        """Whether the group has a place in an item that is there; then it lies in it."""
        first, names = group[0], tuple(paper.object for paper in group)
        if is_slip(first) and (place := self._finals.get(drafted(first))) is not None:
            self._put(place, (*self.items[place].objects, *names), group)
        elif (place := self._first(self._answers.answered_by(first))) is not None:
            self._put(place, (*names, *self.items[place].objects), group)
        elif (place := self._first(self._answers.to(first))) is not None:
            self._put(place, (*self.items[place].objects, *names), group)
        else:
            return False
        return True

    def _first(self, papers: Iterable[FiledPaper]) -> int | None:
        """The place of the item that holds one of the papers."""
        places = [self._place[paper.object] for paper in papers if paper.object in self._place]
        return min(places, default=None)

    def _put(self, place: int, objects: tuple[str, ...], group: Iterable[FiledPaper]) -> None:
        self.items[place] = replace(self.items[place], objects=objects)
        self._know(group, place)

    def _know(self, group: Iterable[FiledPaper], place: int) -> None:
        for paper in group:
            self._place[paper.object] = place
            if not is_slip(paper):
                known = self._finals.setdefault(drafted(paper), place)
                self._finals[drafted(paper)] = min(known, place)
