"""A fresh record that explains itself: every key of the model, with a comment on what belongs there."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.exchange.key_guide import Uses, default_of, how, since
from docgen.records.schema import Entity
from docgen.records.shape import Many, Part, Slot, shape_of
from docgen.text.width import width_em

_COMMENT_COLUMN = 30
_CODES_MAX = 6
_PLAIN = re.compile(r"[A-Z]*[一-鿿][\w一-鿿·（）、—]*|[A-Z]+[A-Z0-9-]*")
_HEAD = """\
# {title}
# 每一行 # 后面依次是：名称；怎样填；到哪一步必填；哪些文书要用；例子。没有的就空着，不要写“无”“待定”。
# 冒号用半角，后面空一格；缩进用空格。填完执行 docgen check 检查，执行 docgen todo 看下一步办什么。
"""


@dataclass(frozen=True, slots=True)
class Guide:
    """What comments are made from: the papers' uses of the keys, and examples by key path."""

    uses: Uses
    examples: dict[str, str]
    of_branch: bool


def skeleton(title: str, schema_path: str, record: Entity, guide: Guide) -> str:
    """The text of a record file: what `record` has is filled in, everything else left open."""
    writer = _Writer(guide)
    lines = [f"# yaml-language-server: $schema={schema_path}", _HEAD.format(title=title)]
    for slot in shape_of(type(record)).slots:
        lines += [*writer.slot(type(record), slot, record, "", 0), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


class _Writer:
    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def slot(
        self, entity: type[Entity], slot: Slot, holder: Entity, prefix: str, indent: int, dash: str = ""
    ) -> Iterator[str]:
        """One key with its comment, and what stands below it."""
        value, path = _filled(slot, holder), f"{prefix}{slot.key}"
        text = " " * (indent - len(dash)) + dash + f"{slot.key}:{_typed(slot, value)}"
        yield _with_comment(text, self._comment(entity, slot, path))
        if isinstance(slot.kind, Part):
            yield from self._part(slot.kind.entity, value, f"{path}.", indent + 2)
        elif isinstance(slot.kind, Many) and isinstance(slot.kind.item, Part):
            inner = slot.kind.item.entity
            for item in value or (inner(),):
                yield from self._part(inner, item, f"{path}.", indent + 4, "- ")

    def _part(
        self, entity: type[Entity], value: Entity, prefix: str, indent: int, dash: str = ""
    ) -> Iterator[str]:
        shape = shape_of(entity)
        for slot in shape.slots:
            if slot is shape.rest:
                words = "，".join(filter(None, (slot.title, "每个一行，写成“名称: 数”")))
                yield " " * indent + f"# {words}"
                continue
            yield from self.slot(entity, slot, value, prefix, indent, dash)
            dash = ""

    def _comment(self, entity: type[Entity], slot: Slot, path: str) -> str:
        codes = self._guide.uses.papers(path, of_branch=self._guide.of_branch)
        more = f" 等 {len(codes)} 种" if len(codes) > _CODES_MAX else ""
        example = self._guide.examples.get(path, "")
        parts = (
            slot.title,
            how(entity, slot),
            since(slot),
            default_of(entity, slot),
            f"用于 {' '.join(codes[:_CODES_MAX])}{more}" if codes else "",
            f"例：{example}" if example else "",
        )
        return "；".join(filter(None, parts))


def _filled(slot: Slot, holder: Entity) -> Any:
    """What the holder's record says there; a default that nobody typed is not written down."""
    if slot.name in holder.model_fields_set or isinstance(slot.kind, Part):
        return getattr(holder, slot.name)
    return None


def _with_comment(text: str, comment: str) -> str:
    gap = max(2, _COMMENT_COLUMN - round(width_em(text) * 2))
    return f"{text}{' ' * gap}# {comment}"


def _typed(slot: Slot, value: object) -> str:
    """What stands behind the colon; nothing for what is open, or follows on the next lines."""
    if isinstance(value, Entity) or (isinstance(slot.kind, Many) and isinstance(slot.kind.item, Part)):
        return ""
    if isinstance(value, dict):
        inside = ", ".join(f"{_scalar(key)}: {_scalar(one)}" for key, one in value.items())
        return f" {{{inside}}}" if value else ""
    if isinstance(value, tuple):
        return f" [{', '.join(map(_scalar, value))}]" if value else ""
    text = _scalar(value)
    return f" {text}" if text else ""


_WRITTEN: dict[type, Callable[..., str]] = {
    bool: lambda value: "是" if value else "否",
    int: str,
    Decimal: lambda value: format(value, "f"),
    date: date.isoformat,
}


def _scalar(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        # What is plain here is no number, date or truth value for any YAML program; JSON's quotes are YAML's.
        return value if _PLAIN.fullmatch(value) and len(value) > 1 else json.dumps(value, ensure_ascii=False)
    return _WRITTEN[type(value)](value)
