"""The names that the template of one paper may use, each with its shape."""

from collections.abc import Iterable
from types import MappingProxyType

from docgen.authoring.printed_names import printed_shape
from docgen.authoring.shapes import (
    ANYTHING,
    VALUE,
    Mapped,
    Several,
    Shape,
    entity_shape,
    fact_shape,
    shape_of,
)
from docgen.campaign.fact import Scope
from docgen.campaign.facts import FACTS
from docgen.campaign.feeds import AS_OF, CONTENT_HASH, aliases, all_names, declared_facts, fed, roots
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.kinds import Paper
from docgen.records.schema import Entity

IS_BLANK = "is_blank"
ISSUED = "issued"
_OF_ISSUE = Mapped(
    MappingProxyType({"doc_no": VALUE, "date": VALUE}), words={"doc_no": "文号", "date": "成文日期"}
)
_ITEM = "item"


def names_for(paper: Paper) -> dict[str, Shape]:
    """Every root name of the paper's template. Raises UnknownFeed."""
    scope = scope_of(paper)
    seen = fed(paper.feeds, scope)
    shapes = {name: root_shape(name, scope, allowed) for name, allowed in seen.items()}
    names = {name: shapes[root] for name, root in aliases(frozenset(seen), scope)}
    names["facts"] = _facts(paper.facts, scope)
    names[IS_BLANK] = VALUE
    names[ISSUED] = _OF_ISSUE
    if paper.scope == "paper" and paper.items is not None:
        names[paper.items.name] = printed_shape()
    elif paper.items is not None:
        names[paper.items.name] = names[_ITEM] = _item(paper.items.of, scope)
    if AS_OF in paper.feeds:
        names[AS_OF] = VALUE
    return names


def scope_of(paper: Paper) -> Scope:
    """Whose names the paper sees."""
    return "branch" if paper.scope == "branch" else "committee"


def undeclared(name: str, paper: Paper) -> bool:
    """Whether the records have a root of this name that the paper's manifest does not declare."""
    return name in all_names(scope_of(paper))


def undeclared_fact(name: str, paper: Paper) -> bool:
    """Whether there is a fact of this name that the paper's manifest does not declare."""
    return any(name in (fact.name, fact.title) for fact in FACTS[scope_of(paper)].values())


def root_shape(name: str, scope: Scope, allowed: frozenset[str] | None = None) -> Shape:
    """What a root name leads to; of a depth-two feed only the fields `allowed`."""
    root = roots(scope)[name]
    if name == "branches":
        return Several(entity_shape(BranchRecord, allowed))
    if root.field == "texts":
        return ANYTHING
    record = BranchRecord if root.of_branch else CommitteeRecord
    if root.holds is not None:
        return entity_shape(root.holds, allowed)
    return shape_of(record.model_fields[root.field].annotation)


def _facts(declared: Iterable[str], scope: Scope) -> Shape:
    named: dict[str, Shape] = {CONTENT_HASH: VALUE} if CONTENT_HASH in declared else {}
    for fact in declared_facts(declared, scope):
        named[fact.name] = named[fact.title] = fact_shape(fact)
    return Mapped(MappingProxyType(named))


def item_entity(paper: Paper) -> type[Entity] | None:
    """What the one thing is that the paper is about; None for a paper that is about no such thing."""
    shape = _item(paper.items.of, scope_of(paper)) if paper.items is not None else ANYTHING
    return shape.entity if isinstance(shape, Mapped) else None


def _item(path: str, scope: Scope) -> Shape:
    first, *rest = path.split(".")
    shape = root_shape(first, scope) if first in roots(scope) else ANYTHING
    for step in rest:
        shape = (shape.names or {}).get(step, ANYTHING)
    return shape.item
