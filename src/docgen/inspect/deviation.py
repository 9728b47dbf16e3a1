"""One place where a paper leaves the official format."""

from dataclasses import dataclass

from docgen.inspect.geometry import Box
from docgen.inspect.rule import Rule, Strength


@dataclass(frozen=True, slots=True)
class Deviation:
    """What is wrong, what to do, and where.

    `paragraph` and `page` count from 1, 0 where unknown; `text` is the beginning of what it is about.
    `strength` where this one is weaker or stronger than its rule (a colour is advised, a place required).
    """

    rule: Rule
    message: str
    remedy: str
    expected: str = ""
    found: str = ""
    page: int = 0
    paragraph: int = 0
    box_mm: Box | None = None
    text: str = ""
    strength: Strength | None = None

    @property
    def weight(self) -> Strength:
        """How strong it is: its own strength, or the rule's."""
        return self.strength or self.rule.strength
