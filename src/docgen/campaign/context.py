"""What a template may name: the views of the feeds and facts that its manifest declares, no more."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from docgen.campaign.fact import Scope
from docgen.campaign.feeds import AS_OF, CONTENT_HASH, aliases, declared_facts, fed, feeding_paths, roots
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.subject import NO_BRANCH, Subject
from docgen.campaign.views import FactsView, TextsView, View, view
from docgen.records.schema import Entity

_SIGNING = ("signed_on", "place")  # of the agreement: known only after the text is settled (J31)


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
        names[item[0]] = names["item"] = View(item[1])
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

    Of `people`, only those whose names occur in the other values.
    """
    scope: Scope = "committee" if branch is None else "branch"
    paths = feeding_paths(feeds, facts, scope)
    values = {
        name: _json(name, allowed, office, branch, scope) for name, allowed in fed(paths, scope).items()
    }
    if "people" in values:
        values["people"] = _people_in([text for name, text in values.items() if name != "people"], office)
    if item:
        values["item"] = _dump(item[1])
    if AS_OF in paths:
        values[AS_OF] = json.dumps(as_of and as_of.isoformat())
    return "{" + ",".join(f'"{name}":{text}' for name, text in sorted(values.items())) + "}"


def _value(name: str, office: Office, branch: BranchRecord | None, scope: Scope) -> object:
    root = roots(scope)[name]
    if name == "branches":
        return office.branches
    return getattr(branch if root.of_branch else office.committee, root.field)


def _root_view(
    name: str, office: Office, branch: BranchRecord | None, allowed: frozenset[str] | None, scope: Scope
) -> object:
    key = ("view", name, allowed, id(branch))
    if key not in office.memory:
        value = _value(name, office, branch, scope)
        if roots(scope)[name].field == "texts":
            seen: object = TextsView(value)  # type: ignore[arg-type]
        else:
            seen = View(value, allowed) if isinstance(value, Entity) else view(value, allowed)
        # The branch is kept beside the view: while it lives, nothing else can have its id.
        office.memory[key] = (seen, branch)
    return office.memory[key][0]


def _json(
    name: str, allowed: frozenset[str] | None, office: Office, branch: BranchRecord | None, scope: Scope
) -> str:
    key = ("json", name, allowed, id(branch))
    if key not in office.memory:
        office.memory[key] = (_dump(_value(name, office, branch, scope), allowed), branch)
    text: str = office.memory[key][0]
    return text


def _people_in(texts: Iterable[str], office: Office) -> str:
    names = frozenset().union(*(_names_in(text, office) for text in texts))
    return _dump(tuple(person for person in office.committee.people if person.name in names))


def _names_in(text: str, office: Office) -> frozenset[str]:
    key = ("names", text)
    if key not in office.memory:
        office.memory[key] = (frozenset(name for name in office.people if name in text),)
    names: frozenset[str] = office.memory[key][0]
    return names


def _dump(value: object, allowed: frozenset[str] | None = None) -> str:
    return json.dumps(_plain(value, allowed), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object, allowed: frozenset[str] | None = None) -> object:
    if isinstance(value, Entity):
        return value.model_dump(mode="json", exclude_defaults=True, include=set(allowed) if allowed else None)
    if isinstance(value, tuple):
        return [_plain(one, allowed) for one in value]
    return value


def _content_hash(
    feeds: tuple[str, ...],
    facts: tuple[str, ...],
    office: Office,
    branch: BranchRecord | None,
    item: tuple[str, Entity] | None,
) -> str:
    values = json.loads(values_of(feeds, facts, office, branch=branch, item=item))
    agreement = values.get("agreement", {})
    for field in _SIGNING:
        agreement.pop(field, None)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
