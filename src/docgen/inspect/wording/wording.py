"""All lines of a paper, and what they make together: its title, its genre, whither it goes."""

import re
from dataclasses import dataclass
from functools import cached_property

from docgen.inspect.elements import Element, Format, Place
from docgen.inspect.seen import Seen
from docgen.inspect.wording.genres import genre_of
from docgen.inspect.wording.line import Line

_SILENT = (Element.BLANK, Element.PAGE_NUMBER)
_BODY = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_CHARS_MAX = 20_000  # a longer paragraph is no office paper, and patterns take their time with it
_UPWARD = ("报告", "请示")


@dataclass(frozen=True)
class Wording:
    """The lines in reading order."""

    lines: tuple[Line, ...]
    format: Format = Format.OTHER

    def of(self, *wanted: Element) -> tuple[Line, ...]:
        """The lines that were taken for one of these."""
        return tuple(line for line in self.lines if line.element in wanted)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """Text and headings of the paper itself: what it issues, its attachments and tables left out."""
        after = (Element.ATTACHMENT_LABEL, Element.ISSUED_TITLE)
        ends = [at for at, line in enumerate(self.lines) if line.element in after]
        own = self.lines[: ends[0]] if ends else self.lines
        return tuple(line for line in own if line.element in _BODY and line.place is Place.FLOW)

    @cached_property
    def title(self) -> str:
        """The title on one line, "" where there is none."""
        return re.sub(r"\s+", "", "".join(line.text for line in self.of(Element.TITLE)))

    @cached_property
    def genre(self) -> str:
        """One of the fifteen, as title, mark or format tell it; "" where none does."""
        return genre_of(self.title, "".join(line.text for line in self.of(Element.MARK)), self.format)

    @property
    def has_head(self) -> bool:
        """Whether it goes out under an organ's mark: without one a 报告 may be any report."""
        return bool(self.of(Element.MARK))

    @property
    def goes_up(self) -> bool:
        """Whether it is sent to a superior."""
        if self.format is Format.UPWARD:
            return self.genre in ("", "意见", *_UPWARD)
        return self.has_head and self.genre in _UPWARD


def wording_of_document(seen: Seen) -> Wording:
    """The words of the .docx."""
    if seen.document is None:
        return Wording((), seen.format)
    pairs = zip(seen.document.paragraphs, seen.elements, strict=True)
    lines = (
        Line(element, paragraph.text[:_CHARS_MAX], paragraph.place, paragraph.number)
        for paragraph, element in pairs
        if element not in _SILENT
    )
    return Wording(tuple(line for line in lines if line.is_told), seen.format)


def wording_of_pages(seen: Seen) -> Wording:
    """The words of the pages, blocks that a page end has parted joined again."""
    if seen.pages is None:
        return Wording((), seen.format)
    pairs = zip(seen.pages.blocks, seen.page_elements, strict=True)
    lines = (
        Line(element, block.text[:_CHARS_MAX], block.look.place, 0, block.page, block.cells)
        for block, element in pairs
        if element not in _SILENT
    )
    return Wording(tuple(line for line in lines if line.is_told), seen.format)
