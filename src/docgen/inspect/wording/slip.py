"""A slip of the pen in one line, and the two checks that a rule about words has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.wording.line import Line
from docgen.inspect.wording.wording import Wording, wording_of_document, wording_of_pages

_TOLD_CHARS = 20
_Check = Callable[[Seen], Iterator[Deviation]]


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with the words of `line`."""

    line: Line
    message: str
    remedy: str
    expected: str = ""
    found: str = ""
    strength: Strength | None = None


def both(rule: Rule, slips: Callable[[Wording], Iterator[Slip]]) -> tuple[_Check, _Check]:
    """The rule's `in_document` and `on_pages`: `slips` asked of the words of either."""

    def in_document(seen: Seen) -> Iterator[Deviation]:
        if seen.document is not None:
            yield from (_deviation(rule, slip) for slip in slips(wording_of_document(seen)))

    def on_pages(seen: Seen) -> Iterator[Deviation]:
        # The pages of a .docx say what the document says, and less of where its paragraphs end.
        if seen.pages is not None and seen.document is None:
            yield from (_deviation(rule, slip) for slip in slips(wording_of_pages(seen)))

    return in_document, on_pages


def _deviation(rule: Rule, slip: Slip) -> Deviation:
    line = slip.line
    return Deviation(
        rule,
        slip.message,
        slip.remedy,
        slip.expected,
        slip.found,
        line.page,
        line.paragraph,
        line.box_mm,
        line.text.strip()[:_TOLD_CHARS],
        slip.strength,
    )
