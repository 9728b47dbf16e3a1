"""What is known of a value before it is there: which names it offers, and what they lead to.

Learnt from the models and from the types of the facts, so that a template can be judged without records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from docgen.campaign.fact import Fact, Row
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.names import fields_by_name
from docgen.campaign.views import branch_roots
from docgen.records.schema import Entity


class Shape:
    """Something of which nothing is known: every name may be asked of it."""

    @property
    def names(self) -> Mapping[str, "Shape"] | None:
        """The names that it offers; None where any may be right."""
        return None

    @property
    def item(self) -> "Shape":
        """What a loop over it gives."""
        return ANYTHING


ANYTHING = Shape()


@dataclass(frozen=True, eq=False)
class Mapped(Shape):
    """Something with names, such as an entity of the record or a row of a fact."""

    members: Mapping[str, Shape]
    entity: type[Entity] | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # Chinese names where there is no entity

    @property
    def names(self) -> Mapping[str, Shape] | None:
        return self.members


@dataclass(frozen=True, eq=False)
class Several(Shape):
    """A list."""

    each: Shape

    @property
    def item(self) -> Shape:
        return self.each


class Value(Shape):
    """A text, a number or a day: printed as it is. What Python's own types offer is not judged."""


VALUE = Value()


def shape_of(annotation: Any, roots: frozenset[str] | None = None) -> Shape:
    """The shape of values of this type; of branch records only `roots` may be seen (None: all)."""
    kind = get_origin(annotation)
    if kind is Annotated:
        return shape_of(get_args(annotation)[0], roots)
    if kind in (Union, UnionType):
        several = [one for one in get_args(annotation) if one is not NoneType]
        return shape_of(several[0], roots) if len(several) == 1 else ANYTHING
    if kind in (tuple, list):
        inner = get_args(annotation)
        return Several(shape_of(inner[0], roots)) if inner else ANYTHING
    if not isinstance(annotation, type) or issubclass(annotation, dict):
        return ANYTHING
    if issubclass(annotation, BranchRecord):
        return entity_shape(annotation, roots)
    if issubclass(annotation, Entity):
        return entity_shape(annotation)
    return _row_shape(annotation, roots) if issubclass(annotation, Row) else VALUE  # type: ignore[arg-type]  # classes are hashable


@cache
def entity_shape(entity: type[Entity], allowed: frozenset[str] | None = None) -> Shape:
    """The shape of an entity of which only the fields `allowed` may be named (None: all)."""
    shapes = {
        field: ANYTHING if field == "texts" else shape_of(info.annotation)
        for field, info in entity.model_fields.items()
        if allowed is None or field in allowed
    }
    named = {name: shapes[field] for name, field in fields_by_name(entity).items() if field in shapes}
    return Mapped(MappingProxyType(named), entity)


@cache
def _row_shape(row: type, roots: frozenset[str] | None) -> Shape:
    hints = get_type_hints(row)
    named: dict[str, Shape] = {}
    if is_dataclass(row):
        named |= {one.name: shape_of(hints.get(one.name), roots) for one in fields(row)}
    for kind in reversed(row.__mro__):
        for name, member in vars(kind).items():
            if isinstance(member, property) and member.fget is not None:
                named[name] = shape_of(get_type_hints(member.fget).get("return"), roots)
            elif callable(member) and not name.startswith("_"):
                named[name] = ANYTHING
    return Mapped(
        MappingProxyType({name: shape for name, shape in named.items() if not name.startswith("_")})
    )


@cache
def fact_shape(fact: Fact) -> Shape:
    """The shape of what a fact gives."""
    return shape_of(get_type_hints(fact.compute).get("return"), branch_roots(fact.reads))
