"""Room to sign at the end of a line that stands right, such as 支部书记（签字）： without a seal after it.

Blanks at the end of such a line are hung in the margin, by Word and LibreOffice alike; an indent is not.
Blanks before （盖章） give way to a long name.
"""

import re

from docgen.layout.gbt9704 import SIZE_SMALL_4
from docgen.layout.passes.paper import Rendered
from docgen.layout.spacing import width_with_room
from docgen.layout.tree import RPR, VAL, Element, T, runs_of, set_property, set_text, text_of, w

_BLANK = "　"
_TWIPS_PER_HALF_POINT = 10
_CELL_SIDES_TWIPS = 220
_SEALED = re.compile(rf"(?P<who>.*?[^{_BLANK}]){_BLANK}+(?P<seal>（盖章）)")


def keep_signing_room(paper: Rendered) -> None:
    """Blanks at the end of a signing line of a form have become an indent of their width."""
    for line in paper.in_style("表单签署"):
        runs = [run for run in runs_of(line) if run.find(T) is not None]
        last = runs[-1].findall(T)[-1] if runs else None
        if runs and (sealed := _SEALED.fullmatch(text_of(line))):
            _fit_seal(line, sealed["who"], sealed["seal"], _size_half_points(runs[-1]))
        if last is None or not (last.text or "").endswith(_BLANK):
            continue
        text = last.text or ""
        last.text = text.rstrip(_BLANK)
        blanks = len(text) - len(last.text)
        set_property(line, "ind", {"right": blanks * _size_half_points(runs[-1]) * _TWIPS_PER_HALF_POINT})


def _fit_seal(line: Element, who: str, seal: str, size_half_points: int) -> None:
    """（盖章） stands on the line of the name, as near as it must; under it where there is no room left."""
    cell = line.getparent()
    width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is None:
        return
    room_twips = int(width.get(w("w")) or 0) - _CELL_SIDES_TWIPS
    room = room_twips / (size_half_points * _TWIPS_PER_HALF_POINT)
    if width_with_room(text_of(line)) > room:
        blanks = int(room - width_with_room(who) - width_with_room(seal))
        set_text(line, who + (_BLANK * blanks if blanks > 0 else "\n") + seal)


def _size_half_points(run: Element) -> int:
    size = run.find(f"{RPR}/{w('sz')}")
    return int((size.get(VAL) if size is not None else None) or SIZE_SMALL_4)
