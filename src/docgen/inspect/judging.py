"""Every rule asked of one paper, as document and as pages."""

from collections.abc import Sequence

from docgen.inspect.deviation import Deviation
from docgen.inspect.house import House
from docgen.inspect.merging import merged
from docgen.inspect.rules import Entry, all_rules
from docgen.inspect.seen import Seen

# What is no official paper (a form, a ledger, a letter of thanks) owes the paper's size and good language.
_FOR_ANY = ("P01", "Q60")


def judged(seen: Seen, house: House, rules: Sequence[Entry] = ()) -> list[Deviation]:
    """The paper's deviations, each told once, the most urgent first."""
    known = (entry for entry in rules or all_rules() if entry.rule.code not in house.off)
    asked = [entry for entry in known if seen.format.is_official or _is_for_any(entry.rule.code)]
    in_document: list[Deviation] = []
    on_pages: list[Deviation] = []
    for entry in asked:
        if entry.in_document is not None and seen.document is not None:
            in_document += entry.in_document(seen)
        if entry.on_pages is not None and seen.pages is not None:
            on_pages += entry.on_pages(seen)
    return merged(in_document, on_pages)


def _is_for_any(code: str) -> bool:
    return code.startswith("T") or code in _FOR_ANY
