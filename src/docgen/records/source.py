"""Where each value of a record stands in its file, and what was typed there."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.records.labels import joined, step_into, steps
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, Single, Slot, shape_of
from docgen.records.texts import clean
from docgen.records.tree import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Place:
    """One key or item: where it begins, where its value is, its Chinese trail, its text if it is single."""

    start: tuple[int, int]
    line: int
    column: int
    label: str
    typed: str | None


@dataclass(slots=True)
class Source:
    """A record file. Field paths use record keys: `problems[1].measures[0].deadline`."""

    file: str
    digest: str
    model: type[Entity]
    root: Mapping | None = None
    _places: dict[str, Place] | None = field(default=None, repr=False)
    _order: list[tuple[tuple[int, int], int, str]] | None = field(default=None, repr=False)

    def locate(self, path: str) -> tuple[int, int]:
        """Line and column of the value, of its key when nothing is filled in, or of what should hold it."""
        place = self._nearest(path)
        return (place.line, place.column) if place else (1, 1)

    def label(self, path: str) -> str:
        """The Chinese trail: 问题 W2 › 措施 C1 › 时限."""
        known = self._all().get(path)
        return known.label if known else self._label_of_absent(path)

    def typed(self, path: str) -> str | None:
        """The text as typed; None when the path holds no single value."""
        place = self._all().get(path)
        return place.typed if place else None

    def begun(self, path: str) -> bool:
        """Whether anything is typed below this key."""
        node: Node | None = self.root
        kind: Kind | None = Part(self.model)
        for step in steps(path):  # not by the places of everything, which take three times a record's check
            node, kind = _below(node, kind, step)
        return isinstance(node, Mapping) and bool(node.entries)

    def at(self, line: int, column: int) -> str:
        """The path of the last key or item that begins there or before, else of the first on its line."""
        if self._order is None:
            self._order = sorted((place.start, len(path), path) for path, place in self._all().items())
        index = bisect_right(self._order, ((line, column + 1), 0, ""))
        found = self._order[index - 1] if index else None
        following = self._order[index] if column and index < len(self._order) else None
        if following and following[0][0] == line and (found is None or found[0][0] < line):
            return following[2]
        return found[2] if found else ""

    def _nearest(self, path: str) -> Place | None:
        places = self._all()
        while path and path not in places:
            path = _parent(path)
        return places.get(path)

    def _label_of_absent(self, path: str) -> str:
        """Known part as it is in the file, the rest by the model's labels."""
        kind: Kind | None = Part(self.model)
        label, walked = "", ""
        for step in steps(path):
            walked = f"{walked}{step}" if step.startswith("[") or not walked else f"{walked}.{step}"
            kind, title = step_into(kind, step)
            known = self._all().get(walked)
            label = known.label if known else joined(label, title or step, step)
        return label

    def _all(self) -> dict[str, Place]:
        if self._places is None:
            found = _walk(self.root, Part(self.model), "", "") if self.root else iter(())
            self._places = {}
            for path, place in found:
                self._places.setdefault(path, place)
        return self._places


def _parent(path: str) -> str:
    return path[: max(path.rfind("."), path.rfind("["), 0)]


def _walk(node: Node, kind: Kind, path: str, label: str) -> Iterator[tuple[str, Place]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _walk_entry(key, value, kind, path, label)
    elif isinstance(node, Sequence):
        yield from _walk_items(node, kind, path, label)


def _walk_entry(key: Scalar, value: Node, kind: Kind, path: str, label: str) -> Iterator[tuple[str, Place]]:
    inner, word, title = _entry(key, kind)
    path = f"{path}.{word}" if path else word
    label = f"{label} › {title}" if label else title
    yield path, _place(value, label, key)
    if inner is not None:
        yield from _walk(value, inner, path, label)


def _below(node: Node | None, kind: Kind | None, step: str) -> tuple[Node | None, Kind | None]:
    """What one step of a path leads to."""
    if isinstance(node, Mapping) and kind is not None:
        for key, value in node.entries:
            inner, word, _ = _entry(key, kind)
            if word == step:
                return value, inner
    elif isinstance(node, Sequence) and step.startswith("["):
        kept = [item for item in node.items if not item.dropped]
        place = int(step[1:-1])
        return (kept[place] if place < len(kept) else None), kind.item if isinstance(kind, Many) else None
    return None, None


def _entry(key: Scalar, kind: Kind) -> tuple[Kind | None, str, str]:
    """Kind, key and label of one entry of a mapping."""
    typed = clean(key.text)[0]
    if isinstance(kind, Part):
        slot = _slot(kind, key.text, typed)
        return (slot.kind, slot.key, slot.title) if slot else (None, typed, typed)
    return (kind.value if isinstance(kind, Named) else None), typed, typed


def _slot(kind: Part, text: str, typed: str) -> Slot | None:
    by_word = shape_of(kind.entity).by_word
    return by_word.get(text) or by_word.get(typed)


def _walk_items(node: Sequence, kind: Kind, path: str, label: str) -> Iterator[tuple[str, Place]]:
    inner = kind.item if isinstance(kind, Many) else None
    kept = (item for item in node.items if not item.dropped)
    for index, item in enumerate(kept):
        step = f"{path}[{index}]"
        trail = f"{label} {_item_id(item, inner) or f'第{index + 1}项'}"
        yield step, _place(item, trail, item)
        if inner is not None:
            yield from _walk(item, inner, step, trail)


def _item_id(item: Node, kind: Kind | None) -> str:
    """What people call the item: its id, when it has one."""
    if not isinstance(item, Mapping) or not isinstance(kind, Part):
        return ""
    for key, value in item.entries:
        slot = _slot(kind, key.text, key.text)
        if slot and slot.key == "id" and isinstance(slot.kind, Single) and isinstance(value, Scalar):
            return value.text.strip()[:20]
    return ""


def _place(value: Node, label: str, key: Node) -> Place:
    start = (key.line, key.column)
    if isinstance(value, Scalar):
        at = key if value.is_empty else value
        return Place(start, at.line, at.column, label, None if value.is_empty else value.text)
    return Place(start, *start, label, None)
