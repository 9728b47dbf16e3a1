"""What can be wrong with a record file: one function a fault, one code a function.

A fault knows the wording and the remedy; where it happened is added by the loader.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ParamSpec

from docgen.findings import Severity

_SHOWN_CHARS = 30
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that does not know its place yet."""

    rule: str
    severity: Severity
    message: str
    remedy: str


CODES: dict[str, str] = {}
"""Every code of this package with its title; docs/codes.md shows the same table."""


def fault(
    code: str, severity: Severity, title: str, codes: dict[str, str] = CODES
) -> Callable[[Callable[P, tuple[str, str]]], Callable[P, Fault]]:
    """Make a fault of a function that words it: (message, remedy). A code of `codes` is given once."""
    if code in codes:
        raise ValueError(f"{code} is taken by {codes[code]}")
    codes[code] = title

    def made(word: Callable[P, tuple[str, str]]) -> Callable[P, Fault]:
        def build(*args: P.args, **kwargs: P.kwargs) -> Fault:
            return Fault(code, severity, *word(*args, **kwargs))

        build.__doc__ = word.__doc__
        return build

    return made


def shown(text: str) -> str:
    """What was typed, short and visible, in quotation marks."""
    visible = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text[:_SHOWN_CHARS])
    return f"“{visible}{'…' if len(text) > _SHOWN_CHARS else ''}”"


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word that looks most like the typed one, or ""."""
    # 0.5: two Chinese characters of which one is wrong score exactly that.
    found = get_close_matches(typed[:_SHOWN_CHARS], list(known), n=1, cutoff=0.5)
    return found[0] if found else ""
