"""Who was at the meeting: labels in 黑体, names going on after the colon (10.3)."""

import re

from docgen.layout.gbt9704 import CHAR_ADVANCE_TWIPS
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import R, make_run, set_property, set_run_property, text_of
from docgen.text.width import width_em

_LINE = re.compile(r"(?P<label>[^：:]{1,6}[：:])\s*(?P<names>.*)", re.DOTALL)
_INDENT_CHARS = 2


def set_attendees(paper: Rendered) -> None:
    """出席：, 请假： and 列席： stand two characters in, continuations under the first name."""
    for element in paper.in_style("与会人员"):
        match = _LINE.fullmatch(text_of(element).strip())
        if match is None:
            continue
        for run in element.findall(R):
            element.remove(run)
        label = make_run(match["label"])
        set_run_property(label, "rFonts", {"hint": "eastAsia", "eastAsia": "黑体"})
        element.extend((label, make_run(match["names"])))
        hanging = width_em(match["label"])
        set_property(
            element,
            "ind",
            {
                "left": round((_INDENT_CHARS + hanging) * CHAR_ADVANCE_TWIPS),
                "hanging": round(hanging * CHAR_ADVANCE_TWIPS),
            },
        )
