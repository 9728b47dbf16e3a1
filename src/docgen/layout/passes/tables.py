"""Where a table may part at the foot of a page: not after one row, not before one, not within a group.

A clerk keeps a small table on one page and never leaves a single row behind a repeated header.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.layout.fit import row_height_twips
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import SECT, TBL, VAL, Element, P, remove, set_property, text_of, w
from docgen.text.width import width_em

_ROW, _JOINED, _HEADER, _HIDDEN = w("tr"), w("vMerge"), w("tblHeader"), w("vanish")
# Of a page's text: what may be moved whole to the next page. More would leave a hole behind.
_WHOLE_SHARE, _EDGE_SHARE, _GROUP_SHARE = 1 / 5, 1 / 8, 1 / 2
# A row that is higher breaks within: kept whole it would leave a hole, or run over the foot of its page.
_ROW_SHARE = 2 / 5
_WHOLE_ROWS_MAX = 12
_LEAD_STYLES = ("公文正文", "公文三级标题", "公文四级标题")
_LEAD_CHARS_MAX = 4 * 28  # a longer paragraph would leave a hole as well


def keep_rows_together(paper: Rendered) -> None:
    """Small tables stand whole; the others part between two rows and two rows, and not in a joined cell."""
    for table in paper.body.iterchildren(TBL):
        rows = table.findall(_ROW)
        heads = next((at for at, row in enumerate(rows) if row.find(f".//{_HEADER}") is None), 0)
        heights = _Heights(paper)
        for row in rows[heads:]:
            _let_tall_row_break(row, heights)
        for row in _kept(rows, heads, heights):
            keep_with_next(row)
        _keep_lead(table, paper)
    _thin_end(paper)


def _thin_end(paper: Rendered) -> None:
    """The empty paragraph that must follow a last table takes no page for itself where the table fills one.

    Word leaves a hidden paragraph mark out; LibreOffice does not, and gets a line that is as good as none.
    """
    *_, before, end = (None, None, *(child for child in paper.body if child.tag != SECT))
    if before is None or end is None or before.tag != TBL or not paper.is_blank_row(end):
        return
    set_property(end, "spacing", {"before": 0, "after": 0, "line": 1, "lineRule": "exact"})
    mark = set_property(end, "rPr")
    if mark.find(_HIDDEN) is None:
        etree.SubElement(mark, _HIDDEN)


class _Heights:
    """The heights of rows together; each row is measured once, for that is half of a paper's layout."""

    def __init__(self, paper: Rendered) -> None:
        self._paper = paper
        self._known: dict[Element, int] = {}

    def within(self, rows: Sequence[Element], share: float) -> bool:
        """Whether the rows take no more than this share of a page's text."""
        return sum(map(self._of, rows)) <= self._paper.profile.text_height_twips * share

    def _of(self, row: Element) -> int:
        if row not in self._known:
            self._known[row] = row_height_twips(row, self._paper)
        return self._known[row]


def _let_tall_row_break(row: Element, heights: _Heights) -> None:
    whole = row.find(f"{w('trPr')}/{w('cantSplit')}")
    if whole is not None and not heights.within([row], _ROW_SHARE):
        remove(whole)


def keep_with_next(row: Element) -> None:
    """The row stands on the page where the next begins."""
    for element in row.iter(P):
        set_property(element, "keepNext")


def _kept(rows: Sequence[Element], heads: int, heights: _Heights) -> Iterator[Element]:
    if len(rows) <= _WHOLE_ROWS_MAX and heights.within(rows, _WHOLE_SHARE):
        yield from rows[:-1]
        return
    groups = list(_groups(rows))
    for group in groups:
        if len(group) > 1 and heights.within(group, _GROUP_SHARE):
            yield from group[:-1]
    for pair in _edges(groups, heads):
        if heights.within(pair, _EDGE_SHARE):
            yield pair[0]


def _edges(groups: Sequence[Sequence[Element]], heads: int) -> Iterator[Sequence[Element]]:
    """The first two rows under the header and the last two, where they leave rows between them."""
    rows = [row for group in groups for row in group]
    # A form, one long table without a header, parts where it likes but before its last row.
    if heads and len(rows) - heads > 3 and all(len(group) == 1 for group in groups[heads : heads + 2]):
        yield rows[heads : heads + 2]
    if len(rows) - heads > 1:
        yield rows[-2:]


def _groups(rows: Sequence[Element]) -> Iterator[list[Element]]:
    """Rows that share a cell."""
    group: list[Element] = []
    for row in rows:
        goes_on = any(joined.get(VAL) in (None, "continue") for joined in row.iter(_JOINED))
        if group and not goes_on:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _keep_lead(table: Element, paper: Rendered) -> None:
    """The words that announce a table (…如下：) stand on its page."""
    here = table.getprevious()
    if here is not None and here.tag == P and paper.styles.name(here) == "表题":
        here = here.getprevious()
    if here is None or here.tag != P or paper.styles.name(here) not in _LEAD_STYLES:
        return
    text = text_of(here).rstrip()
    if text.endswith("：") and width_em(text) <= _LEAD_CHARS_MAX:
        set_property(here, "keepNext")
