"""What the document and its pages say of one paper, told once.

The document knows the paragraph, the page the place: a deviation that both have found keeps both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.inspect.deviation import Deviation

# A fault of the page set-up moves everything that is measured from it: the cause is told, not its
# consequences. The key is what the document itself is found to have.
_CONSEQUENCES: dict[str, frozenset[str]] = {}
_ALIKE_CHARS = 4


def merged(in_document: Sequence[Deviation], on_pages: Sequence[Deviation]) -> list[Deviation]:
    """Every deviation once, in the order of the paper."""
    causes = {one.rule.code for one in in_document}
    muted = frozenset[str]().union(*(_CONSEQUENCES.get(code, frozenset()) for code in causes))
    seen = [one for one in on_pages if one.rule.code not in muted]
    told: list[Deviation] = []
    for one in in_document:
        twin = next((other for other in seen if _is_same(one, other)), None)
        if twin is not None:
            seen.remove(twin)
            one = replace(one, page=one.page or twin.page, box_mm=one.box_mm or twin.box_mm)
        told.append(one)
    return sorted(_once((*told, *seen)), key=_order)


def _is_same(one: Deviation, other: Deviation) -> bool:
    if one.rule.code != other.rule.code:
        return False
    ours, theirs = _plain(one.text), _plain(other.text)
    if not ours or not theirs:
        return True
    return ours.startswith(theirs[:_ALIKE_CHARS]) or theirs.startswith(ours[:_ALIKE_CHARS])


def _once(deviations: Iterable[Deviation]) -> list[Deviation]:
    found: dict[tuple[object, ...], Deviation] = {}
    for one in deviations:
        found.setdefault((one.rule.code, one.paragraph, one.page, one.message, one.text), one)
    return list(found.values())


def _plain(text: str) -> str:
    return "".join(text.split())


def _order(one: Deviation) -> tuple[int, int, int, str]:
    return one.weight.severity, one.paragraph or 10**6, one.page or 10**6, one.rule.code
