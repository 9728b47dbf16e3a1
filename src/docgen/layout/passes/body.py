"""The body: a value of several lines becomes paragraphs, each styled by its numbering."""

from docgen.layout.outline import BODY, STYLES, lead_of, level_of, style_of
from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import (
    BR,
    PPR,
    SECT,
    TBL,
    Element,
    R,
    is_line_break,
    like,
    remove,
    run_like,
    set_run_property,
    set_style,
    split_run_at,
    text_of,
    text_of_run,
)

_LEAD_STYLES = ("标题字（黑体）", "标题字（楷体）")
_LEAD_FACES = ("黑体", "楷体_GB2312")


def split_lines(paper: Rendered) -> bool:
    """A body paragraph with line breaks is as many paragraphs; empty ones are gone. Whether any was."""
    broken = [
        element
        for element in paper.in_style(*STYLES)
        if any(is_line_break(found) for found in element.iter(BR))
    ]
    for element in broken:
        _split(element)
    return bool(broken)


def _split(paragraph: Element) -> None:
    made = [paragraph]
    for run in list(paragraph.iterchildren(R)):
        for rest in _runs_after_breaks(run):
            made.append(_tail(made[-1], rest))
    for element in made:
        if not text_of(element).strip() and element.find(f".//{SECT}") is None and len(made) > 1:
            remove(element)


def _runs_after_breaks(run: Element) -> list[Element]:
    """Cuts the run at its line breaks; the runs that begin a new paragraph each."""
    begun: list[Element] = []
    here: Element | None = run
    while here is not None:
        mark = next((found for found in here.iterchildren(BR) if is_line_break(found)), None)
        if mark is None:
            break
        rest = run_like(here)
        rest.extend(list(mark.itersiblings()))
        here.remove(mark)
        here.addnext(rest)
        begun.append(rest)
        here = rest
    return begun


def _tail(paragraph: Element, first: Element) -> Element:
    """A new paragraph behind `paragraph`, from the run `first` on."""
    made = like(paragraph)
    moving = [first, *first.itersiblings()]
    made.extend(moving)
    section = paragraph.find(f"{PPR}/{SECT}")
    properties = made.find(PPR)
    if section is not None and properties is not None:
        properties.append(section)
    paragraph.addnext(made)
    return made


def style_by_numbering(paper: Rendered) -> bool:
    """Numbered paragraphs of the body carry the heading's style, a heading within one its face.

    Whether a paragraph has got another style.
    """
    changed = False
    for element in paper.in_style(*STYLES):
        text = text_of(element)
        if level_of(text) is None:
            continue
        style = style_of(text)
        if style != paper.styles.name(element):
            set_style(element, paper.styles.id(style))
            changed = True
        lead = lead_of(text)
        if style == BODY and lead is not None:
            _set_lead(element, *lead, paper)
    return changed


def _set_lead(paragraph: Element, level: int, lead: str, paper: Rendered) -> None:
    left = len(lead)
    for run in list(paragraph.iterchildren(R)):
        length = len(text_of_run(run))
        if left <= 0:
            return
        if length > left:
            split_run_at(run, left)
        _set_face(run, level, paper)
        left -= length


def _set_face(run: Element, level: int, paper: Rendered) -> None:
    if paper.styles.has(_LEAD_STYLES[level]):
        set_run_property(run, "rStyle", {"val": paper.styles.id(_LEAD_STYLES[level])})
    else:
        set_run_property(run, "rFonts", {"hint": "eastAsia", "eastAsia": _LEAD_FACES[level]})


def keep_sections_apart(paper: Rendered) -> None:
    """A section that holds nothing is gone, also the last: its page would print empty."""
    body, begun = paper.body, False
    for element in list(body):
        ends = element.find(f"{PPR}/{SECT}") is not None
        if ends and not begun and not text_of(element).strip():
            body.remove(element)
        elif ends:
            begun = False
        elif element.tag != SECT:
            begun = begun or not _is_thread(element, paper)
    _promote_last(paper, begun=begun)


def _is_thread(element: Element, paper: Rendered) -> bool:
    # The thin paragraph that parts two tables, without a page break in it.
    return (
        element.tag != TBL
        and paper.styles.name(element) == "分节"
        and element.find(f".//{BR}") is None
        and not text_of(element)
    )


def _promote_last(paper: Rendered, *, begun: bool) -> None:
    body = paper.body
    final = body.find(SECT)
    ends = [element for element in body if element.find(f"{PPR}/{SECT}") is not None]
    if begun or final is None or not ends:
        return
    last = ends[-1]
    section = last.find(f"{PPR}/{SECT}")
    if section is not None:
        body.replace(final, section)
        if not text_of(last).strip() and paper.styles.name(last) == "分节":
            body.remove(last)
