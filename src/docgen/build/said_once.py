"""Every fault said once, though the loader, the rules and the list of what is owed may each have seen it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.findings import Finding, Severity

# The value was not taken over, so that a rule finds the field empty.
_REFUSED = frozenset({"K04", "K05", "K06", "K07", "K08", "K09", "K10", "K17", "K20", "K28"})
# A word that a requirement does not allow, or that stands for a day (尽快, R24), is no slip of the pen.
_NOT_MET = frozenset({"K10", "K28"})
_SCORES_LACKING = "X09"  # of a sheet; a score that was refused is lacking
_NOT_MEASURED = ("R24", "K06")  # words for the number by which a target is measured
_Place = tuple[str, str]


def said_once(loaded: Iterable[Finding], judged: Iterable[Finding], owed: Iterable[Finding]) -> list[Finding]:
    """The findings of the loader, of the rules, and of what is owed, without those that repeat others.

    A refused value is the loader's alone: that the field is empty only follows from it. A word that is not
    among the allowed ones, or stands for a day, bears the code of the requirement that it does not meet, and
    the loader's words. What is owed goes unsaid where a rule says it as urgently of the same field, or of one
    within it.
    """
    loaded = list(loaded)
    refused = {_place(finding): finding for finding in loaded if finding.rule in _REFUSED}
    judged = [one for one in judged if one.rule != _SCORES_LACKING or not _holds_refused(one, refused)]
    owed = (one for one in owed if _place(one) not in refused)
    unmet = {_place(one) for one in judged if _is_unmet(one, refused.get(_place(one)))}
    spoken = [one for one in loaded if _place(one) not in unmet or one.rule not in _REFUSED]
    return [*spoken, *_in_loaders_words(judged, refused), *_unsaid(owed, judged)]


def _holds_refused(finding: Finding, refused: Iterable[_Place]) -> bool:
    within = f"{finding.field}."
    return any(file == finding.file and field.startswith(within) for file, field in refused)


def _is_unmet(finding: Finding, fault: Finding | None) -> bool:
    """Whether what the loader refused is what the requirement forbids."""
    if fault is None or finding.severity is not Severity.ERROR:
        return False
    return fault.rule in _NOT_MET or (finding.rule, fault.rule) == _NOT_MEASURED


def _in_loaders_words(judged: Iterable[Finding], refused: dict[_Place, Finding]) -> Iterator[Finding]:
    for finding in judged:
        fault = refused.get(_place(finding))
        if fault is None:
            yield finding
        elif _is_unmet(finding, fault):
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
