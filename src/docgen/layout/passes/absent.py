"""What has no content leaves no gap: neither an empty paragraph nor the blank row above it."""

import re

from lxml import etree

from docgen.layout.outline import STYLES as BODY_STYLES
from docgen.layout.passes.paper import BLANK_ROW, Rendered
from docgen.layout.tree import RPR, TBL, TC, Element, P, R, T, is_blank, like, remove, text_of, w

# Style, and what a paragraph of it may read without saying anything.
_LABELS = {
    "附件说明": re.compile(r"(?:附件[：:])?(?:\d+[.．、])?"),
    "主送机关": re.compile(r"[：:、，]*"),
    "公文副题": re.compile(r"[（）()]*"),
    "与会人员": re.compile(r"(?:出席|请假|列席)[：:][、，\s]*"),
    "附注": re.compile(r"[（）()]*"),
    "抄送": re.compile(r"(?:抄送|主送)[：:][。、，]*"),
    "落款署名": re.compile(r""),
    "落款署名（不盖章）": re.compile(r""),
}

_BLOCKS = frozenset({P, TBL, w("sdt"), w("customXml"), w("altChunk")})  # what a cell may hold
_PLAIN_STYLES = BODY_STYLES | {"", "Normal"}


def drop_absent(paper: Rendered) -> None:
    """Paragraphs of elements that the record lacks are gone, with the blank row above them."""
    for element in paper.in_style(*_LABELS):
        label = _LABELS[paper.styles.name(element)]
        if label.fullmatch(text_of(element).strip()) and not _holds_a_drawing(element):
            _drop(paper, element)
    for element in paper.in_style(*BODY_STYLES):
        # A value that was empty leaves its run behind; a row that a clerk left empty has none.
        if (
            is_blank(element)
            and not _fills_a_cell(element)
            and element.find(R) is not None
            and element.find(f".//{w('bookmarkStart')}") is None
        ):
            remove(element)


def drop_empty_runs(paper: Rendered) -> None:
    """Runs that a tag has left empty are gone; the place of a field's result stays."""
    for text in [text for text in paper.root.iter(T) if not text.text]:
        run = text.getparent()
        if run is None or run.tag != R or any(child.tag not in (RPR, T) or child.text for child in run):
            continue
        before = run.getprevious()
        if before is None or before.find(w("fldChar")) is None:
            remove(run)


def fill_cells(paper: Rendered) -> None:
    """Every cell ends in a paragraph, as the schema wants; a tag over the only one takes it away."""
    for cell in paper.root.iter(TC):
        blocks = [child.tag for child in cell if child.tag in _BLOCKS]
        if not blocks or blocks[-1] == TBL:
            beside = _beside(cell)
            cell.append(etree.Element(P) if beside is None else like(beside))


def _beside(cell: Element) -> Element | None:
    """A paragraph of the same row: an empty cell is set like it, as Normal is higher than a form's lines."""
    row = cell.getparent()
    return None if row is None else next((other for other in row.iterfind(f"{TC}/{P}")), None)


def _holds_a_drawing(element: Element) -> bool:
    return element.find(f".//{w('drawing')}") is not None or element.find(f".//{w('pict')}") is not None


def _fills_a_cell(element: Element) -> bool:
    """Whether the paragraph is the one that its cell must end in."""
    cell, before = element.getparent(), element.getprevious()
    if cell is None or cell.tag != TC:
        return False
    return len(cell.findall(P)) == 1 or (before is not None and before.tag == TBL)


def _drop(paper: Rendered, element: Element) -> None:
    before, style = element.getprevious(), paper.styles.name(element)
    following = element.getnext()
    goes_on = following is not None and following.tag == P and paper.styles.name(following) == style
    if _fills_a_cell(element):
        return
    remove(element)
    if before is not None and not goes_on and paper.is_blank_row(before) and _is_gap(before, paper):
        remove(before)


def _is_gap(blank: Element, paper: Rendered) -> bool:
    # A row that a clerk left empty in Word is body text without a run.
    style = paper.styles.name(blank)
    return style == BLANK_ROW or (style in _PLAIN_STYLES and blank.find(R) is None)
