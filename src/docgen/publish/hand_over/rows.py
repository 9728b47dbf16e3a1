"""What the forms say, before they are forms."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.settings import PERIODS


@dataclass(frozen=True, slots=True)
class Line:
    """One 件 of the list; texts, "" for what is not known. `pages` are those of all its papers."""

    archival_no: str
    item_no: str
    retention: str
    doc_no: str
    author: str
    title: str
    day: str  # ISO
    pages: int | None
    note: str = ""

    @property
    def day_digits(self) -> str:
        """20120615, as DA/T 22 writes days."""
        return self.day.replace("-", "")


@dataclass(frozen=True, slots=True)
class Lack:
    """A paper that the procedure requires and the archive has not."""

    owner: str
    paper: str
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """The items that are kept equally long."""

    retention: str
    lines: tuple[Line, ...]

    @property
    def first(self) -> str:
        return self.lines[0].item_no

    @property
    def last(self) -> str:
        return self.lines[-1].item_no

    @property
    def count(self) -> int:
        return len(self.lines)

    @property
    def pages(self) -> int:
        """As far as they are known."""
        return pages_told(self.lines)


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that the forms of one year say."""

    unit: str
    fonds_no: str
    class_code: str
    organ: str
    year: str
    lines: tuple[Line, ...]
    lacking: tuple[Lack, ...]
    at: str
    seq: int
    head: str
    sm3: str

    @property
    def groups(self) -> tuple[Group, ...]:
        """By period, the longest first."""
        found = ((one, tuple(line for line in self.lines if line.retention == one)) for one in PERIODS)
        return tuple(Group(period, lines) for period, lines in found if lines)

    @property
    def situation(self) -> str:
        """盒内文件情况说明."""
        periods = "，".join(f"{group.retention} {group.count} 件 {group.pages} 页" for group in self.groups)
        unknown = sum(line.pages is None for line in self.lines)
        open_pages = f"其中 {unknown} 件的页数待清点。" if unknown else ""
        lacks = (
            f"按程序应有而未归档的文件 {len(self.lacking)} 份，见缺件清单。" if self.lacking else "没有缺件。"
        )
        return f"{self.year}年度归档文件共 {len(self.lines)} 件：{periods or '无'}。{open_pages}{lacks}"


def pages_told(lines: Sequence[Line]) -> int:
    """The pages of all of them, as far as they are known."""
    return sum(line.pages or 0 for line in lines)
