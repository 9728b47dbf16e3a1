"""Feeds: the root keys of the records that a paper is made from, as its manifest declares them.

In papers of a branch the names are those of the branch's record, then of the committee's, whose own
`publicity` and `texts` are called `committee_publicity` and `committee_texts`. In papers of the
committee they are the committee's, and `branches` are the branches' records. `plan.title` feeds one
field of `plan`, `branches.final` one root key of every branch.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from docgen.campaign.fact import Fact, Scope
from docgen.campaign.facts import FACTS
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import fields_by_name, names_of
from docgen.errors import DocgenError
from docgen.records.schema import Entity

AS_OF = "as_of"
CONTENT_HASH = "content_hash"
_BRANCHES_LABELS = ("党支部", "支部")


class UnknownFeed(DocgenError):
    """A manifest declares a root key or a fact that does not exist."""

    def __init__(self, name: str, known: Iterable[str], what: str) -> None:
        near = get_close_matches(name, list(known), n=1, cutoff=0.5)
        remedy = f"是否想写“{near[0]}”" if near else f"在 kind.yaml 的 {what} 里改正或删去它"
        super().__init__(f"kind.yaml 的 {what} 里写的“{name}”不存在", remedy)


@dataclass(frozen=True, slots=True)
class Root:
    """One root name: whose field it is, and the other names that templates may use for it."""

    name: str
    of_branch: bool
    field: str
    names: tuple[str, ...]
    holds: type[Entity] | None  # what a path of depth two may go into


@cache
def roots(scope: Scope) -> Mapping[str, Root]:
    """All root names of the scope. Of two fields with one label, the branch's has it."""
    if scope == "committee":
        found = [_root("", CommitteeRecord, f) for f in CommitteeRecord.model_fields if _is_fed(f)]
        found = [root for root in found if root.name != "branches"]
        found.append(Root("branches", True, "", ("branches", *_BRANCHES_LABELS), BranchRecord))
        return MappingProxyType({root.name: root for root in found})
    own = [_root("", BranchRecord, f) for f in BranchRecord.model_fields if _is_fed(f)]
    taken = {root.name for root in own}
    committee = [
        _root("committee_" if field in taken else "", CommitteeRecord, field)
        for field in CommitteeRecord.model_fields
        if _is_fed(field) and field != "branches"
    ]
    return MappingProxyType({root.name: root for root in (*own, *committee)})


def _is_fed(field: str) -> bool:
    return field != "schema_"


def _root(prefix: str, record: type[Entity], field: str) -> Root:
    info = record.model_fields[field]
    names = (prefix + field,) if prefix else tuple(names_of(field, info))
    return Root(prefix + field, record is BranchRecord, field, names, _entity_in(info.annotation))


def _entity_in(annotation: object) -> type[Entity] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, Entity) else None


@cache
def all_names(scope: Scope) -> Mapping[str, Root]:
    """Every name that a template may use for a root; English names come before labels."""
    table = dict(roots(scope))
    for root in roots(scope).values():
        for name in root.names:
            table.setdefault(name, root)
    return MappingProxyType(table)


@cache
def aliases(fed_roots: frozenset[str], scope: Scope) -> tuple[tuple[str, str], ...]:
    """Every name that stands for one of these roots, with the root."""
    return tuple((name, root.name) for name, root in all_names(scope).items() if root.name in fed_roots)


def fed(feeds: Iterable[str], scope: Scope) -> dict[str, frozenset[str] | None]:
    """The roots that are fed, with the fields of each that may be seen (None: all). Raises UnknownFeed."""
    seen: dict[str, frozenset[str] | None] = {}
    for path in feeds:
        if path == AS_OF:
            continue
        name, _, part = path.partition(".")
        root = _known_root(name, path, scope)
        if not part:
            seen[name] = None
        elif seen.get(name, frozenset()) is not None:
            seen[name] = (seen.get(name) or frozenset()) | {_known_part(root, part, path)}
    return seen


def _known_root(name: str, path: str, scope: Scope) -> Root:
    root = roots(scope).get(name)
    if root is None:
        raise UnknownFeed(path, [*roots(scope), AS_OF], "feeds")
    return root


def _known_part(root: Root, part: str, path: str) -> str:
    fields = fields_by_name(root.holds) if root.holds else {}
    if part not in fields:
        raise UnknownFeed(path, [f"{root.name}.{name}" for name in fields], "feeds")
    return fields[part]


def declared_facts(names: Iterable[str], scope: Scope) -> tuple[Fact, ...]:
    """The facts with these names; `content_hash` is none of them, it is a paper's own. Raises UnknownFeed."""
    known = FACTS[scope]
    wanted = [name for name in names if name != CONTENT_HASH]
    for name in wanted:
        if name not in known:
            raise UnknownFeed(name, [*known, CONTENT_HASH], "facts")
    return tuple(known[name] for name in wanted)


def feeding_paths(feeds: Iterable[str], facts: Iterable[str], scope: Scope) -> tuple[str, ...]:
    """All paths on which the paper depends, through its facts too, sorted."""
    through_facts = (path for fact in declared_facts(facts, scope) for path in fact.reads)
    return tuple(sorted({*feeds, *through_facts}))
