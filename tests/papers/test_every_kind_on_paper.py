"""Every kind as a PDF, measured: what an office clerk would see at a glance and send back.

One batch of LibreOffice for each office; the faults of all its papers are told together.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from docgen.actions.blank_forms import blank_job, empty_office
from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.campaign.office import Office
from docgen.inspect.geometry import Box
from docgen.inspect.measures import page_number
from docgen.inspect.paper import Page, open_paper
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support import other_office
from support.docx import styled_paragraphs
from support.papers import TEMPLATES, chosen_for, office_of, sort_of, squeezed
from support.pdf import to_pdfs
from support.records import sample_office
from support.stretched import stretched

pytestmark = pytest.mark.pdf

PAPERS = [paper for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers]
DAY = date(2013, 1, 15)
HEADINGS = ("公文一级标题", "公文二级标题", "表题")
SIGNING = ("落款署名", "成文日期", "落款署名（不盖章）", "成文日期（不盖章）")
SLACK_MM = 1.0
A4_SHORT_MM = 210.0


@dataclass(frozen=True)
class Printed:
    """A paper with its pages."""

    job: Job
    docx: bytes
    pages: tuple[Page, ...]


def _sample() -> Office:
    return sample_office()


def _stretched() -> Office:
    return office_of(stretched())


def _other() -> Office:
    whole = other_office.records()
    return office_of({"committee.yaml": whole.pop("committee"), **whole})


def _first_jobs(office: Office) -> list[Job]:
    """One paper of every kind and variant for which there is enough in the records."""
    planned = (plan([paper], office, chosen_for(paper), None) for paper in PAPERS)
    ready = ([job for job in jobs if not job.reason] for jobs in planned)
    return [jobs[0] for jobs in ready if jobs]


def _printed(jobs: list[Job], shop: Workshop) -> list[Printed]:
    made = [shop.make(job, draft=False).data for job in jobs]
    pdfs = (open_paper(pdf) for pdf in to_pdfs(made))
    return [Printed(job, docx, pdf.pages) for job, docx, pdf in zip(jobs, made, pdfs, strict=True)]


def _told(printed: list[Printed]) -> str:
    return "\n".join(f"{paper.job.path}: {fault}" for paper in printed for fault in faults(paper))


@pytest.mark.parametrize("whose", [_sample, _stretched, _other], ids=["sample", "stretched", "other"])
def test_every_paper_is_as_a_clerk_would_have_it(whose: Callable[[], Office]):
    office = whose()
    printed = _printed(_first_jobs(office), Workshop(office, Settings(), DAY))

    assert len(printed) > len(PAPERS) * 2 // 3
    assert _told(printed) == ""
    if whose is _sample:
        one_page = [paper for paper in printed if paper.job.paper.one_page]
        assert len(one_page) == sum(paper.one_page is not None for paper in PAPERS)
        assert [paper.job.path for paper in one_page if len(paper.pages) > 1] == []


def test_every_blank_form_is_as_a_clerk_would_have_it():
    office = empty_office(_sample().committee)
    jobs = [blank_job(paper, office) for paper in PAPERS if paper.layout in ("form", "landscape")]

    assert _told(_printed(jobs, Workshop(office, Settings(), DAY, is_blank=True))) == ""


def faults(paper: Printed) -> Iterator[str]:
    yield from _outside(paper)
    yield from _blank_pages(paper)
    yield from _lone_headings(paper)
    yield from _headless_tables(paper)
    yield from _lone_signatures(paper)
    yield from _lost_text(paper)


def _area(page: Page) -> Box:
    """版心 (GB/T 9704 5.2.1), lying or standing; an A3 page is an A4 page enlarged or has its margins."""
    width_mm, height_mm = page.width_mm, page.height_mm
    scale = min(width_mm, height_mm) / A4_SHORT_MM
    if width_mm < height_mm:
        return Box(28 * scale, 37 * scale, width_mm - 26 * scale, height_mm - 35 * scale)
    if scale > 1.1:
        return Box(28, 37, width_mm - 26, height_mm - 35)
    return Box(35, 26, width_mm - 35, height_mm - 28)


def _outside(paper: Printed) -> Iterator[str]:
    if paper.job.paper.layout == "letter":
        return  # its red lines and its mark stand beyond the area by rule (10.1); tests/layout measures them
    for page in paper.pages:
        area, number = _area(page), page_number(page)
        for char in page.chars:
            is_number = number is not None and number.cells.contains(char.cell, 1.0)
            if not char.text.isspace() and not is_number and not area.contains(char.ink, SLACK_MM):
                if _is_footer(char.ink, page, area):
                    continue
                yield f"page {page.number}: “{char.text}” at {char.ink} stands outside the text area"
                break


def _is_footer(ink: Box, page: Page, area: Box) -> bool:
    """The line of small type that D07 keeps over its page number stands under the text area by design."""
    return (
        ink.top_mm > area.bottom_mm and area.left_mm - 1 <= ink.left_mm and ink.right_mm <= area.right_mm + 1
    )


def _blank_pages(paper: Printed) -> Iterator[str]:
    for page in paper.pages:
        if not any(
            _area(page).contains(char.ink, SLACK_MM) for char in page.chars if not char.text.isspace()
        ):
            yield f"page {page.number} of {len(paper.pages)} is blank"


def _rows(page: Page) -> list[str]:
    area = _area(page)
    return [squeezed(line.text) for line in page.lines if area.top_mm <= line.baseline_mm <= area.bottom_mm]


def _lone_headings(paper: Printed) -> Iterator[str]:
    headings = {
        squeezed(text)
        for style, text in styled_paragraphs(paper.docx)
        if style in HEADINGS and text.strip() and not text.rstrip().endswith(("。", "；"))
    }
    for page in paper.pages[:-1]:
        rows = _rows(page)
        if rows and rows[-1] in headings:
            yield f"page {page.number} ends with the heading “{rows[-1]}”"


def _headless_tables(paper: Printed) -> Iterator[str]:
    for table in Document(BytesIO(paper.docx)).element.body.iter(qn("w:tbl")):
        rows = list(table.iterchildren(qn("w:tr")))
        heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        if not heads or len(rows) <= len(heads):
            continue
        # A row is known from the same words elsewhere by its cells, which stand one after the other.
        head, last = _row_text(heads[0]), _row_text(rows[-1])
        first = _pages_with(paper, head)
        if len(last) < 6 or not first:
            continue
        for page in _pages_with(paper, last):
            if page.number > first[0].number and page not in first:
                yield f"page {page.number} has no header row over “{last[:12]}”"


def _row_text(row: Any) -> str:
    return squeezed("".join(text.text or "" for text in row.iter(qn("w:t"))))


def _pages_with(paper: Printed, text: str) -> list[Page]:
    return [page for page in paper.pages if text in squeezed(page.flowing_text)]


def _lone_signatures(paper: Printed) -> Iterator[str]:
    signing = {
        squeezed(text) for style, text in styled_paragraphs(paper.docx) if style in SIGNING and text.strip()
    }
    for page in paper.pages[1:]:  # a letter's first page begins with its organ's name, the mark
        rows = [row for row in _rows(page) if row]
        if rows and rows[0] in signing and any(row in signing for row in rows):
            yield f"page {page.number} begins with the signature “{rows[0]}”"


def _lost_text(paper: Printed) -> Iterator[str]:
    """Text that a cell or a frame of fixed height has cut off."""
    printed = squeezed("".join(page.flowing_text for page in paper.pages))
    for _, text in styled_paragraphs(paper.docx):
        start = re.sub(r"\s+|\ufffd", "", text)[:8]
        if start and start not in printed:
            yield f"“{start}” is not on paper"


def test_the_measuring_sees_a_fault():
    paper = sort_of("committee-plan")
    shop = Workshop(_sample(), Settings(), DAY)
    [job] = [job for job in plan([paper], _sample(), Settings(), None) if not job.reason]
    docx = shop.make(job, draft=False).data
    pages = open_paper(to_pdfs([docx])[0]).pages

    assert list(faults(Printed(job, docx, pages))) == []
    assert any("is not on paper" in fault for fault in faults(Printed(job, docx, pages[:2])))
