"""What the steps of the layout pass share: the tree, its styles, the profile."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.layout.profile import Profile
from docgen.layout.tree import Element, P, StyleNames, is_blank, w

BLANK_ROW = "公文空行"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document.xml and what is known about it."""

    root: Element
    styles: StyleNames
    profile: Profile
    keep_whole: tuple[str, ...] = ()

    @property
    def body(self) -> Element:
        body = self.root.find(w("body"))
        return self.root if body is None else body

    def in_style(self, *names: str) -> Iterator[Element]:
        """The paragraphs of these styles, in order; safe while the tree changes."""
        return iter([element for element in self.root.iter(P) if self.styles.name(element) in names])

    def groups(self, *names: str) -> Iterator[list[Element]]:
        """Runs of neighbouring paragraphs of these styles."""
        group: list[Element] = []
        for element in self.in_style(*names):
            if group and element.getprevious() is not group[-1]:
                yield group
                group = []
            group.append(element)
        if group:
            yield group

    def is_blank_row(self, element: Element | None) -> bool:
        """Whether a paragraph is an empty row; one made in Word may have any style."""
        return element is not None and element.tag == P and is_blank(element)
