"""The official format: an open folder, one rule a file (`p01_paper_size.py`), found by being there.

A module has RULE, and `in_document`, `on_pages` or both: functions of a Seen that yield Deviations.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule
from docgen.inspect.seen import Seen

Check = Callable[[Seen], Iterator[Deviation]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its checks; one of them may be absent."""

    rule: Rule
    in_document: Check | None
    on_pages: Check | None


def all_rules() -> tuple[Entry, ...]:
    """Every rule of the folder, by the names of the files."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return tuple(
        Entry(module.RULE, getattr(module, "in_document", None), getattr(module, "on_pages", None))
        for module in modules
        if hasattr(module, "RULE")
    )
