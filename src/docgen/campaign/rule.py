"""Rules: what the records owe, one requirement a file in `rules/`, found by being there.

A rule yields hits; the runner (judge.py) adds code and place, and lowers the severity until the state
`due` is reached. The docstring of a rule is its page in the manual, so it is in Chinese.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import getdoc
from typing import Literal, TypeVar

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.subject import parts_wanted
from docgen.findings import Severity

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
    seed: str = ""  # the words of the guidance that demand it

    @property
    def page(self) -> str:
        """The rule's page in the manual."""
        return getdoc(self.check) or ""

    @property
    def title(self) -> str:
        """The requirement in one line, from the head of its file: “R9 每个支部…至少两项 (part two)”."""
        head = (getdoc(sys.modules[self.check.__module__]) or "").partition("\n")[0]
        words = head.removeprefix(self.code).partition(" (")[0].strip().rstrip(".。")
        return words or self.page.partition("\n")[0].rstrip("。")


@dataclass(frozen=True, slots=True)
class PageOnly:
    """A fault that is found while the records are loaded: it has a page, but no check."""

    code: str
    severity: Severity
    remedy: str
    page: str


_rules: list[Rule] = []
_pages: list[PageOnly] = []


def rule(
    code: str,
    *,
    severity: Severity,
    remedy: str,
    due: str | None = None,
    scope: Scope = "branch",
    seed: str = "",
) -> Callable[[C], C]:
    """The function is a check of the rule `code`; `seed` quotes the words of the guidance that demand it.

    It is asked about each branch (`branch`), about the committee's record (`committee`), or about both
    together (`office`), and names as parameters what it wants: branch, campaign, committee, office, as_of.
    """

    def register(check: C) -> C:
        _rules.append(Rule(code, due, severity, remedy, scope, check, parts_wanted(check), seed))
        return check

    return register


def page_only(code: str, *, severity: Severity, remedy: str, page: str) -> None:
    """The manual has a page for a fault that no check finds, because it shows while loading."""
    _pages.append(PageOnly(code, severity, remedy, page))


def registered_rules() -> tuple[Rule, ...]:
    """The rules by code, as far as their modules have been imported (rules/ imports all)."""
    return tuple(sorted(_rules, key=lambda rule: (_sort_key(rule.code), rule.check.__name__)))


def registered_pages() -> tuple[PageOnly, ...]:
    """The faults without a check, by code."""
    return tuple(sorted(_pages, key=lambda page: _sort_key(page.code)))


def _sort_key(code: str) -> tuple[str, int]:
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :] or 0)


def nearest(text: str, known: list[str]) -> str:
    """The known word most like this one, or "". 0.5: two characters with one wrong score exactly that."""
    found = get_close_matches(text, known, n=1, cutoff=0.5)
    return found[0] if found else ""
