"""All that a rule is given: the paper as .docx and as pages, and what each part of it was taken for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.inspect.document.model import Document, Paragraph
from docgen.inspect.elements.element import Element, Format
from docgen.inspect.numbers import STANDARD, Numbers
from docgen.inspect.pages.view import PageBlock, PagesView
from docgen.inspect.rule import Rule
from docgen.layout.profile import SETUP, Profile


@dataclass(frozen=True, slots=True)
class Seen:
    """A paper under inspection. `elements` belong one each to `document.paragraphs`,
    `page_elements` to `pages.blocks`. `profile` is the reading of 天头 that the paper is set by.
    """

    document: Document | None = None
    pages: PagesView | None = None
    elements: tuple[Element, ...] = ()
    page_elements: tuple[Element, ...] = ()
    format: Format = Format.OTHER
    profile: Profile = SETUP
    numbers: Numbers = STANDARD
    tolerances_mm: Mapping[str, float] = field(default_factory=dict)
    memo: dict[str, object] = field(
        default_factory=dict, compare=False, repr=False
    )  # worked out once for all

    def paragraphs(self, *wanted: Element) -> tuple[Paragraph, ...]:
        """The paragraphs that were taken for one of these, in order."""
        if self.document is None:
            return ()
        pairs = zip(self.document.paragraphs, self.elements, strict=True)
        return tuple(paragraph for paragraph, element in pairs if element in wanted)

    def blocks(self, *wanted: Element) -> tuple[PageBlock, ...]:
        """The blocks of the pages that were taken for one of these, in order."""
        if self.pages is None:
            return ()
        pairs = zip(self.pages.blocks, self.page_elements, strict=True)
        return tuple(block for block, element in pairs if element in wanted)

    def element_of(self, paragraph: Paragraph) -> Element:
        """What the paragraph was taken for."""
        return self.elements[paragraph.number - 1]

    def tolerance_mm(self, rule: Rule) -> float:
        """What a page may be off by this rule: the unit's own number, or the rule's."""
        return self.tolerances_mm.get(rule.code, rule.tolerance_mm)
