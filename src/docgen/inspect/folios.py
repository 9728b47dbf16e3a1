"""The page numbers of a document: the footers' paragraphs that print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.inspect.document.model import Document, Paragraph, Run, Section

_PAGE = re.compile(r"^PAGE\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folio:
    """A page number; `kind` is default (odd pages), even or first."""

    kind: str
    section: Section
    paragraph: Paragraph
    number: Run
    following: tuple[Paragraph, ...]  # what stands below it in the footer


def folios_of(document: Document) -> Iterator[Folio]:
    """The numbers that upright pages print; what no page uses is left out."""
    for section in document.sections:
        kinds = ("default", *(("even",) if document.has_even_and_odd else ()))
        kinds += ("first",) if section.has_first_page else ()
        for kind in () if section.is_landscape else kinds:
            story = section.footer(kind)
            for at, paragraph in enumerate(story):
                if (run := number_run(paragraph)) is not None:
                    yield Folio(kind, section, paragraph, run, story[at + 1 :])


def number_run(paragraph: Paragraph) -> Run | None:
    """The run that prints the page's number; None where none does."""
    found = [run for run in paragraph.runs if _PAGE.match(run.field)]
    return next((run for run in found if run.text.strip()), found[0] if found else None)


def in_headers(document: Document) -> Paragraph | None:
    """A header's paragraph that prints the page's number."""
    stories = (story for section in document.sections for _, story in section.headers)
    return next((one for story in stories for one in story if number_run(one) is not None), None)
