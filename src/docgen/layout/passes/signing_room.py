"""Room to sign at the end of a line that stands right, such as 支部书记（签字）： without a seal after it.

Blanks at the end of such a line are hung in the margin, by Word and LibreOffice alike; an indent is not.
"""

from docgen.layout.gbt9704 import SIZE_SMALL_4
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import RPR, VAL, Element, T, runs_of, set_property, w

_BLANK = "　"
_TWIPS_PER_HALF_POINT = 10


def keep_signing_room(paper: Rendered) -> None:
    """Blanks at the end of a signing line of a form have become an indent of their width."""
    for line in paper.in_style("表单签署"):
        runs = [run for run in runs_of(line) if run.find(T) is not None]
        last = runs[-1].findall(T)[-1] if runs else None
        if last is None or not (last.text or "").endswith(_BLANK):
            continue
        text = last.text or ""
        last.text = text.rstrip(_BLANK)
        blanks = len(text) - len(last.text)
        set_property(line, "ind", {"right": blanks * _size_half_points(runs[-1]) * _TWIPS_PER_HALF_POINT})


def _size_half_points(run: Element) -> int:
    size = run.find(f"{RPR}/{w('sz')}")
    return int((size.get(VAL) if size is not None else None) or SIZE_SMALL_4)
