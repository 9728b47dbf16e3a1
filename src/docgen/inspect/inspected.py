"""What came of one file: what it was taken for, and where it leaves the format. Values only."""

from dataclasses import dataclass

from docgen.errors import DocgenError
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
    """One file. `failure` says why it could not be read, with its `remedy`; then all else is empty,
    and `failure_status` is the exit status of that reason: 3 where this machine lacks what would read it.

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
    failure_status: int = 1

    @classmethod
    def unread(cls, file: str, error: DocgenError) -> "Inspected":
        """A file that could not be read."""
        return cls(file, failure=error.message, remedy=error.remedy, failure_status=error.exit_status)

    @property
    def exit_status(self) -> int:
        """0 for a paper without 错误, 1 with one or for a damaged file, 3 where the means are lacking."""
        if self.failure:
            return self.failure_status
        return int(any(one.weight.severity is Severity.ERROR for one in self.deviations))
