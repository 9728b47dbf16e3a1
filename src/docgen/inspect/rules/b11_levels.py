"""B11: the levels follow one another, and each counts on without gap."""

import re
from collections.abc import Iterator, Sequence

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Place
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages
from docgen.text.numerals import cn_number

RULE = Rule(
    "B11",
    "7.3.3",
    Strength.HABIT,
    "层次序数连续",
    "结构层次序数依次用“一、”“（一）”“1.”“（1）”，同一层的序数应当从一开始、前后相连，不跳号、不重号，大层次在前、小层次在后。",
)
_LEVELS = (Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_NUMBER = re.compile(r"^[（(\s]*([一二三四五六七八九十]{1,3}|\d{1,2})")
_HAN = {cn_number(number): number for number in range(1, 100)}


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    flow = [one for one in seen.document.paragraphs if one.place is Place.FLOW]
    for at, told in _faults([(one.number, seen.element_of(one), one.text) for one in flow]):
        yield at_paragraph(RULE, seen.document.paragraphs[at - 1], *told)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not is_judged_on_pages(seen):
        return
    pairs = zip(seen.pages.blocks, seen.page_elements, strict=True)
    listed = [
        (block.number, element, block.text) for block, element in pairs if block.look.place is Place.FLOW
    ]
    for at, told in _faults(listed):
        yield at_block(RULE, seen.pages.blocks[at - 1], *told)


def _faults(listed: Sequence[tuple[int, Element, str]]) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    counts: dict[Element, int] = {}
    for at, element, text in listed:
        if element in (Element.ATTACHMENT_LABEL, Element.ATTACHMENT_TITLE, Element.ISSUED_TITLE):
            counts = {}
        if element not in _LEVELS or (number := _number(text)) is None:
            continue
        expected = counts.get(element, 0) + 1
        deeper = _LEVELS[_LEVELS.index(element) + 1 :]
        counts = {one: count for one, count in counts.items() if one not in deeper}
        # A list that begins anew has a text between; a number that begins at 1 is taken as such.
        if number not in (expected, 1) or (number == 1 and expected == 2):
            wanted, found = _shown(element, expected), _shown(element, number)
            told = (
                f"序数“{found}”不连续，前面一个是“{_shown(element, expected - 1)}”"
                if expected > 1
                else f"第一个序数是“{found}”"
            )
            yield at, (told, "请核对序数，不要跳号、重号", wanted, found)
        counts[element] = number


def _number(text: str) -> int | None:
    found = _NUMBER.match(text.strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else _HAN.get(found[1])


def _shown(element: Element, number: int) -> str:
    shapes = {
        Element.HEADING1: f"{cn_number(number)}、",
        Element.HEADING2: f"（{cn_number(number)}）",
        Element.HEADING3: f"{number}.",
        Element.HEADING4: f"（{number}）",
    }
    return shapes[element]
