"""Which format a paper is in, by its elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element, Format
from docgen.inspect.elements.look import Align, Look, Place

_LETTER_MARK_TOP_MAX_MM = 45.0
_RIGHT_CHARS = 8.0
_UPWARD = re.compile(r"(?:请示|报告)(?:[（(][^（）()]*[)）])?$")


@dataclass(frozen=True, slots=True)
class Hints:
    """What lines and places tell besides the looks; nothing known is no hint."""

    has_double_red_lines: bool = False
    mark_top_mm: float | None = None
    is_landscape: bool = False


def format_of(looks: Sequence[Look], elements: Sequence[Element], hints: Hints | None = None) -> Format:
    """What the paper was taken for."""
    known = hints or Hints()
    texts = _texts(looks, elements)
    mark, title = texts.get(Element.MARK, ""), texts.get(Element.TITLE, "")
    if known.is_landscape and not mark:
        return Format.TABLE
    if mark and re.search(r"(?:命令|令)$", mark):
        return Format.ORDER
    if mark and mark.endswith("纪要"):
        return Format.MINUTES
    if mark and _is_letter(looks, elements, mark, title, known):
        return Format.LETTER
    if Element.SIGNER in texts or (mark and _UPWARD.search(title)):
        return Format.UPWARD
    if mark:
        return Format.ORDINARY
    is_paper = shapes.GENRE_AT_END.search(title) is not None and texts.keys() & {
        Element.DATE,
        Element.RECIPIENTS,
        Element.NUMBER,
    }
    return Format.ORDINARY if is_paper else Format.OTHER


def _texts(looks: Sequence[Look], elements: Sequence[Element]) -> dict[Element, str]:
    """The text of each element. Under no mark what stands in cells is a form's: it asks for these things."""
    texts: dict[Element, str] = {}
    is_form = Element.MARK not in elements
    for look, element in zip(looks, elements, strict=True):
        if not (is_form and look.place is Place.CELL):
            texts[element] = texts.get(element, "") + shapes.solid(look.text)
    return texts


def _is_letter(
    looks: Sequence[Look], elements: Sequence[Element], mark: str, title: str, known: Hints
) -> bool:
    """A letter has its number at the right under double lines, its mark high up and without “文件”."""
    if known.has_double_red_lines:
        return True
    if "文件" in mark or Element.SIGNER in elements:
        return False
    is_high = known.mark_top_mm is not None and known.mark_top_mm < _LETTER_MARK_TOP_MAX_MM
    numbers = [look for look, element in zip(looks, elements, strict=True) if element is Element.NUMBER]
    is_right = any(
        look.align is Align.RIGHT
        or (look.align is not Align.CENTER and look.left_chars >= _RIGHT_CHARS)
        or re.match(r".*[\t　 ]{2,}\S+$", look.text)
        for look in numbers
    )
    return is_high or is_right or (title.endswith("函") and not numbers)
