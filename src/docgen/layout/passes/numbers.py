"""Numbers that must be unique in a document: of bookmarks and drawings."""

from docgen.layout.markup import WP
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import w

_FIRST_DRAWING = 1001  # as docxtpl counts; headers and footers stay below


def number_ids(paper: Rendered) -> None:
    """Bookmarks and drawings are numbered in the order of the text."""
    current: dict[str, str] = {}
    count = 0
    for element in paper.root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        old = element.get(w("id")) or ""
        if element.tag == w("bookmarkStart"):
            current[old] = str(count)
            count += 1
        element.set(w("id"), current.get(old, old))
    for number, drawing in enumerate(paper.root.iter(f"{{{WP}}}docPr"), _FIRST_DRAWING):
        drawing.set("id", str(number))
