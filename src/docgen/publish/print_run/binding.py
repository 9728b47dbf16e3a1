"""Papers bound into one PDF: each begins on a front side, and has a bookmark."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.publish.print_run.packages import pikepdf
from docgen.publish.print_run.paper import Manner, Placed, PrintPaper

INDEX = "打印清单"
_A3_LONG_SIDE_POINTS = 1150  # A4's is 842, A3's 1191

Groups = Sequence[tuple[str, Sequence[PrintPaper]]]


@dataclass(frozen=True, slots=True)
class Bound:
    """The run as a file, with where its papers stand in it."""

    pdf: bytes
    placed: tuple[Placed, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Size:
    """How many pages a PDF has, and whether on A3."""

    pages: int
    is_a3: bool


def sizes_of(groups: Groups) -> dict[Path, Size]:
    """The size of every paper, measured once."""
    return {paper.pdf: _size(paper.pdf) for _, papers in groups for paper in papers}


def placed(groups: Groups, sizes: Mapping[Path, Size], manner: Manner, index_pages: int) -> Iterator[Placed]:
    """Where each paper will stand behind an index of so many pages."""
    at = 1 + index_pages + manner.blanks(index_pages)
    for heading, papers in groups:
        for paper in papers:
            size = sizes[paper.pdf]
            blanks = manner.blanks(size.pages)
            yield Placed(heading, paper, size.pages, blanks, at, size.is_a3)
            at += (size.pages + blanks) * _times(paper, manner)


def bound(groups: Groups, index: bytes, manner: Manner, title: str) -> Bound:
    """Index and papers in one file, ready for the printer. Page numbers stay the papers' own."""
    binder = _Binder(manner)
    binder.add(io.BytesIO(index), INDEX, ())
    found = []
    for heading, papers in groups:
        for paper in papers:
            first = len(binder.pdf.pages) + 1
            size = binder.add(paper.pdf, paper.title, (heading,), _times(paper, manner))
            blanks = manner.blanks(size.pages)
            found.append(Placed(heading, paper, size.pages, blanks, first, size.is_a3))
    return Bound(binder.closed(title), tuple(found), len(binder.pdf.pages))


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    with pikepdf().open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _times(paper: PrintPaper, manner: Manner) -> int:
    return paper.copies if manner.collate else 1


def _size(pdf: Path) -> Size:
    with pikepdf().open(pdf) as document:
        return Size(len(document.pages), _is_a3(document.pages[0]))


def _is_a3(page: Any) -> bool:
    return max(map(float, page.mediabox)) > _A3_LONG_SIDE_POINTS


@dataclass(slots=True)
class _Binder:
    """The file while it grows."""

    manner: Manner
    pdf: Any = field(default_factory=lambda: pikepdf().new())
    _bookmarks: list[tuple[tuple[str, ...], str, int]] = field(default_factory=list)

    def add(self, source: Path | io.BytesIO, title: str, under: tuple[str, ...], times: int = 1) -> Size:
        """The pages of `source`, so many times; their size."""
        # Read whole: thousands of open files would be too many for the system.
        data = io.BytesIO(source.read_bytes()) if isinstance(source, Path) else source
        document = pikepdf().open(data)
        self._bookmarks.append((under, title, len(self.pdf.pages)))
        pages = len(document.pages)
        first = len(self.pdf.pages)
        self.pdf.pages.extend(document.pages)
        self._pad(pages)
        for _ in range(times - 1):
            # The same page objects again: a copy costs a few bytes, not its fonts.
            self.pdf.pages.extend([self.pdf.pages[first + place] for place in range(pages)])
            self._pad(pages)
        return Size(pages, _is_a3(document.pages[0]))

    def _pad(self, pages: int) -> None:
        for _ in range(self.manner.blanks(pages)):
            *_, width, height = map(float, self.pdf.pages[-1].mediabox)
            self.pdf.add_blank_page(page_size=(width, height))

    def closed(self, title: str) -> bytes:
        """The bytes of the file, with bookmarks and what a printer should know."""
        self._write_bookmarks()
        self.pdf.docinfo["/Title"] = title
        self.pdf.Root.Lang = "zh-CN"
        self.pdf.Root.PageMode = pikepdf().Name.UseOutlines
        self.pdf.Root.ViewerPreferences = printing(self.manner)
        return saved(self.pdf)

    def _write_bookmarks(self) -> None:
        item = pikepdf().OutlineItem
        with self.pdf.open_outline() as outline:
            heading: tuple[str, ...] = ()
            inner = outline.root
            for under, title, page in self._bookmarks:
                if under and under != heading:
                    group = item(under[0], page)
                    outline.root.append(group)
                    inner = group.children
                (inner if under else outline.root).append(item(title, page))
                heading = under


def printing(manner: Manner) -> Any:
    """What the print dialog starts with: true to size, the tray by the page's size, one side or both."""
    name = pikepdf().Name
    return pikepdf().Dictionary(
        DisplayDocTitle=True,
        Duplex=name.DuplexFlipLongEdge if manner.duplex else name.Simplex,
        PickTrayByPDFSize=True,
        PrintScaling=name("/None"),
    )


def saved(pdf: Any) -> bytes:
    """The file's bytes, the same for the same pages."""
    buffer = io.BytesIO()
    pdf.save(buffer, min_version="1.7", deterministic_id=True)  # as of Duplex and the papers bound in
    return buffer.getvalue()
