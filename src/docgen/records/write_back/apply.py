"""The changes of a record, made in its text."""

from docgen.errors import DocgenError
from docgen.records.schema import Entity
from docgen.records.shape import shape_of
from docgen.records.write_back import emit
from docgen.records.write_back.edits import Edits
from docgen.records.write_back.lists import rewrite_block, rewrite_flow
from docgen.records.write_back.marked import Marked, MarkedMapping, MarkedScalar, MarkedSequence
from docgen.records.write_back.quoting import fits_block, scalar
from docgen.records.write_back.wanted import Fields, Items, Leaf, Wanted

_STEP = 2


class SharedValue(DocgenError):
    """A value stands behind an alias: changed here, it would change elsewhere too."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"“{key}”用了 YAML 的引用（&、* 或 <<），不能只改一处",
            "请在记录文件里把引用换成直接写出的内容，再导入一次",
        )


def rewritten(text: str, root: MarkedMapping, changes: Fields) -> str:
    """`text` with the changes; `root` is its tree. Raises SharedValue."""
    writer = _Writer(Edits(text))
    writer.fields(root, changes)
    return writer.edits.done()


class _Writer:
    def __init__(self, edits: Edits) -> None:
        self.edits = edits

    def fields(self, node: MarkedMapping, wanted: Fields) -> None:
        """The mapping holds what is wanted; what it lacks is put where the model has it."""
        absent: list[tuple[str, Wanted]] = []
        for key, value in self._spread(node, wanted):
            entry = find(node, key, wanted.entity)
            if entry is not None:
                self._value(*entry, value, node)
            elif not value.is_empty:
                absent.append((key, value))
        if absent:
            self._add(node, Fields(dict(absent), wanted.entity))

    def _spread(self, node: MarkedMapping, wanted: Fields) -> list[tuple[str, Wanted]]:
        """The wanted fields; the options of a list of their own stand among the keys."""
        spread: list[tuple[str, Wanted]] = []
        for key, value in emit.ordered(wanted):
            own_key = find(node, key, wanted.entity) is not None
            if emit.is_rest(wanted.entity, key) and isinstance(value, Fields) and not own_key:
                spread += value.values.items()
            else:
                spread.append((key, value))
        return spread

    def _value(self, key: MarkedScalar, value: Marked, wanted: Wanted, parent: MarkedMapping) -> None:
        if value.shared or key.shared:
            raise SharedValue(key.text)
        if isinstance(wanted, Fields) and isinstance(value, MarkedMapping):
            if _is_emptied(value, wanted):
                self._put(key, value, "", parent)
            else:
                self.fields(value, wanted)
        elif isinstance(wanted, Items) and isinstance(value, MarkedSequence):
            self._items(key, value, wanted, parent)
        elif isinstance(wanted, Leaf) and isinstance(value, MarkedScalar):
            self._scalar(key, value, wanted, parent)
        else:
            whole = with_plain(value, wanted)
            column = self.edits.column(key.start)
            self._put(key, value, self._after_key(whole, column, parent), parent)

    def _after_key(self, wanted: Wanted, column: int, parent: MarkedMapping) -> str:
        text = emit.after_key(wanted, column, flow=parent.flow, chinese=_is_chinese(parent))
        return self.edits.fresh(text)

    def _scalar(self, key: MarkedScalar, value: MarkedScalar, wanted: Leaf, parent: MarkedMapping) -> None:
        flow = parent.flow
        if (
            wanted.is_empty
            or value.start == value.end
            or value.style in ("|", ">")
            or (not flow and fits_block(wanted.text))
        ):
            column = self.edits.column(key.start)
            self._put(key, value, self._after_key(wanted, column, parent), parent)
        else:
            self.edits.replace(value.start, value.end, scalar(wanted, flow=flow, style=value.style))

    def _items(self, key: MarkedScalar, value: MarkedSequence, wanted: Items, parent: MarkedMapping) -> None:
        for number, changes in wanted.items:
            if number is not None and isinstance(changes, Fields) and changes.values:
                self._item(value, number, changes)
        numbers = [number for number, _ in wanted.items]
        if numbers == list(range(len(value.items))):
            return
        if value.flow:
            rewrite_flow(self.edits, value, wanted)
        elif wanted.is_empty:
            self._put(key, value, " []", parent)
        else:
            rewrite_block(self.edits, value, wanted)

    def _item(self, parent: MarkedSequence, number: int, changes: Fields) -> None:
        node = parent.items[number]
        if node.shared:
            raise SharedValue(f"第{number + 1}项")
        if isinstance(node, MarkedMapping):
            self.fields(node, changes)
        elif isinstance(node, MarkedScalar):
            whole = emit.in_flow(with_plain(node, changes))
            self.edits.replace(node.start, node.end, whole)

    def _put(self, key: MarkedScalar, value: Marked, new: str, parent: MarkedMapping) -> None:
        """`new` stands behind the key's colon in place of the value; comments of the key's line stay."""
        edits, colon = self.edits, self.edits.text.index(":", key.end) + 1
        start, end = value.start, value.end
        own_lines = start > edits.line_end(colon)
        if own_lines and not parent.flow:
            edits.replace(edits.line_end(colon), edits.line_end(end), "")
        elif start < end:
            keeps_blank = parent.flow or (new and not new.startswith(("\r", "\n")))
            blank = start if keeps_blank else _before_blanks(edits.text, start)
            edits.replace(max(blank, colon), end, new.lstrip(" ") if blank == start else "")
            if blank == start:
                return
        if new.startswith(("\r", "\n")):
            edits.insert(edits.line_end(colon), new)
        elif new:
            edits.insert(colon, new)

    def _add(self, node: MarkedMapping, wanted: Fields) -> None:
        if node.shared:
            raise SharedValue(next(iter(wanted.values)))
        if node.flow and not node.entries:
            self.edits.replace(node.start, node.end, emit.in_flow(wanted))
            return
        for key, value in emit.filled(wanted):
            before = _entry_before(node, key, wanted.entity)
            if node.flow:
                self._add_in_flow(node, before, key, value, wanted.entity)
            else:
                self._add_in_block(node, before, key, value, wanted.entity)

    def _add_in_flow(
        self, node: MarkedMapping, before: Marked | None, key: str, value: Wanted, entity: type[Entity] | None
    ) -> None:
        chinese = _is_chinese(node)
        new = f"{_key(entity, key, chinese=chinese)}: {emit.in_flow(value, chinese=chinese)}"
        if before is not None:
            self.edits.insert(before.end, f", {new}")
        else:
            self.edits.insert(node.start + 1, f"{new}, " if node.entries else new)

    def _add_in_block(
        self, node: MarkedMapping, before: Marked | None, key: str, value: Wanted, entity: type[Entity] | None
    ) -> None:
        column, chinese = self.edits.column(node.start), _is_chinese(node)
        behind = emit.after_key(value, column, flow=False, chinese=chinese)
        place = self.edits.line_end(before.end if before is not None else node.end)
        new = f"\n{' ' * column}{_key(entity, key, chinese=chinese)}:{behind}"
        self.edits.insert(place, self.edits.fresh(new))


def find(node: MarkedMapping, key: str, entity: type[Entity] | None) -> tuple[MarkedScalar, Marked] | None:
    """The entry of a record key, as the loader finds it."""
    for typed, value in node.entries:
        word = typed.text.strip()
        if entity is not None:
            slot = shape_of(entity).by_word.get(word)
            word = slot.key if slot else word
        if word == key:
            return typed, value
    return None


def with_plain(value: Marked, wanted: Wanted) -> Wanted:
    """The wanted fields with the value that stood plainly in the place of the mapping."""
    if not isinstance(wanted, Fields) or wanted.entity is None or not isinstance(value, MarkedScalar):
        return wanted
    plain = shape_of(wanted.entity).plain
    if plain is None or value.is_empty or plain.key in wanted.values:
        return wanted
    return Fields({**wanted.values, plain.key: Leaf(value.text.strip())}, wanted.entity)


def _key(entity: type[Entity] | None, key: str, *, chinese: bool) -> str:
    return emit.typed_key(entity, key, chinese=chinese)


def _is_chinese(node: MarkedMapping) -> bool:
    """Whether the clerk writes Chinese keys here."""
    return bool(node.entries) and not any(key.text.isascii() for key, _ in node.entries)


def _is_emptied(node: MarkedMapping, wanted: Fields) -> bool:
    """Whether nothing filled will be left in the mapping."""
    if not wanted.is_empty or not wanted.values:
        return False
    spread: dict[str, Wanted] = dict(wanted.values)
    for key, value in wanted.values.items():
        if emit.is_rest(wanted.entity, key) and isinstance(value, Fields):
            spread |= value.values
    for typed, held in node.entries:
        word = typed.text.strip()
        slot = shape_of(wanted.entity).by_word.get(word) if wanted.entity is not None else None
        change = spread.get(slot.key if slot else word)
        if held.is_empty:
            continue
        if change is None or not change.is_empty:
            return False
        if isinstance(change, Fields) and isinstance(held, MarkedMapping) and not _is_emptied(held, change):
            return False
    return True


def _entry_before(node: MarkedMapping, key: str, entity: type[Entity] | None) -> Marked | None:
    """The end of the entry behind which a new key belongs by the model's order; None: at the end."""
    if not node.entries:
        return None
    ends: list[tuple[MarkedScalar, Marked]] = []
    if entity is not None:
        for slot in shape_of(entity).slots:
            if slot.key == key:
                break
            entry = find(node, slot.key, entity)
            if entry is not None:
                ends.append(entry)
    typed, value = ends[-1] if ends else node.entries[-1]
    return value if value.end >= typed.end else typed


def _before_blanks(text: str, place: int) -> int:
    while place > 0 and text[place - 1] == " ":
        place -= 1
    return place
