"""Rules: what the records owe, one requirement a file in `rules/`, found by being there.

A rule yields hits; the runner (judge.py) adds code and place, and lowers the severity until the state
`due` is reached. The docstring of a rule is its page in the manual, so it is in Chinese.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import getdoc
from typing import Literal, TypeVar

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.subject import parts_wanted
from docgen.findings import Finding, Severity

Scope = Literal["branch", "committee", "office"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken. `remedy` when the rule's own is too general.

    `branch` is the record that has the field, where a rule of the office finds a fault in a branch's file.
    """

    field: str
    message: str
    remedy: str = ""
    branch: BranchRecord | None = None


Check = Callable[..., Iterator[Hit]]
C = TypeVar("C", bound=Check)


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `due` is the state from which it counts in full; None: always."""

    code: str
    due: str | None
    severity: Severity
    remedy: str
    scope: Scope
    check: Check
    wanted: tuple[str, ...]

    @property
    def page(self) -> str:
        """The rule's page in the manual."""
        return getdoc(self.check) or ""


@dataclass(frozen=True, slots=True)
class FileFault:
    """A fault of the list of record files, found while they are loaded: it has a page, but no check."""

    code: str
    severity: Severity
    remedy: str
    page: str


_rules: list[Rule] = []
_file_faults: list[FileFault] = []


def rule(
    code: str, *, severity: Severity, remedy: str, due: str | None = None, scope: Scope = "branch"
) -> Callable[[C], C]:
    """The function is a check of the rule `code`.

    It is asked about each branch (`branch`), about the committee's record (`committee`), or about both
    together (`office`), and names as parameters what it wants: branch, campaign, committee, office, as_of.
    """

    def register(check: C) -> C:
        _rules.append(Rule(code, due, severity, remedy, scope, check, parts_wanted(check)))
        return check

    return register


W = TypeVar("W", bound=Callable[..., str])


def file_fault(code: str, *, severity: Severity, remedy: str) -> Callable[[W], Callable[..., Finding]]:
    """The function words the fault `code`; called with `file`, `field` and so on it gives the finding."""

    def register(word: W) -> Callable[..., Finding]:
        _file_faults.append(FileFault(code, severity, remedy, getdoc(word) or ""))

        def made(
            *values: str, file: str, line: int = 0, column: int = 0, field: str = "", label: str = ""
        ) -> Finding:
            return Finding(code, severity, word(*values), remedy, file, line, column, field, label)

        made.__doc__ = word.__doc__
        return made

    return register


def registered_rules() -> tuple[Rule, ...]:
    """The rules by code, as far as their modules have been imported (rules/ imports all)."""
    return tuple(sorted(_rules, key=lambda rule: (_sort_key(rule.code), rule.check.__name__)))


def registered_file_faults() -> tuple[FileFault, ...]:
    """The faults of the file list by code."""
    return tuple(sorted(_file_faults, key=lambda fault: _sort_key(fault.code)))


def _sort_key(code: str) -> tuple[str, int]:
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :] or 0)


def nearest(text: str, known: list[str]) -> str:
    """The known word most like this one, or "". 0.5: two characters with one wrong score exactly that."""
    found = get_close_matches(text, known, n=1, cutoff=0.5)
    return found[0] if found else ""
