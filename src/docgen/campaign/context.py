"""What a template may name: the views of the feeds and facts that its manifest declares, no more."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from docgen.campaign.fact import Scope, plain
from docgen.campaign.feeds import AS_OF, CONTENT_HASH, aliases, declared_facts, fed, feeding_paths, roots
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.subject import NO_BRANCH, Subject
from docgen.campaign.views import FactsView, TextsView, View, view
from docgen.records.schema import Entity

_SIGNING = frozenset({"signed_on", "place"})  # of the agreement: known only after the text is settled (J31)


def paper_context(
    feeds: Iterable[str],
    facts: Iterable[str],
    office: Office,
    *,
    branch: BranchRecord | None = None,
    item: tuple[str, Entity] | None = None,
    as_of: date | None = None,
) -> Mapping[str, object]:
    """The names of one paper: a branch's when there is a branch, else the committee's.

    `item` is the manifest's name for the one thing that the paper is about, and the thing; it is
    called `item` too. Raises UnknownFeed.
    """
    feeds, facts = tuple(feeds), tuple(facts)
    scope: Scope = "committee" if branch is None else "branch"
    seen = fed(feeds, scope)
    values = {name: _root_view(name, office, branch, seen[name], scope) for name in seen}
    names = {name: values[root] for name, root in aliases(frozenset(seen), scope)}
    subject = Subject(office, branch or NO_BRANCH, item[1] if item else None, as_of)
    hashed = {CONTENT_HASH: lambda: _content_hash(feeds, facts, office, branch, item)}
    names["facts"] = FactsView(declared_facts(facts, scope), subject, hashed if CONTENT_HASH in facts else {})
    if item:
        thing = item[1]
        names[item[0]] = names["item"] = office.remembered(("item", id(thing)), lambda: View(thing), thing)
    if AS_OF in feeds:
        names[AS_OF] = as_of
    return names


def values_of(
    feeds: Iterable[str],
    facts: Iterable[str],
    office: Office,
    *,
    branch: BranchRecord | None = None,
    item: tuple[str, Entity] | None = None,
    as_of: date | None = None,
) -> str:
    """All values that feed the paper as one canonical JSON text: equal text, equal paper.

    Facts of the committee feed by what they say, not by all that they read. Of `people`, only those
    whose names occur in the other values.
    """
    feeds, facts = tuple(feeds), tuple(facts)
    texts = _texts(feeds, facts, office, branch, item, as_of)
    scope: Scope = "committee" if branch is None else "branch"
    if AS_OF in feeding_paths(feeds, _by_reads(facts, scope), scope):
        texts[AS_OF] = json.dumps(as_of and as_of.isoformat())
    return _as_object(texts)


def _texts(
    feeds: tuple[str, ...],
    facts: tuple[str, ...],
    office: Office,
    branch: BranchRecord | None,
    item: tuple[str, Entity] | None,
    as_of: date | None = None,
) -> dict[str, str]:
    scope: Scope = "committee" if branch is None else "branch"
    seen = fed(feeding_paths(feeds, _by_reads(facts, scope), scope), scope)
    texts = {
        name: _json(name, allowed, office, branch, scope)
        for name, allowed in seen.items()
        if name != "people"
    }
    subject = Subject(office, branch or NO_BRANCH, item[1] if item else None, as_of)
    for fact in declared_facts(facts, scope):
        if fact.feeds_by_value:
            texts[f"facts.{fact.name}"] = _dump(plain(fact.of(subject)))
    if "people" in seen:
        texts["people"] = _people_in(texts.values(), office)
    if item:
        texts["item"] = _dump(item[1])
    return texts


def _by_reads(facts: tuple[str, ...], scope: Scope) -> list[str]:
    """The facts for which the papers depend on all keys that they read."""
    return [fact.name for fact in declared_facts(facts, scope) if not fact.feeds_by_value]


def _as_object(texts: Mapping[str, str]) -> str:
    return "{" + ",".join(f'"{name}":{text}' for name, text in sorted(texts.items())) + "}"


def _value(name: str, office: Office, branch: BranchRecord | None, scope: Scope) -> object:
    root = roots(scope)[name]
    if name == "branches":
        return office.branches
    return getattr(branch if root.of_branch else office.committee, root.field)


def _root_view(
    name: str, office: Office, branch: BranchRecord | None, allowed: frozenset[str] | None, scope: Scope
) -> object:
    root = roots(scope)[name]
    owner = branch if root.of_branch else None  # all branches share what is the committee's

    def seen() -> object:
        value = _value(name, office, branch, scope)
        if root.field == "texts":
            return TextsView(value)  # type: ignore[arg-type]
        return View(value, allowed) if isinstance(value, Entity) else view(value, allowed)

    return office.remembered(("view", name, allowed, id(owner)), seen, owner)


def _json(
    name: str, allowed: frozenset[str] | None, office: Office, branch: BranchRecord | None, scope: Scope
) -> str:
    owner = branch if roots(scope)[name].of_branch else None
    key = ("json", name, allowed, id(owner))
    text: str = office.remembered(key, lambda: _dump(_value(name, office, branch, scope), allowed), owner)
    return text


def _people_in(texts: Iterable[str], office: Office) -> str:
    names = frozenset().union(*(_names_in(text, office) for text in texts))
    return _dump(office.people.called(names))


def _names_in(text: str, office: Office) -> frozenset[str]:
    names: frozenset[str] = office.remembered(("names", text), lambda: office.people.named_in(text))
    return names


def _dump(value: object, allowed: frozenset[str] | None = None) -> str:
    if isinstance(value, Entity):
        return value.model_dump_json(exclude_defaults=True, include=set(allowed) if allowed else None)
    if isinstance(value, tuple):
        return "[" + ",".join(_dump(one, allowed) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _content_hash(
    feeds: tuple[str, ...],
    facts: tuple[str, ...],
    office: Office,
    branch: BranchRecord | None,
    item: tuple[str, Entity] | None,
) -> str:
    def computed() -> str:
        texts = _texts(feeds, facts, office, branch, item)
        if branch is not None and "agreement" in texts:
            settled = frozenset(type(branch.agreement).model_fields) - _SIGNING
            texts["agreement"] = _dump(branch.agreement, settled)
        return hashlib.sha256(_as_object(texts).encode()).hexdigest()[:12]

    thing = item[1] if item else None
    key = ("content hash", feeds, facts, id(branch), id(thing))
    hashed: str = office.remembered(key, computed, branch, thing)
    return hashed
