"""What the steps of the layout pass share: the tree, its styles, the profile."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.layout.profile import Profile
from docgen.layout.tree import PPR, Element, P, StyleNames, is_blank, w

BLANK_ROW = "公文空行"

Found = tuple[int, Element]  # place in the document, paragraph


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered document.xml and what is known about it."""

    root: Element
    styles: StyleNames
    profile: Profile
    keep_whole: tuple[str, ...] = ()
    # A ledger has ten thousand paragraphs of which the pass touches three: they are sought once.
    _by_style: dict[str, list[Found]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seek()

    @property
    def body(self) -> Element:
        body = self.root.find(w("body"))
        return self.root if body is None else body

    def seek(self) -> None:
        """The paragraphs are sought anew: after a step that makes some or gives them other styles."""
        self._by_style.clear()
        for place, style in enumerate(self.root.iter(w("pStyle"))):
            properties = style.getparent()
            element = None if properties is None or properties.tag != PPR else properties.getparent()
            if element is not None and element.tag == P:
                name = self.styles.name_of(style)
                self._by_style.setdefault(name, []).append((place, element))

    def in_style(self, *names: str) -> list[Element]:
        """The paragraphs of these styles, in order; those that have been removed are not among them."""
        found = [entry for name in names for entry in self._by_style.get(name, ())]
        if len(names) > 1:
            found.sort(key=lambda entry: entry[0])
        return [element for _, element in found if element.getparent() is not None]

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
