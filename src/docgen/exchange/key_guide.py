"""What the clerk is told of a key: how it is filled in, since when it is owed, which papers need it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from docgen.campaign.fact import Scope
from docgen.campaign.feeds import AS_OF, UnknownFeed, feeding_paths, roots
from docgen.campaign.state_names import STATE_NAMES
from docgen.kinds import Paper
from docgen.records.schema import Entity, Reference
from docgen.records.shape import Many, Named, Part, Single, Slot, shape_of
from docgen.text.present import present

_POINTS_AT = {
    "person": "与“人员”名单逐字一致",
    "branch": "党支部编号",
    "branch or committee": "党支部或党委的编号",
    "department": "“部门”名单里的名称",
    "grade": "“档次序列”里的档次",
    "activity": "查找活动的编号",
    "problem": "问题的编号",
    "cause": "原因的编号",
    "deed": "实事的编号",
    "notice": "公示的编号",
}
_FORMS = {
    "doc_no": "发文字号，年份用〔〕",
    "clock": "时刻，如 14:30",
    "phone": "加英文引号",
    "id": "用字母、数字和短横",
    "body": "一段文字",
}
_TYPES: dict[type, str] = {
    date: "日期，如 2012-06-05",
    bool: "是 或 否",
    int: "整数",
    Decimal: "数字，不带单位",
}
_EXAMPLE_MAX = 20
_ENTRIES_SHOWN = 2


def how(entity: type[Entity], slot: Slot) -> str:
    """How the value is written; "" where the label says it all."""
    kind = slot.kind
    if isinstance(kind, Many):
        if isinstance(kind.item, Part):
            return "一项一段，再添一项就照抄一段"
        return _joined(_single(entity, slot, kind.item), "可写几个：[甲, 乙]")
    if isinstance(kind, Named):
        return "写成 {名称: 内容}"
    return _single(entity, slot, kind)


def since(slot: Slot) -> str:
    """From which step on the key is owed."""
    if slot.required:
        return "必填"
    return f"到“{STATE_NAMES[slot.due]}”（{slot.due}）必填" if slot.due else "选填"


def default_of(entity: type[Entity], slot: Slot) -> str:
    """What holds while nothing is filled in, or ""."""
    value = entity.model_fields[slot.name].default
    plain = isinstance(value, (bool, int, tuple)) and value != ()
    return f"不填按 {present(value)}" if plain else ""


def _single(entity: type[Entity], slot: Slot, kind: object) -> str:
    if not isinstance(kind, Single):
        return ""
    if kind.options:
        return f"{'、'.join(kind.options.words)}{'，或其他' if kind.options.open else ' 选一'}"
    if kind.share:
        return "比例，写小数，如 0.3"
    target = reference_of(entity, slot.name)
    return _POINTS_AT.get(target) or _FORMS.get(kind.form) or _TYPES.get(kind.type, "")


def _joined(*parts: str) -> str:
    return "，".join(filter(None, parts))


@cache
def reference_of(entity: type[Entity], name: str) -> str:
    """What the text of a field points at, or ""."""
    info = entity.model_fields[name]
    found = next((one.to for one in info.metadata if isinstance(one, Reference)), "")
    return found or _pointed_at(info.annotation)


def _pointed_at(annotation: Any) -> str:
    if get_origin(annotation) is Annotated:
        return next((one.to for one in get_args(annotation) if isinstance(one, Reference)), "")
    return next(filter(None, map(_pointed_at, get_args(annotation))), "")


@dataclass(frozen=True, slots=True)
class Uses:
    """Which papers are made from which keys: their codes, by key path without indexes."""

    of_branch: Mapping[str, tuple[str, ...]]
    of_committee: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> "Uses":
        """The uses that the papers' manifests declare."""
        found: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}
        for paper in papers:
            for of_branch, path in _paths(paper):
                codes = found[of_branch].setdefault(path, [])
                codes += [paper.code] if paper.code not in codes else []
        branch, committee = (
            {path: tuple(codes) for path, codes in found[key].items()} for key in (True, False)
        )
        return cls(branch, committee)

    def papers(self, path: str, *, of_branch: bool) -> list[str]:
        """The codes of the papers that need the key, or something below it."""
        table = self.of_branch if of_branch else self.of_committee
        near = (codes for known, codes in table.items() if _touches(known, path))
        return sorted({code for codes in near for code in codes})


def _frozen(codes: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {path: tuple(found) for path, found in codes.items()}


def _touches(known: str, path: str) -> bool:
    return known in ("", path) or path.startswith(f"{known}.") or known.startswith(f"{path}.")


def _paths(paper: Paper) -> Iterator[tuple[bool, str]]:
    scope: Scope = "committee" if paper.scope == "committee" else "branch"
    table = roots(scope)
    try:
        paths = feeding_paths(paper.feeds, paper.facts, scope)
    except UnknownFeed:
        return  # what is wrong with the manifest is told when papers are made
    for path in paths:
        name, _, rest = path.partition(".")
        root = table.get(name)
        if path != AS_OF and root is not None:
            yield root.of_branch, ".".join(filter(None, (root.field, rest)))


def examples(records: Iterable[Entity]) -> dict[str, str]:
    """For every key path without indexes the first value that one of the records has there."""
    found: dict[str, str] = {}
    for record in records:
        for path, text in _values(record, ""):
            found.setdefault(path, text)
    return found


def _values(entity: Entity, prefix: str) -> Iterator[tuple[str, str]]:
    for slot in shape_of(type(entity)).slots:
        if slot.name not in entity.model_fields_set:
            continue
        value, path = getattr(entity, slot.name), f"{prefix}{slot.key}"
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entity):
                yield from _values(one, f"{path}.")
            elif isinstance(one, dict):
                yield from _named(path, one)
            else:
                yield path, _clipped(one.isoformat() if isinstance(one, date) else present(one))


def _named(path: str, entries: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The first entries of a mapping with keys of the record's own; texts of papers are no example."""
    plain = {key: one for key, one in entries.items() if not isinstance(one, dict)}
    if plain:
        shown = [f"{key}: {present(one)}" for key, one in list(plain.items())[:_ENTRIES_SHOWN]]
        yield path, f"{{{', '.join([*shown, '…'] if len(plain) > len(shown) else shown)}}}"


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXAMPLE_MAX else f"{line[:_EXAMPLE_MAX]}…"
