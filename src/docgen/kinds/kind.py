"""What is known of a document kind before any record is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST_CODES: Mapping[str, str] = {
    "G01": "文种说明（kind.yaml）读不懂",
    "G02": "文种说明里有不认识的键",
    "G03": "文种说明缺少必填项",
    "G04": "文种说明里有写错的值",
    "G05": "文种缺少模板文件",
    "G06": "两个文种用了同一个代号",
}
"""The faults of a kind's folder, by the code of their findings."""


FILLED = "已填"  # in `when`: the key has any value
Conditions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """One paper for each member of a list of the record, such as each notice.

    A condition is met by an equal value, or by a list that has it among its own.
    """

    of: str  # key path of the list
    name: str  # what the template calls the member
    id: str  # the member's key that goes into the file name
    when: tuple[Conditions, ...] = ()  # only members that meet all of one of these
    match: Conditions = ()  # only members whose key meets what stands at a key path of the owner's record


@dataclass(frozen=True, slots=True)
class OnePage:
    """The paper must fit on one page; so far may line pitch, then type size, go down (J32)."""

    min_line_twips: int
    min_size_half_points: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """The paper bears a document number: the key of 机关代字 whose series it is of, and where it is typed.

    `at` are key paths, the first the one to be written to; none where the record has no key for it.
    Without a prefix the number is another's to give, and only registered when it is typed.
    """

    prefix: str = ""
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One sort of paper: a kind, or one variant of a kind that has variants.

    `feeds` are the record's key paths that the template may name, `facts` the derived values; nothing
    else can reach the paper, so that it is known when it is stale. `edition` and `date` are key paths.
    """

    code: str
    slug: str
    variant: str
    name: str
    short_title: str
    scope: str
    state: str
    layout: str
    retention: str
    copies: str
    signs: tuple[str, ...]
    seal: str
    feeds: tuple[str, ...]
    facts: tuple[str, ...]
    edition: str
    date: str
    needs: tuple[str, ...]
    switch: tuple[tuple[str, str], ...]  # settings of the workspace, and the values for which it is made
    items: Items | None
    one_page: OnePage | None
    title: str
    texts: tuple[str, ...]
    template: Path
    board: str = ""  # what its page on the noticeboard shows; "" when the paper is not posted
    number: Numbered | None = None

    @property
    def label(self) -> str:
        """How a message names it: D26-result."""
        return f"{self.code}-{self.variant}" if self.variant else self.code


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind: one folder under templates/."""

    code: str
    slug: str
    name: str
    papers: tuple[Paper, ...]

    @property
    def variants(self) -> tuple[str, ...]:
        return tuple(paper.variant for paper in self.papers if paper.variant)
