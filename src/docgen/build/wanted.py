"""What a build is asked for, who hears of it, and why it may be refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from docgen.build.cluster_address import ClusterAddress
from docgen.errors import DocgenError
from docgen.findings import Finding

Say = Callable[[str], None]


class Listener(Protocol):
    """Hears how far the build is, for a progress bar."""

    def starts(self, what: str, total: int) -> None: ...

    def advances(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build and how; nothing named means everything."""

    kinds: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    as_of: date | None = None
    pdf: bool = False
    pdfa: bool = False  # PDFs that are kept for ever; asks for PDFs too
    processes: int = 0  # 0: as many as pay off
    force: bool = False
    dry_run: bool = False
    verify: bool = False  # what lies in the output folder is known by digest, not by size and time
    cluster: ClusterAddress | None = None  # whose workers make the papers; None: this machine's processes


class NoOffice(DocgenError):
    """The committee's record cannot be read, and without it there is no paper at all."""

    def __init__(self, first: Finding) -> None:
        place = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(f"党委的记录用不了，一份文书也做不成（{place} {first.message}）", first.remedy)
