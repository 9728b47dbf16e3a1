"""The names that a paper's template may use, with their Chinese names and values from the records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.authoring.row_words import row_word
from docgen.authoring.scope import IS_BLANK, ISSUED, names_for, scope_of
from docgen.authoring.shapes import Mapped, Several, Shape
from docgen.campaign.fact import Scope
from docgen.campaign.feeds import AS_OF, declared_facts, roots
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import label_of
from docgen.campaign.rate import Rate
from docgen.kinds import Paper
from docgen.text.present import present

_DEEPEST = 6  # no record is nested deeper; rows of facts that hold whole records are not followed
_SAMPLE_CHARS_MAX = 30
_PRINTED = (str, int, Decimal, date, Rate)
_SPECIAL = {AS_OF: "截止日期", IS_BLANK: "是否空白表", ISSUED: "印发", "facts": "推算值"}


@dataclass(frozen=True, slots=True)
class Field:
    """One name: `problems[].title` is the title of each problem, named in a loop over problems."""

    name: str
    label: str
    sample: str


def fields_of(paper: Paper, context: Mapping[str, object] | None) -> tuple[Field, ...]:
    """Every name, English form, in the order of the manifest's feeds; samples from `context`, if any.

    Raises UnknownFeed.
    """
    names = names_for(paper)
    scope = scope_of(paper)
    listed = [name for name in names if name in roots(scope) or name in (AS_OF, IS_BLANK, ISSUED)]
    if paper.items is not None:
        listed.append(paper.items.name)
    found = [
        one
        for name in listed
        for one in _below(name, _label(name, scope, paper), names[name], _at(context, name))
    ]
    return (*found, *_facts(paper, names["facts"], scope, context))


def _label(name: str, scope: Scope, paper: Paper) -> str:
    if paper.items is not None and name == paper.items.name:
        return "本件"
    if name not in roots(scope):
        return _SPECIAL[name]
    root = roots(scope)[name]
    record = BranchRecord if root.of_branch else CommitteeRecord
    return label_of(record, root.field) if root.field else "党支部"


def _facts(paper: Paper, shape: Shape, scope: Scope, context: Mapping[str, object] | None) -> Iterator[Field]:
    values = _at(context, "facts")
    for fact in declared_facts(paper.facts, scope):
        inner = (shape.names or {})[fact.name]
        yield from _below(f"facts.{fact.name}", fact.title, inner, _at(values, fact.name))


def _below(name: str, label: str, shape: Shape, value: object, depth: int = 0) -> Iterator[Field]:
    while isinstance(shape, Several):
        name, shape, value = f"{name}[]", shape.item, _first(value)
    if not isinstance(shape, Mapped) or depth > _DEEPEST or (depth and _is_whole_record(shape)):
        yield Field(name, label, _sample(value))
        return
    for inner, one in _own_names(shape):
        if shape.entity is not None:
            title = label_of(shape.entity, inner)
        else:
            title = shape.words.get(inner) or row_word(inner)
        yield from _below(f"{name}.{inner}", f"{label}.{title}", one, _at(value, inner), depth + 1)


def _own_names(shape: Mapped) -> Iterator[tuple[str, Shape]]:
    """Each name once: the field's own, not its labels and aliases."""
    wanted = shape.entity.model_fields if shape.entity is not None else shape.members
    for name in wanted:
        if name in shape.members and name != "schema_":
            yield name, shape.members[name]


def _is_whole_record(shape: Mapped) -> bool:
    return shape.entity is not None and issubclass(shape.entity, BranchRecord)


def _at(value: object, name: str) -> object:
    if value is None:
        return None
    if isinstance(value, Mapping):
        return value.get(name)
    return getattr(value, name, None)


def _first(value: object) -> object:
    return value[0] if isinstance(value, tuple) and value else None


def _sample(value: object) -> str:
    if not isinstance(value, _PRINTED):
        return ""
    text = " ".join(present(value).split())
    return text if len(text) <= _SAMPLE_CHARS_MAX else f"{text[:_SAMPLE_CHARS_MAX]}……"
