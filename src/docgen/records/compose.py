"""YAML text to a tree, by the events of the C parser; no value is guessed at.

Bounded on purpose: depth, number of nodes, and what aliases expand to. What comes before a fault is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from docgen.records import file_faults
from docgen.records.faults import Fault
from docgen.records.folds import without_gaps
from docgen.records.tree import Mapping, Node, Scalar, Sequence
from docgen.records.value_faults import odd_key

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = frozenset(
    {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
)
_YAML_TAG = "tag:yaml.org,2002:"
_MERGE = "<<"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most; generous for an office of a thousand branches."""

    file_bytes: int = 20 * 1024 * 1024
    text_chars: int = 20_000
    nodes: int = 250_000
    alias_nodes: int = 20_000
    depth: int = 40
    findings: int = 200


@dataclass(frozen=True, slots=True)
class Placed:
    """A fault with its line and column."""

    fault: Fault
    line: int
    column: int


@dataclass(slots=True)
class Composed:
    """What could be read: the tree, if any, and whether it is the whole of the file."""

    root: Node | None = None
    faults: list[Placed] = field(default_factory=list)
    error: yaml.YAMLError | None = None
    complete: bool = True


class _Stop(Exception):
    """Reading ends here; the fault is noted."""


@dataclass(slots=True)
class _Frame:
    """A collection that is still open."""

    node: Mapping | Sequence
    anchor: str | None
    nodes_before: int
    key: Scalar | None = None


_NO_KEY = Scalar("", 0, 0)


def compose(text: str, limits: Limits) -> Composed:
    """The tree of the first document in `text`."""
    return _Composer(limits).read(text)


class _Composer:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._result = Composed()
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0
        self._aliased = 0
        self._documents = 0
        self._handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping_start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._sequence_start,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document_start,
        }

    def read(self, text: str) -> Composed:
        loader = _Loader(text)
        try:
            self._run(loader.get_event)
        except _Stop:
            self._result.complete = False
        except yaml.YAMLError as error:
            self._result.error, self._result.complete = error, False
        finally:
            loader.dispose()
        self._close_all()
        return self._result

    def _run(self, next_event: Callable[[], Any]) -> None:
        handlers = self._handlers
        while True:
            event = next_event()
            kind = type(event)
            if kind in handlers:
                handlers[kind](event)
            elif kind is yaml.StreamEndEvent:
                return

    def _close_all(self) -> None:
        """What a broken file left open, hung where it belongs, so that its keys have their places."""
        while self._stack:
            frame = self._stack[-1]
            if frame.key is not None:
                self._add(Scalar("", frame.key.line, frame.key.column))
            self._add(self._close())

    def _fault(self, fault: Fault, event: Any) -> None:
        mark = event.start_mark
        self._result.faults.append(Placed(fault, mark.line + 1, mark.column + 1))

    def _stop(self, fault: Fault, event: Any) -> None:
        self._fault(fault, event)
        raise _Stop

    def _check(self, event: Any) -> None:
        if self._nodes > self._limits.nodes:
            self._stop(file_faults.too_much(f"内容超过 {self._limits.nodes} 项"), event)
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._fault(file_faults.refused_tag(event.tag.replace(_YAML_TAG, "!!")), event)

    def _document_start(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fault(file_faults.many_documents(), event)
            raise _Stop

    def _scalar(self, event: Any) -> None:
        self._nodes += 1
        if event.tag is not None or self._nodes > self._limits.nodes:
            self._check(event)
        mark = event.start_mark
        text = event.value
        if event.end_mark.line != mark.line and event.style != "|":
            text = without_gaps(text)
        node = Scalar(text, mark.line + 1, mark.column + 1, not event.style)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1)
        self._add(node)

    def _mapping_start(self, event: Any) -> None:
        mark = event.start_mark
        self._open(Mapping(mark.line + 1, mark.column + 1, bool(event.flow_style)), event)

    def _sequence_start(self, event: Any) -> None:
        mark = event.start_mark
        self._open(Sequence(mark.line + 1, mark.column + 1, bool(event.flow_style)), event)

    def _open(self, node: Mapping | Sequence, event: Any) -> None:
        self._nodes += 1
        self._check(event)
        if len(self._stack) >= self._limits.depth:
            self._stop(file_faults.too_much(f"层数超过 {self._limits.depth} 层"), event)
        self._stack.append(_Frame(node, event.anchor, self._nodes))

    def _end(self, _event: Any) -> None:
        self._add(self._close())

    def _close(self) -> Node:
        frame = self._stack.pop()
        if isinstance(frame.node, Mapping):
            _merge(frame.node)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.node, self._nodes - frame.nodes_before + 1)
        return frame.node

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._result.root = node
            return
        frame = self._stack[-1]
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self._as_key(node)
        else:
            if frame.key is not _NO_KEY:
                frame.node.entries.append((frame.key, node))
            frame.key = None

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text.strip():
            return node
        self._result.faults.append(Placed(odd_key(), node.line, node.column))
        return _NO_KEY

    def _alias(self, event: Any) -> None:
        node, size = self._anchors.get(event.anchor, (None, 0))
        why = self._refusal(event.anchor, node, size)
        if why or node is None:
            self._fault(file_faults.bad_alias(event.anchor, why), event)
            mark = event.start_mark
            node = Scalar("", mark.line + 1, mark.column + 1)
        else:
            self._nodes += size
            self._aliased += size
        self._add(node)

    def _refusal(self, name: str, node: Node | None, size: int) -> str:
        if any(frame.anchor == name for frame in self._stack):
            return "引用了它自己"
        if node is None:
            return f"没有对应的“&{name[:30]}”"
        if self._aliased + size > self._limits.alias_nodes:
            return "展开后内容太多，没有展开"
        return ""


def _merge(mapping: Mapping) -> None:
    """`<<: *name` replaced by the keys it brings; keys typed here win."""
    if not any(key.plain and key.text == _MERGE for key, _ in mapping.entries):
        return
    own = [entry for entry in mapping.entries if not _is_merge(entry)]
    seen = {key.text for key, _ in own}
    for _, value in filter(_is_merge, mapping.entries):
        for source in value.items if isinstance(value, Sequence) else [value]:
            brought = source.entries if isinstance(source, Mapping) else []
            own += [entry for entry in brought if entry[0].text not in seen]
            seen.update(key.text for key, _ in brought)
    mapping.entries = own


def _is_merge(entry: tuple[Scalar, Node]) -> bool:
    key, value = entry
    return key.plain and key.text == _MERGE and isinstance(value, Mapping | Sequence)
