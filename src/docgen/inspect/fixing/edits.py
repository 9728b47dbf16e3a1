"""A paragraph's text changed in place: what stays keeps its manner, piece by piece."""

from difflib import SequenceMatcher

from docgen.layout.tree import BR, TAB, Element, T, is_line_break, runs_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def own_text(paragraph: Element) -> str:
    """What is written in it, without what automatic numbering prints."""
    return "".join(said for _, said in _pieces(paragraph))


def write_text(paragraph: Element, new: str) -> bool:
    """The paragraph reads `new`; False where that would touch a break or a tab, and nothing is changed."""
    pieces = _pieces(paragraph)
    old = "".join(said for _, said in pieces)
    owners = [index for index, (_, said) in enumerate(pieces) for _ in said]
    written = [""] * len(pieces)
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            for at in range(start, end):
                written[owners[at]] += old[at]
            continue
        if any(pieces[owners[at]][0].tag != T for at in range(start, end)):
            return False
        owner = _owner(pieces, owners, start, end)
        if owner is None:
            return False
        written[owner] += new[new_start:new_end]
    for (element, said), text in zip(pieces, written, strict=True):
        if element.tag == T and text != said:
            element.text = text
            element.set(_SPACE, "preserve")
    return True


def _owner(pieces: list[tuple[Element, str]], owners: list[int], start: int, end: int) -> int | None:
    """The w:t that takes what is written at `start`: the one that loses something there, or is before it."""
    candidates = (
        [owners[start]] if start < end else [owners[at] for at in (start - 1, start) if 0 <= at < len(owners)]
    )
    return next((at for at in candidates if pieces[at][0].tag == T), None)


def _pieces(paragraph: Element) -> list[tuple[Element, str]]:
    found: list[tuple[Element, str]] = []
    for run in runs_of(paragraph):
        for element in run:
            if element.tag == T:
                found.append((element, element.text or ""))
            elif element.tag == TAB:
                found.append((element, "\t"))
            elif element.tag == BR and is_line_break(element):
                found.append((element, "\n"))
    return found
