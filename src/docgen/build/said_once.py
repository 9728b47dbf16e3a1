"""Every fault said once, though the loader, the rules and the list of what is owed may each have seen it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.findings import Finding, Severity

# The value was not taken over, so that a rule finds the field empty.
_REFUSED = frozenset({"K04", "K05", "K06", "K07", "K08", "K09", "K10", "K17", "K20", "K28"})
# A word such as “尽快” is no slip of the pen: it is what a requirement of a day forbids (R24).
_NOT_MET = frozenset({"K28"})
_Place = tuple[str, str]


def said_once(loaded: Iterable[Finding], judged: Iterable[Finding], owed: Iterable[Finding]) -> list[Finding]:
    """The findings of the loader, of the rules, and of what is owed, without those that repeat others.

    A refused value is the loader's alone: that the field is empty only follows from it. Words in the place
    of a day bear the code of the requirement that they do not meet, and the loader's words. What is owed
    goes unsaid where a rule says it as urgently of the same field, or of one within it.
    """
    loaded, judged = list(loaded), list(judged)
    refused = {_place(finding): finding for finding in loaded if finding.rule in _REFUSED}
    demanded = {_place(finding) for finding in judged if finding.severity is Severity.ERROR}
    spoken = [
        finding for finding in loaded if _place(finding) not in demanded or finding.rule not in _NOT_MET
    ]
    return [*spoken, *_in_loaders_words(judged, refused), *_unsaid(owed, judged)]


def _in_loaders_words(judged: Iterable[Finding], refused: dict[_Place, Finding]) -> Iterator[Finding]:
    for finding in judged:
        fault = refused.get(_place(finding))
        if fault is None:
            yield finding
        elif fault.rule in _NOT_MET and finding.severity is Severity.ERROR:
            yield replace(finding, message=fault.message, remedy=fault.remedy)


def _unsaid(owed: Iterable[Finding], judged: Iterable[Finding]) -> Iterator[Finding]:
    said: dict[_Place, Severity] = {}
    for finding in judged:
        for field in _with_parents(finding.field):
            place = (finding.file, field)
            said[place] = min(said.get(place, finding.severity), finding.severity)
    for finding in owed:
        urgency = said.get(_place(finding))
        if urgency is None or urgency > finding.severity:
            yield finding


def _place(finding: Finding) -> _Place:
    return finding.file, finding.field


def _with_parents(field: str) -> Iterator[str]:
    """a.b[0].c, a.b[0], a.b, a."""
    while field:
        yield field
        field = field[: max(field.rfind("."), field.rfind("["), 0)]
