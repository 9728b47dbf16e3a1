"""One paper on its way into the archive."""

from dataclasses import dataclass, field

from docgen.archive.provenance import About
from docgen.build.job import Job
from docgen.build.paper import Made
from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.issuing.issued import Issued
from docgen.issuing.numbering import Wish
from docgen.issuing.verdict import Verdict


@dataclass(slots=True)
class Candidate:
    """A paper that nothing stands against so far; with a `fault` it is given up."""

    job: Job
    current: Issued | None
    on_feeds: tuple[Finding, ...] = ()
    verdict: Verdict = field(default_factory=Verdict)
    wish: Wish = field(default_factory=Wish)
    doc_no: str = ""
    inputs: str = ""
    made: Made | None = None
    pdf: bytes = b""
    pages: int = 0
    notes: tuple[str, ...] = ()
    replaced_docx: bytes = b""  # ours, where the clerk's own copy is issued
    told: About = field(default_factory=About)
    fault: DocgenError | None = None
    is_unchanged: bool = False

    @property
    def is_alive(self) -> bool:
        """Whether there is still something to do for it."""
        return self.fault is None and not self.is_unchanged

    def give(self, doc_no: str) -> None:
        """The paper is to bear this number, and what was made with another is void."""
        if doc_no != self.doc_no:
            self.doc_no, self.made, self.pdf = doc_no, None, b""

    def fail(self, fault: DocgenError) -> None:
        """The paper is given up."""
        self.fault = fault
