"""Notices on A3: the A4 page enlarged, or two A4 pages side by side."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any

from docgen.publish.print_run.binding import printing, saved
from docgen.publish.print_run.packages import pikepdf
from docgen.publish.print_run.paper import Manner, PrintPaper

_POINTS_PER_MM = 72 / 25.4
_SHORT, _LONG = 297 * _POINTS_PER_MM, 420 * _POINTS_PER_MM
_HALF = 210 * _POINTS_PER_MM

Form = Callable[[Any, Sequence[list[Any]]], None]


def enlarged(pdf: Any, papers: Sequence[list[Any]]) -> None:
    """Each page fills an A3 sheet, upright or lying as it is."""
    rectangle = pikepdf().Rectangle
    for page in chain.from_iterable(papers):
        *_, width, height = map(float, page.mediabox)
        sheet = (_SHORT, _LONG) if height >= width else (_LONG, _SHORT)
        pdf.add_blank_page(page_size=sheet)
        pdf.pages[-1].add_overlay(page, rectangle(0, 0, *sheet))


def side_by_side(pdf: Any, papers: Sequence[list[Any]]) -> None:
    """Two upright pages to a lying A3 sheet, true to size; a lying page fills a sheet of its own."""
    rectangle = pikepdf().Rectangle
    for pages in _sharing(papers):
        for place, page in enumerate(filter(_is_upright, pages)):
            left = _HALF if place % 2 else 0.0
            if not place % 2:
                pdf.add_blank_page(page_size=(_LONG, _SHORT))
            pdf.pages[-1].add_overlay(page, rectangle(left, 0, left + _HALF, _SHORT))
        enlarged(pdf, [[page for page in pages if not _is_upright(page)]])


def _sharing(papers: Sequence[list[Any]]) -> Iterator[list[Any]]:
    """Pages that may share a sheet: of one paper, or of papers that have one page only.

    Papers are taken down on different days, so that a longer one shares with no other.
    """
    yield from (pages for pages in papers if len(pages) > 1)
    yield [pages[0] for pages in papers if len(pages) == 1]


def _is_upright(page: Any) -> bool:
    return float(page.mediabox[3]) >= float(page.mediabox[2])


FORMS: Mapping[str, Form] = {"a3": enlarged, "2up": side_by_side}


def posters(papers: Iterable[PrintPaper], form: str, title: str) -> tuple[bytes, int]:
    """The posted papers as A3 sheets, those of one owner one after the other; with how many sheets there are.

    What is printed on A3 anyway, as a variant of the same kind, needs no poster.
    """
    pdf = pikepdf().new()
    # A page lives no longer than its document.
    posted = [(paper, _opened(paper)) for paper in papers if paper.posted]
    on_a3 = {(paper.owner, paper.code) for paper, document in posted if not _a4_pages(document)}
    small = [one for one in posted if (one[0].owner, one[0].code) not in on_a3]
    for _, own in groupby(small, key=lambda one: one[0].owner):
        FORMS[form](pdf, [_a4_pages(document) for _, document in own])
    pdf.docinfo["/Title"] = title
    pdf.Root.ViewerPreferences = printing(Manner(duplex=False))
    return saved(pdf), len(pdf.pages)


def _opened(paper: PrintPaper) -> Any:
    return pikepdf().open(io.BytesIO(paper.pdf.read_bytes()))


def _a4_pages(document: Any) -> list[Any]:
    return [page for page in document.pages if max(map(float, page.mediabox)) < _LONG - _POINTS_PER_MM]
