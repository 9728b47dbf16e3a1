"""Line breaks that are no one's: where a clerk broke a long line while typing, the text runs on.

Known by a line that is long and closes no sentence, where a later line closes it: a list without stops
stays a list. A blank line between two paragraphs of a cell leaves no empty row there either.
"""

from collections.abc import Sequence

from docgen.layout.outline import STYLES as BODY_STYLES
from docgen.layout.outline import level_of
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import BR, Element, P, R, is_line_break, make_run, text_of
from docgen.text.width import width_em

_CELL_STYLES = frozenset({"表格正文", "表格居中", "表单正文"})
_LONG_CHARS = 25  # a line that an editor's window or a clerk's habit breaks; lists have shorter ones
_CLOSING = "。！？；：…—.!?;:）)】》"
_BULLETS = "-·•●*—"


def join_wraps(paper: Rendered) -> None:
    """A sentence that was broken over several lines is one line of text again."""
    for element in _with_breaks(paper):
        in_cell = paper.styles.name(element) in _CELL_STYLES
        here, *rest = text_of(element).split("\n")
        for at, mark in enumerate(_breaks(element)[: len(rest)]):
            after = rest[at]
            if _is_open(here) and _goes_on(rest[at:]):
                _join(mark, " " if _needs_space(here, after) else "")
                here = here.rstrip() + after.lstrip()
            elif in_cell and not (here.strip() and after.strip()):
                _join(mark, "")
                here += after
            else:
                here = after


def _with_breaks(paper: Rendered) -> list[Element]:
    # Sought by the breaks: a ledger has ten thousand paragraphs, few of them with one.
    owners = (next(mark.iterancestors(P), None) for mark in paper.root.iter(BR) if is_line_break(mark))
    found = dict.fromkeys(owner for owner in owners if owner is not None)
    return [one for one in found if paper.styles.name(one) in BODY_STYLES | _CELL_STYLES]


def _breaks(element: Element) -> list[Element]:
    return [mark for mark in element.iter(BR) if is_line_break(mark)]


def _is_open(line: str) -> bool:
    line = line.rstrip()
    return width_em(line) >= _LONG_CHARS and line[-1] not in _CLOSING


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether these lines begin with the rest of a sentence, down to its closing mark."""
    for line in lines:
        text = line.strip()
        if not text or level_of(text) is not None or text[0] in _BULLETS:
            return False
        if text[-1] in _CLOSING:
            return True
        if not _is_open(text):
            return False
    return False


def _needs_space(before: str, after: str) -> bool:
    before, after = before.rstrip()[-1:], after.lstrip()[:1]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _join(mark: Element, gap: str) -> None:
    run = mark.getparent()
    if run is None or run.tag != R:
        return
    if gap:
        for piece in make_run(gap):
            mark.addprevious(piece)
    run.remove(mark)
