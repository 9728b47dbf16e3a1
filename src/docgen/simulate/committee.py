"""The committee's record of a simulated office: the sample's, with what follows from its branches."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from docgen.simulate.branch import Made
from docgen.simulate.family import Family, Words
from docgen.simulate.pattern import Pattern
from docgen.text.numerals import cn_number

Tree = dict[str, Any]


class _Dumper(getattr(yaml, "CBaseDumper", yaml.BaseDumper)):  # type: ignore[misc]  # one of two by the system
    """Everything is text, as our loader reads it: days and numbers stand without quotation marks."""

    def ignore_aliases(self, _data: Any) -> bool:
        """What is said twice is written twice."""
        return True


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text))
_Dumper.add_representer(
    dict, lambda dumper, tree: dumper.represent_mapping("tag:yaml.org,2002:map", tree, False)
)
_Dumper.add_representer(
    list,
    lambda dumper, items: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, all(isinstance(item, str) for item in items)
    ),
)


def read(text: str) -> Tree:
    """The sample's record as plain texts, lists and mappings."""
    tree: Tree = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506  # texts only
    return tree


def written(tree: Tree) -> str:
    """The record's text."""
    return str(yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000))


def full_marks(sample: Tree) -> dict[str, float]:
    """The most that each line of the two score sheets gives."""
    campaign = sample["campaign"]
    lines = [*campaign["rubric"]["indicators"], *campaign["midterm_rubric"]]
    return {line["key"]: float(line["full"]) for line in lines}


def numbers_used(node: Any) -> Iterator[str]:
    """The document numbers in the record."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "doc_no" and isinstance(value, str):
                yield value
            else:
                yield from numbers_used(value)
    elif isinstance(node, list):
        for item in node:
            yield from numbers_used(item)


def committee(
    sample: Tree, families: Sequence[Family], made: Sequence[Made], words: Words, patterns: Sequence[Pattern]
) -> Tree:
    """The record for these branches, in the order in which they were made."""
    tree: Tree = _Growth(families, words, frozenset(pattern.id for pattern in patterns)).of(sample)
    tree["branches"] = [f"branch-{one.id}.yaml" for one in made]
    for inspection in tree["inspections"]:
        inspection["branches"] = inspection["branches"] or [one.id for one in made]
    _add_up(tree, made)
    _pledge(tree, [pattern for family in families for pattern in family.patterns])
    return tree


class _Growth:
    """What the sample says of its branches, said of all families."""

    def __init__(self, families: Sequence[Family], words: Words, known: frozenset[str]) -> None:
        self._families = families
        self._words = words
        self._known = known
        self._first = families[0]
        total = sum(len(family.patterns) for family in families)
        self._count = (f"{cn_number(len(known))}个", f"{total}个")

    def of(self, node: Any) -> Any:
        if isinstance(node, dict):
            return {key: self.of(value) for key, value in node.items()}
        if isinstance(node, list):
            return [grown for item in node for grown in self._item(item)]
        return self._said(node, self._first)

    def _item(self, item: Any) -> list[Any]:
        branch = item if isinstance(item, str) else _branch_of(item) if isinstance(item, dict) else ""
        if branch not in self._known:
            return [self.of(item)]
        having = (one for one in self._families if any(p.id == branch for p in one.patterns))
        return [self._of_family(item, family) for family in having]

    def _of_family(self, node: Any, family: Family) -> Any:
        if isinstance(node, dict):
            return {key: self._of_family(value, family) for key, value in node.items()}
        if isinstance(node, list):
            return [self._of_family(item, family) for item in node]
        return self._words.replaced(node, family.words)

    def _said(self, text: str, family: Family) -> str:
        return self._words.replaced(text, family.words).replace(*self._count)


def _branch_of(item: Tree) -> str:
    """The branch that an entry is about."""
    return next((item[key] for key in ("branch", "org", "owner") if key in item), "")


def _add_up(tree: Tree, made: Sequence[Made]) -> None:
    sums: Counter[str] = Counter()
    for one in made:
        sums.update(one.counts)
    formal, probationary = sums["branch.members.formal"], sums["branch.members.probationary"]
    totals = {"branches": len(made), "formal_members": formal, "probationary_members": probationary}
    tree["committee"]["totals"] = {key: str(value) for key, value in totals.items()}
    tree["publicity"]["survey"] |= {
        "sample": str(sums["publicity.awareness.sample"]),
        "aware": str(sums["publicity.awareness.aware"]),
        "members_total": str(formal + probationary),
        "participated": str(sums["publicity.awareness.participated"]),
    }
    meeting = tree["deployment_meeting"]
    people = 6 + 15 * len(made)
    meeting |= {"should": str(people), "present": str(people), "absent": []}


def _pledge(tree: Tree, patterns: Sequence[Pattern]) -> None:
    """The committee pledges what its branches pledged and reached."""
    base = Counter(pattern.values["baseline.grade"] for pattern in patterns)
    risen = Counter(p.values["baseline.grade"] for p in patterns if p.is_promoted)
    pledges = [one for one in tree["plan"]["ratio_pledges"] if base[one["from"]]]
    for pledge in pledges:
        pledge |= {"base": str(base[pledge["from"]]), "pledged": str(risen[pledge["from"]])}
    tree["plan"]["ratio_pledges"] = pledges
    goals = [
        f"{one['base']} 个{one['from']}党支部中不少于 {one['pledged']} 个成为{one['to']}党支部"
        for one in pledges
    ]
    tree["plan"]["overall_goal"] = f"年底前，{'；'.join(goals)}；立档问题销号率不低于 85%。"
    tree["overall_pledge"]["items"] = [f"{goal}。" for goal in goals] + [tree["overall_pledge"]["items"][-1]]
