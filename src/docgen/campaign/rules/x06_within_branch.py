"""X06 支部记录内部的编号都指得到：活动、问题、原因、实事、公示."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.references import Pointer, pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_WHAT = {
    "activity": "查找活动",
    "problem": "问题",
    "cause": "原因",
    "deed": "实事",
    "notice": "公示",
}
_AGREED = "agreement.problems"  # they are all the dossiers: R39


@rule("X06", severity=Severity.ERROR, remedy="改成已有的编号，或者补上这个编号的内容")
def ids_lead_somewhere(branch: BranchRecord) -> Iterator[Hit]:
    """问题的“来源”、措施的“针对原因”、承诺和实事的“对应问题”等，写的编号要在本记录里找得到。

    原因在同一个问题里找，其余在整个支部记录里找。

    正确::

        deeds: [{id: S1, title: 修缮走廊, problem: W1}]

    错误::

        deeds: [{id: S1, title: 修缮走廊, problem: W9}]
    """
    ids = {
        "activity": _ids(branch.diagnosis.activities),
        "problem": _ids(branch.problems),
        "deed": _ids(branch.deeds),
        "notice": _ids(branch.publicity.notices),
    }
    told: set[str] = set()
    for pointer in pointers(branch):
        if pointer.to in _WHAT and not pointer.field.startswith(_AGREED) and pointer.to not in told:
            known = _known(pointer, ids)
            yield from _dangling(pointer, known)
            if not known:
                told.add(pointer.to)  # that there is no list at all is one fault


def _ids(entities: Iterable[Entity]) -> list[str]:
    return [entity_id for entity in entities if (entity_id := getattr(entity, "id", ""))]


def _known(pointer: Pointer, ids: Mapping[str, list[str]]) -> list[str]:
    problem = pointer.parent(Problem)
    if pointer.to == "cause" and isinstance(problem, Problem):
        return _ids(problem.causes)
    return ids.get(pointer.to, [])


def _dangling(pointer: Pointer, known: list[str]) -> Iterator[Hit]:
    if pointer.text in known or len(known) > len(set(known)):
        return  # an id that is there twice (R10, X07) may be the very one that is lacking
    what = _WHAT[pointer.to]
    has = f"已有的是 {'、'.join(known)}" if known else f"还没有写任何{what}"
    near = nearest(pointer.text, known) if len(known) > 1 else "".join(known)
    remedy = f"是否想写“{near}”？没有的话，补上编号为“{pointer.text}”的{what}" if near else ""
    yield Hit(pointer.field, f"没有编号为“{pointer.text}”的{what}，{has}", remedy)
