"""Rows that belong together: a paragraph that was broken over lines, a title of two rows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.inspect.elements.look import Align
from docgen.inspect.pages.rows import Row

_LARGE_PT = 18.0
_SAME_SIZE_PT = 0.8
# Rows of one paragraph lie one pitch apart; a blank row between makes it two.
_NEXT_ROW_PITCHES = 1.5
_TITLE_ROW_SIZES = 2.2
_MM_PER_POINT = 25.4 / 72
_FLUSH_CHARS = 1.2
_ITEM = re.compile(r"\d{1,2}[.．、]")
_HANGING = ("附件", "抄送", "主送", "出席", "请假", "列席")


@dataclass(slots=True)
class Group:
    """Rows of one block so far."""

    rows: list[Row] = field(default_factory=list)

    def takes(self, row: Row, pitch_mm: float) -> bool:
        """Whether the row goes on with what the block says."""
        before = self.rows[-1]
        if abs(before.size_pt - row.size_pt) > _SAME_SIZE_PT or before.is_red != row.is_red:
            return False
        step_mm = row.line.baseline_mm - before.line.baseline_mm
        if row.size_pt >= _LARGE_PT:
            is_near = step_mm < _TITLE_ROW_SIZES * row.size_pt * _MM_PER_POINT
            # A row of 20 characters fills the page: it is centred if the one beside it is.
            is_centred = Align.CENTER in (before.align, row.align)
            return is_near and is_centred and before.is_even and row.is_even
        if "\t" in before.text or "\t" in row.text:
            return False  # parts that stand side by side: number and signer, organ and day
        return step_mm < _NEXT_ROW_PITCHES * pitch_mm and before.is_full and self._runs_on(row)

    def _runs_on(self, row: Row) -> bool:
        """Whether the row is no new paragraph by its indent: flush, or hanging under the first row."""
        if row.left_chars > _FLUSH_CHARS and _ITEM.match(row.text):
            return False
        if row.align is Align.CENTER and self.text.count("（") > self.text.count("）"):
            return True  # a note in brackets under a title, too long for one row
        if len(self.rows) > 1:
            return abs(row.left_chars - self.rows[-1].left_chars) < _FLUSH_CHARS
        first = self.rows[0]
        has_hanging = first.text.startswith(_HANGING) or _ITEM.match(first.text)
        is_hanging = bool(has_hanging) and row.left_chars > first.left_chars + 1.0
        return row.left_chars < _FLUSH_CHARS or is_hanging

    @property
    def text(self) -> str:
        """A title keeps its rows; a paragraph is one run of text."""
        between = "\n" if self.rows[0].size_pt >= _LARGE_PT else ""
        return between.join(row.text for row in self.rows)


def groups_of(rows: Iterable[Row], pitch_mm: float) -> Iterator[Group]:
    """The rows of one page, from the top, as blocks."""
    group: Group | None = None
    for row in rows:
        if group is not None and group.takes(row, pitch_mm):
            group.rows.append(row)
            continue
        if group is not None:
            yield group
        group = Group([row])
    if group is not None:
        yield group
