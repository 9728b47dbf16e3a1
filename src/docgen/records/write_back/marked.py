"""A record's text as a tree whose nodes know from where to where they stand.

Only for a file that the loader has read whole; offsets count characters, line breaks as typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from docgen.records.folds import without_gaps
from docgen.records.tree import Scalar

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = "<<"
# Any: the stubs let marks and anchors be None, which they are not here.
_ALIAS: Any = yaml.AliasEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_MAPPING_END: Any = yaml.MappingEndEvent


@dataclass(slots=True, eq=False)
class MarkedScalar:
    """A single value; `style` is ' " | > or "" for a plain one."""

    text: str
    start: int
    end: int
    style: str = ""
    shared: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in, as the loader sees it."""
        return Scalar(self.text, 0, 0, not self.style).is_empty


@dataclass(slots=True, eq=False)
class MarkedMapping:
    """Keys with their values, in the order typed."""

    start: int
    end: int
    flow: bool
    entries: list[tuple[MarkedScalar, "Marked"]] = field(default_factory=list)
    shared: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has no keys."""
        return not self.entries


@dataclass(slots=True, eq=False)
class MarkedSequence:
    """Items one after the other."""

    start: int
    end: int
    flow: bool
    items: list["Marked"] = field(default_factory=list)
    shared: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has no items."""
        return not self.items


Marked: TypeAlias = MarkedScalar | MarkedMapping | MarkedSequence


def marked(text: str) -> Marked | None:
    """The tree of the first document; None for an empty one. Raises yaml.YAMLError.

    What an alias or a merge brings in is `shared`: it cannot be changed in one place alone.
    """
    loader = _Loader(text)
    try:
        return _Marker(iter(loader.get_event, None), text).read()
    finally:
        loader.dispose()


class _Marker:
    def __init__(self, events: Iterator[Any], text: str) -> None:
        self._events = events
        self._text = text
        self._anchors: dict[str, Marked] = {}

    def read(self) -> Marked | None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(next(self._events))
            if isinstance(event, yaml.StreamEndEvent):
                break
        return None

    def _node(self, event: Any) -> Marked:
        if isinstance(event, _ALIAS):
            node = self._anchors[event.anchor]
            _share(node)
            return node
        node = self._fresh(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            _share(node)  # replacing the value would take the anchor's name with it
        return node

    def _fresh(self, event: Any) -> Marked:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event)
        return self._scalar(event)

    def _scalar(self, event: Any) -> MarkedScalar:
        start, end = event.start_mark.index, event.end_mark.index
        style = (event.style or "") if event.style != "plain" else ""
        value = event.value
        if event.end_mark.line != event.start_mark.line and style != "|":
            value = without_gaps(value)
        if style in ("|", ">"):  # their mark takes in the blank lines that follow
            end = start + len(self._text[start:end].rstrip())
        return MarkedScalar(value, start, end, style)

    def _sequence(self, event: Any) -> MarkedSequence:
        node = MarkedSequence(event.start_mark.index, 0, bool(event.flow_style))
        while not isinstance(event := next(self._events), _SEQUENCE_END):
            node.items.append(self._node(event))
        node.end = event.end_mark.index if node.flow else _last_end(node.items, node.start)
        return node

    def _mapping(self, event: Any) -> MarkedMapping:
        node = MarkedMapping(event.start_mark.index, 0, bool(event.flow_style))
        while not isinstance(event := next(self._events), _MAPPING_END):
            key = self._node(event)
            value = self._node(next(self._events))
            if isinstance(key, MarkedScalar):
                node.entries.append((key, value))
        node.end = event.end_mark.index if node.flow else self._end_of_entries(node)
        _merge(node)
        return node

    def _end_of_entries(self, node: MarkedMapping) -> int:
        ends = (max(key.end, value.end) for key, value in node.entries)
        return max(ends, default=node.start)


def _last_end(nodes: list[Marked], start: int) -> int:
    return max((node.end for node in nodes), default=start)


def _share(node: Marked) -> None:
    node.shared = True
    if isinstance(node, MarkedMapping):
        for key, value in node.entries:
            key.shared = True
            _share(value)
    elif isinstance(node, MarkedSequence):
        for item in node.items:
            _share(item)


def _merge(node: MarkedMapping) -> None:
    """`<<: *name` replaced by the keys it brings, as the loader does; keys typed here win."""
    merges = [entry for entry in node.entries if _is_merge(entry)]
    if not merges:
        return
    own = [entry for entry in node.entries if not _is_merge(entry)]
    seen = {key.text for key, _ in own}
    for _, value in merges:
        for source in value.items if isinstance(value, MarkedSequence) else [value]:
            brought = source.entries if isinstance(source, MarkedMapping) else []
            own += [entry for entry in brought if entry[0].text not in seen]
            seen.update(key.text for key, _ in brought)
    node.entries = own
    node.shared = True


def _is_merge(entry: tuple[MarkedScalar, Marked]) -> bool:
    key, value = entry
    return not key.style and key.text == _MERGE and not isinstance(value, MarkedScalar)
