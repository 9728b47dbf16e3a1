"""A tree against its model: plain values that the model will accept, and every fault with its key path.

A value that cannot be read is left out and marked as dropped in the tree, so that item numbers in key
paths count what the model holds.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from docgen.records import value_faults
from docgen.records.compose import Limits
from docgen.records.convert import convert
from docgen.records.faults import Fault, nearest
from docgen.records.file_faults import bad_colon, wide_indentation, wide_punctuation
from docgen.records.shape import Kind, Many, Named, Part, Shape, Single, Slot, shape_of
from docgen.records.texts import Noted, clean
from docgen.records.tree import Mapping, Node, Scalar, Sequence

_MISSING = object()
_UNKNOWN_KEY, _WRONG_SHAPE = "K01", "K04"
_WIDE_BLANKS = "\u3000\u00a0"
_COMMAS = re.compile("[、，,；;]")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A fault at a place of the tree."""

    fault: Fault
    path: str
    line: int
    column: int


@dataclass(slots=True)
class Validation:
    """The values of one mapping or list so far, and what was found on the way."""

    limits: Limits
    path: list[str] = field(default_factory=list)
    spotted: list[Spotted] = field(default_factory=list)
    unlisted: int = 0  # faults beyond what is worth keeping

    def entity(self, node: Mapping, shape: Shape) -> dict[str, Any]:
        """The values of an entity by field name; what is empty or faulty is not among them."""
        values: dict[str, Any] = {}
        filled: dict[str, Scalar] = {}
        by_word, path, rest = shape.by_word, self.path, shape.rest
        strays: list[tuple[Scalar, Node]] = []
        for key, value in node.entries:
            slot = by_word.get(key.text) or by_word.get(_tidy_key(key.text))
            if slot is None or (key.text not in by_word and key.text[0] in _WIDE_BLANKS):
                strays.append((key, value))
                continue
            path.append(f".{slot.key}" if path else slot.key)
            first = filled.setdefault(slot.key, key)
            if first is not key:
                self._spot(value_faults.duplicate_key(key.text, first.text, first.line), key)
            else:
                read = self._field(value, slot, key)
                if read is not _MISSING:
                    values[slot.name] = read
            path.pop()
        for key, value in strays:
            if self._stray(key, value, node, shape, values):
                self._read_as_meant(key, value, shape, values, filled)
        if rest is not None and not values.get(rest.name, True):
            del values[rest.name]
        return values

    def _field(self, node: Node, slot: Slot, key: Scalar) -> Any:
        kind = slot.kind
        if type(node) is Scalar and type(kind) is Single:
            return self._single(node, kind)
        read = self._read(node, kind, key)
        return _MISSING if read is _MISSING or (not read and type(kind) is not Single) else read

    def _read(self, node: Node, kind: Kind, place: Node) -> Any:
        """The value, or _MISSING. `place` is where a fault of shape is shown."""
        if isinstance(node, Scalar) and node.is_empty:
            return _MISSING
        if isinstance(kind, Single):
            if isinstance(node, Sequence) and kind.form == "body":
                return self._lines(node, kind) or _MISSING
            return self._single(node, kind) if isinstance(node, Scalar) else self._wrong(node, kind, place)
        if isinstance(kind, Many):
            return self._many(node, kind, place)
        if isinstance(kind, Named):
            return self._named(node, kind) if isinstance(node, Mapping) else self._wrong(node, kind, place)
        return self._part(node, kind, place)

    def _single(self, node: Scalar, kind: Single) -> Any:
        if node.is_empty:
            return _MISSING
        value = convert(node.text, kind, self.limits.text_chars)
        kept: Any = value
        if isinstance(value, Noted):
            for fault in value.faults:
                self._spot(fault, node)
            kept = value.value
        elif isinstance(value, Fault):
            self._spot(value, node)
            kept = None
        if kept is None:
            node.dropped = True
            return _MISSING
        return kept if kept != "" else _MISSING

    def _lines(self, node: Sequence, kind: Single) -> str:
        """A text written as a list: one line an item."""
        items = self._many(node, Many(kind), node)
        return "\n".join(item for item in items if isinstance(item, str))

    def _many(self, node: Node, kind: Many, place: Node) -> Any:
        if isinstance(node, Scalar) and kind.plain:
            node = Sequence(node.line, node.column, True, [node])
        if not isinstance(node, Sequence):
            self._wrong(node, kind, place)
            return self._parted(node, kind)
        values: list[Any] = []
        for item in node.items:
            value = self._item(item, kind.item, len(values))
            if value is _MISSING:
                item.dropped = True
            else:
                values.append(value)
        return tuple(values)

    def _parted(self, node: Node, kind: Many) -> Any:
        """A text that stands where a list belongs, by its commas, so that nothing else is missed for it."""
        if not isinstance(kind.item, Single) or not isinstance(node, Scalar) or self._said_other_than_shape():
            return _MISSING
        known = len(self.spotted)
        parts = [Scalar(part.strip(), node.line, node.column) for part in _COMMAS.split(node.text)]
        read = [self._single(part, kind.item) for part in parts]
        del self.spotted[known:]
        return tuple(value for value in read if value is not _MISSING)

    def _said_other_than_shape(self) -> bool:
        return bool(self.spotted) and self.spotted[-1].fault.rule != _WRONG_SHAPE

    def _item(self, item: Node, kind: Kind, index: int) -> Any:
        if item.is_empty:
            self._spot(value_faults.empty_item(), item)
            return _MISSING
        self.path.append(f"[{index}]")
        value = self._read(item, kind, item)
        self.path.pop()
        return _MISSING if _is_blank(item) else value

    def _named(self, node: Mapping, kind: Named) -> Any:
        values: dict[str, Any] = {}
        first: dict[str, Scalar] = {}
        for key, value in node.entries:
            self._named_entry(key, value, kind.value, values, first)
        return values

    def _named_entry(
        self, key: Scalar, value: Node, kind: Kind, values: dict[str, Any], first: dict[str, Scalar]
    ) -> None:
        typed = _tidy_key(key.text)
        self.path.append(f".{typed}")
        earlier = first.setdefault(typed, key)
        if earlier is not key:
            self._spot(value_faults.duplicate_key(key.text, earlier.text, earlier.line), key)
        elif _wide_colon(typed) and value.is_empty:
            self._spot(bad_colon(_wide_colon(typed), "："), key)
        else:
            read = self._read(value, kind, key)
            if read is not _MISSING:
                values[typed] = read
        self.path.pop()

    def _part(self, node: Node, kind: Part, place: Node) -> Any:
        shape = shape_of(kind.entity)
        if isinstance(node, Mapping):
            return self.entity(node, shape)
        if isinstance(node, Scalar) and shape.plain is not None:
            plain = shape.plain.kind
            value = self._single(node, plain) if isinstance(plain, Single) else _MISSING
            return _MISSING if value is _MISSING else {shape.plain.name: value}
        read = self._wrong(node, kind, place)
        if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Mapping):
            read = self.entity(node.items[0], shape)
        return read

    def _stray(self, key: Scalar, value: Node, node: Mapping, shape: Shape, values: dict[str, Any]) -> bool:
        """A key that the entity does not know: an option of a list of its own, or a fault.

        Whether it may be a known key misspelt.
        """
        misspelt = False
        typed = _tidy_key(key.text)
        self.path.append(f".{typed}" if self.path else typed)
        if shape.rest is not None and not self._is_slip(typed, shape):
            self._collect(typed, key, value, shape.rest, values)
        elif len(self.spotted) > self.limits.findings:
            self.unlisted += 1  # finding the nearest word takes time
        else:
            fault = self._stray_fault(key, value, node, shape)
            self._spot(fault, key)
            misspelt = fault.rule == _UNKNOWN_KEY
        self.path.pop()
        return misspelt

    def _read_as_meant(
        self, key: Scalar, value: Node, shape: Shape, values: dict[str, Any], filled: dict[str, Scalar]
    ) -> None:
        """The value of a misspelt key stands for that of the nearest, lest anything else be missed for it."""
        slot = shape.by_word.get(nearest(key.text, shape.by_word))
        if slot is None or slot.key in filled or (isinstance(slot.kind, Single) != isinstance(value, Scalar)):
            return
        filled[slot.key], known = key, len(self.spotted)
        self.path.append(f".{slot.key}" if self.path else slot.key)
        read = self._field(value, slot, key)
        self.path.pop()
        if isinstance(slot.kind, Single) and len(self.spotted) > known:
            del self.spotted[known:]  # the guess was wrong
        elif read is not _MISSING:
            values[slot.name], key.text = read, slot.key

    def _is_slip(self, typed: str, shape: Shape) -> bool:
        # An option is a Chinese word of the rubric; an English key can only be a mistyped field.
        return typed.isascii() or bool(_wide_colon(typed))

    def _collect(self, typed: str, key: Scalar, value: Node, rest: Slot, values: dict[str, Any]) -> None:
        counts: dict[str, Any] = dict(values.get(rest.name, {}))
        if typed in counts:
            self._spot(value_faults.duplicate_key(typed, typed, key.line), key)
            return
        kind = rest.kind.value if isinstance(rest.kind, Named) else rest.kind
        read = self._read(value, kind, key)
        if read is not _MISSING:
            values[rest.name] = {**counts, typed: read}

    def _stray_fault(self, key: Scalar, value: Node, node: Mapping, shape: Shape) -> Fault:
        if key.text[0] in _WIDE_BLANKS:
            return wide_indentation(1)
        if _wide_colon(key.text):
            return bad_colon(_wide_colon(key.text), "：")
        comma = node.flow and value.is_empty and not nearest(key.text, shape.by_word)
        return value_faults.unknown_key(key.text, _known_words(shape, key.text), parted_by_comma=comma)

    def _wrong(self, node: Node, kind: Kind, place: Node) -> Any:
        node.dropped = True
        if node.is_empty and not isinstance(node, Scalar):
            return _MISSING
        self._spot(_wrong_fault(node, kind), node if isinstance(node, Scalar) else place)
        return _MISSING

    def _spot(self, fault: Fault, node: Node) -> None:
        if len(self.spotted) > self.limits.findings:
            self.unlisted += 1
        else:
            self.spotted.append(Spotted(fault, "".join(self.path), node.line, node.column))


def _known_words(shape: Shape, typed: str) -> list[str]:
    """Keys for a key, labels for a Chinese word: the words to choose from."""
    if typed.isascii():
        return [slot.key for slot in shape.slots]
    return [*dict.fromkeys(word for slot in shape.slots for word in (slot.title, *slot.words))]


def _is_blank(item: Node) -> bool:
    """Whether an item has its keys and not one value yet, as a fresh skeleton's items do."""
    if isinstance(item, Mapping):
        return all(_is_blank(value) for _, value in item.entries)
    return item.is_empty if isinstance(item, Scalar) else all(map(_is_blank, item.items))


def _tidy_key(typed: str) -> str:
    return clean(typed)[0]


def _wide_colon(typed: str) -> str:
    """The part before a full-width colon, or ""."""
    before, colon, _ = typed.partition("：")
    return before.strip() if colon else ""


_WANTED = {Single: "一个值", Many: "一个列表", Named: "若干“键: 值”", Part: "若干“键: 值”"}
_FOUND = {Scalar: "一段文字", Mapping: "若干“键: 值”", Sequence: "一个列表"}


def _wrong_fault(node: Node, kind: Kind) -> Fault:
    if isinstance(node, Scalar) and not isinstance(kind, Single):
        if node.text[0] in "｛［":
            return wide_punctuation(node.text[0], "{" if node.text[0] == "｛" else "[")
        if isinstance(kind, Part | Named) and _wide_colon(node.text):
            return bad_colon(_wide_colon(node.text)[:20], "：")
    return value_faults.wrong_shape(_WANTED[type(kind)], _FOUND[type(node)], _shape_remedy(node, kind))


def _shape_remedy(node: Node, kind: Kind) -> str:
    if isinstance(kind, Single):
        return "请只写一个值；若本是以“[”或“{”开头的文字，请给整段文字加上英文引号"
    if isinstance(kind, Many):
        if isinstance(node, Mapping):
            return "请在每一项前面加短横和空格“- ”"
        return "请写成列表：每项一行，前面加短横和空格“- ”，或者写成 [甲, 乙]"
    if isinstance(node, Sequence):
        return "请去掉前面的短横“-”或方括号，写成“键: 值”，每行一个"
    return "请另起一行，缩进两格，写成“键: 值”，每行一个"
