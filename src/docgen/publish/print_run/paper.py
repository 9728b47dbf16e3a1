"""A paper of a print run: what the index and the binder must know of it."""

from dataclasses import dataclass
from pathlib import Path

from docgen.publish.todo.signing import SigningLine


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """One paper that is printed. `path` is the .docx in the output folder, `pdf` what is printed of it."""

    key: str
    owner: str
    owner_name: str
    label: str  # D26-result
    name: str  # with the item: 问题公示（G1）
    path: str
    pdf: Path
    copies: int
    draft: bool = False
    edited: bool = False  # a clerk has changed the .docx since it was made
    posted: bool = False
    apart: bool = False  # what lies at `pdf` does not show it, so that one is made for this run
    signing: SigningLine | None = None
    issued: str = ""  # the address in the archive of what is printed; "" for the current paper

    @property
    def code(self) -> str:
        """The kind's code, whatever the variant."""
        return self.label.split("-", 1)[0]

    @property
    def title(self) -> str:
        """What a bookmark and a message call it."""
        return f"{self.label} {self.name}"


@dataclass(frozen=True, slots=True)
class Frozen:
    """The latest issued edition of a paper; with a `withdrawn` reason it is printed no more."""

    address: str
    docx: bytes = b""
    pdf: Path | None = None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that was asked for and is not printed."""

    key: str
    owner: str
    owner_name: str
    label: str
    name: str
    path: str
    reason: str
    draft: bool = False  # --drafts would print it


@dataclass(frozen=True, slots=True)
class Placed:
    """A paper in the PDF: its pages, the blank ones behind them, and the first one's number in the file.

    `heading` is what it stands under in bookmarks and index: its owner, or its kind.
    """

    heading: str
    paper: PrintPaper
    pages: int
    blanks: int
    first_page: int
    is_a3: bool


@dataclass(frozen=True, slots=True)
class Manner:
    """How the run is printed."""

    duplex: bool = True
    collate: bool = False

    def sheets(self, pages: int) -> int:
        """How much paper one copy takes."""
        return -(-pages // 2) if self.duplex else pages

    def blanks(self, pages: int) -> int:
        """Blank pages behind a paper, so that the next begins on a front side."""
        return pages % 2 if self.duplex else 0
