"""What the document and its pages say of one paper, told once.

The document knows the paragraph, the page the place: a deviation that both have found keeps both.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from docgen.inspect.deviation import Deviation

# The cause is told, not its consequences. A fault of the page set-up moves all that is measured on the pages;
# the rows' height and the letters' size move what stands below.
_SET_UP = frozenset({"P01", "P02", "P03", "P04"})
_SHOWN_BY_PAGES = _SET_UP | {"P05", "P06", "P07"}
_MEASURED = "PHBINLCM"  # families of rules that measure places
_NOT_MEASURED = frozenset({"P09", "H07", "B02", "B03", "B05", "B18"})
_BELOW = frozenset({"P06", "P07", "P08", "H04", "H06", "H10", "B01", "B19", "B21", "I01", "I03"})
_ON_PAGES = {
    "P05": _BELOW | {"H01", "B06", "B12", "B13", "B15", "B20"},
    "P06": _BELOW,
    "P07": frozenset({"P08", "I01", "B19"}),
    "B06": frozenset({"P07"}),
    "H01": frozenset({"H04", "H06"}),
    "H04": frozenset({"H06"}),
    "B01": frozenset({"B02", "B04"}),
    "N03": frozenset({"N01", "N02"}),
    "P09": frozenset({"N04", "P08", "B05", "B19"}),  # coloured text is no black ink
    "S06": frozenset({"H08", "H09"}),
}
_IN_DOCUMENT = {"S06": frozenset({"H08", "H09"})}
_DEFAULT_TYPE = "P05"
_ALIKE_CHARS = 4


def merged(in_document: Sequence[Deviation], on_pages: Sequence[Deviation]) -> list[Deviation]:
    """Every deviation once, in the order of the paper."""
    own = _without_repeats(in_document)
    # A PDF alone shows the set-up's faults itself; with a document its rules are silent on the pages.
    causes = {one.rule.code for one in own} | ({one.rule.code for one in on_pages} & _SHOWN_BY_PAGES)
    seen = [one for one in on_pages if one.rule.code in causes or not _follows(one.rule.code, causes)]
    told: list[Deviation] = []
    for one in own:
        twin = next((other for other in seen if _is_same(one, other)), None)
        if twin is not None:
            seen.remove(twin)
            one = replace(one, page=one.page or twin.page, box_mm=one.box_mm or twin.box_mm)
        told.append(one)
    return sorted(_once((*told, *seen)), key=_order)


def _follows(code: str, causes: AbstractSet[str]) -> bool:
    """Whether a deviation on the pages is but what one in the document leads to."""
    if causes & _SET_UP and code[0] in _MEASURED and code not in _NOT_MEASURED:
        return True
    return any(code in _ON_PAGES.get(cause, ()) for cause in causes)


def _without_repeats(in_document: Sequence[Deviation]) -> list[Deviation]:
    """What a wrong default type does to single elements is told once, as the default type's."""
    codes = {one.rule.code for one in in_document}
    muted = frozenset[str]().union(*(_IN_DOCUMENT.get(code, frozenset()) for code in codes))
    defaults = {(one.expected, one.found) for one in in_document if one.rule.code == _DEFAULT_TYPE}
    return [
        one
        for one in in_document
        if one.rule.code not in muted
        and (one.rule.code == _DEFAULT_TYPE or (one.expected, one.found) not in defaults)
    ]


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


def _order(one: Deviation) -> tuple[int, bool, int, int, str]:
    """The most urgent first; what concerns the whole paper before what has a place."""
    has_place = bool(one.paragraph or one.page)
    return one.weight.severity, has_place, one.paragraph or 10**6, one.page, one.rule.code
