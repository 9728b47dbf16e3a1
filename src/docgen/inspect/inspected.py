"""What came of one file: what it was taken for, and where it leaves the format. Values only."""

from dataclasses import dataclass

from docgen.findings import Severity
from docgen.inspect.deviation import Deviation


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a paragraph or a block of a page was taken for; `paragraph` and `page` count from 1, or are 0."""

    element: str
    text: str
    paragraph: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Inspected:
    """One file. `failure` says why it could not be read, with its `remedy`; then all else is empty.

    `notes`: what was not checked, or checked otherwise than GB/T 9704 has it. `pages` is 0 where unknown.
    """

    file: str
    format: str = ""
    profile: str = ""
    pages: int = 0
    elements: tuple[Recognised, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    notes: tuple[str, ...] = ()
    failure: str = ""
    remedy: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether it could not be read, or has a 错误."""
        return bool(self.failure) or any(one.weight.severity is Severity.ERROR for one in self.deviations)
