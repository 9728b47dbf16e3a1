"""What the preview shows of one paper."""

from dataclasses import dataclass, field

from docgen.findings import Finding


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG; its name tells its bytes, so that a browser fetches it once."""

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with its pages and all that is to be said of it."""

    key: str
    owner: str
    label: str
    name: str
    path: str
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    is_draft: bool = False
    is_old: bool = False  # the pictures are of before: the paper cannot be made now

    @property
    def anchor(self) -> str:
        """The place of the paper on the page."""
        return "p-" + "".join(char if char.isalnum() else "-" for char in self.key)
