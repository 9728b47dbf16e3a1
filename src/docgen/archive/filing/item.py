"""The items of one year, as they are once they are numbered."""

from dataclasses import dataclass


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

    @property
    def names(self) -> frozenset[str]:
        """The ids of all objects that are filed."""
        return frozenset(name for item in self.items for name in item.objects)

    def item_of(self, object_id: str) -> Item | None:
        """The item that a paper belongs to."""
        return next((item for item in self.items if object_id in item.objects), None)

    def last_number(self, retention: str) -> int:
        """The highest number given in this period; 0 for none."""
        return max((item.number for item in self.items if item.retention == retention), default=0)
