"""A JSON Schema of the records (draft 7), by which editors complete keys and underline slips.

It is looser than the loader where YAML and people are: a date may be typed in four ways, a telephone
without quotes is a number for YAML, and every key may be left empty. What it underlines is wrong.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from docgen.exchange.key_guide import Uses, how, since
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, Single, Slot, shape_of

Schema = dict[str, Any]
_DRAFT = "http://json-schema.org/draft-07/schema#"
_DAY = (
    r"^\s*\d{4}\s*(-\s*\d{1,2}\s*-|\.\s*\d{1,2}\s*\.|/\s*\d{1,2}\s*/|年\s*\d{1,2}\s*月)\s*\d{1,2}\s*日?\s*$"
)
_NUMBER = r"^\s*[-+−－]?[\d０-９,，]*[.．]?[\d０-９]+\s*[%％]?\s*$"
_COUNT = r"^\s*[\d０-９,，]+\s*$"
_YES_OR_NO = ["是", "否", "有", "无", "true", "false", "yes", "no"]


def json_schema(model: type[Entity], title: str, uses: Uses, examples: Mapping[str, str]) -> Schema:
    """The schema of a record file. Labels and other words are accepted beside the keys."""
    writer = _Writer(uses, examples, of_branch="branch" in model.model_fields)
    root = writer.entity(model, "")
    return {"$schema": _DRAFT, "title": title, **root, "definitions": writer.definitions}


class _Writer:
    def __init__(self, uses: Uses, examples: Mapping[str, str], *, of_branch: bool) -> None:
        self._uses, self._examples, self._of_branch = uses, examples, of_branch
        self.definitions: dict[str, Schema] = {}  # one a key path, as several words lead to each

    def entity(self, entity: type[Entity], prefix: str) -> Schema:
        """The mapping; what its keys hold stands in the definitions."""
        shape = shape_of(entity)
        slots = [slot for slot in shape.slots if slot is not shape.rest]
        for slot in slots:
            self.definitions[f"{prefix}{slot.key}"] = self._slot(entity, slot, prefix)
        offered = {word: slot for slot in slots for word in (slot.key, slot.title)}
        # Other words are accepted too, but editors do not offer what stands among the patterns.
        others = {word: slot for word, slot in shape.by_word.items() if word not in offered and slot in slots}
        rest = shape.rest.kind if shape.rest else None
        owed = [{"anyOf": [{"required": [word]} for word in slot.words]} for slot in slots if slot.required]
        found: Schema = {
            "type": ["object", "null"] if prefix else "object",
            "properties": {word: _reference(prefix, slot) for word, slot in offered.items()},
            "patternProperties": {
                f"^{re.escape(word)}$": _reference(prefix, slot) for word, slot in others.items()
            },
            "additionalProperties": self._kind(rest.value) if isinstance(rest, Named) else False,
        }
        return found | ({"allOf": owed} if owed else {})

    def _slot(self, entity: type[Entity], slot: Slot, prefix: str) -> Schema:
        path = f"{prefix}{slot.key}"
        about = {"title": slot.title, "description": self._description(entity, slot, path)}
        example = self._examples.get(path)
        return about | ({"examples": [example]} if example else {}) | self._kind(slot.kind, f"{path}.")

    def _description(self, entity: type[Entity], slot: Slot, path: str) -> str:
        codes = self._uses.papers(path, of_branch=self._of_branch)
        parts = (slot.title, how(entity, slot), since(slot), f"用于 {' '.join(codes)}" if codes else "")
        return "；".join(filter(None, parts))

    def _kind(self, kind: Kind, prefix: str = "") -> Schema:
        if isinstance(kind, Part):
            inner = self.entity(kind.entity, prefix)
            plain = shape_of(kind.entity).plain
            return {"anyOf": [inner, {"type": "string"}]} if plain is not None else inner
        if isinstance(kind, Many):
            inner = self._kind(kind.item, prefix)
            several: Schema = {"type": ["array", "null"], "items": inner}
            return {"anyOf": [several, inner]} if kind.plain else several
        if isinstance(kind, Named):
            return {"type": ["object", "null"], "additionalProperties": self._kind(kind.value, prefix)}
        return _single(kind)


def _reference(prefix: str, slot: Slot) -> Schema:
    return {"$ref": f"#/definitions/{prefix}{slot.key}"}


def _single(kind: Single) -> Schema:
    if kind.type is date:
        return {"type": ["string", "null"], "anyOf": [{"pattern": _DAY}, {"maxLength": 0}, {"type": "null"}]}
    if kind.type in (int, Decimal):
        pattern = _COUNT if kind.type is int else _NUMBER
        exact = "integer" if kind.type is int else "number"
        return {"anyOf": [{"type": [exact, "null"]}, {"type": "string", "pattern": f"{pattern}|^$"}]}
    if kind.type is bool:
        return {"anyOf": [{"type": ["boolean", "null"]}, {"enum": [*_YES_OR_NO, ""]}]}
    return _text(kind)


def _text(kind: Single) -> Schema:
    if kind.options is not None:
        words: Schema = {"enum": [*kind.options.words, "", None]}
        return {"anyOf": [words, {"type": "string"}]} if kind.options.open else words
    text: Schema = {"type": ["string", "number", "boolean", "null"]}
    if kind.form == "body":
        return {"anyOf": [text, {"type": "array", "items": {"type": ["string", "number", "null"]}}]}
    return text
