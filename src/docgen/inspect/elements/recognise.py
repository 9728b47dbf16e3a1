"""The elements of a paper, one for each look: head, title, ends, then the text between."""

from collections.abc import Sequence

from docgen.inspect.elements import shapes
from docgen.inspect.elements.body import find_body
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.ends import find_attachments, find_imprint, find_signing
from docgen.inspect.elements.head import find_head
from docgen.inspect.elements.issued import find_issued_title
from docgen.inspect.elements.look import Look, Place
from docgen.inspect.elements.sheet import Sheet
from docgen.inspect.elements.title import find_title


def recognise(looks: Sequence[Look]) -> tuple[Element, ...]:
    """What each look is."""
    sheet = Sheet(tuple(looks))
    _find_margins(sheet)
    head_end = find_head(sheet)
    # An order has no title: its text may follow its number.
    has_head = sheet.first(Element.MARK, Element.NUMBER) is not None and not sheet.first(Element.ORDER_NUMBER)
    text_start = find_title(sheet, head_end, has_head=has_head)
    imprint = find_imprint(sheet, text_start)
    attachments = find_attachments(sheet, text_start)
    find_signing(sheet, text_start, min(imprint, attachments))
    find_issued_title(sheet, min(imprint, attachments))
    find_body(sheet)
    return tuple(element or Element.OTHER for element in sheet.found)


def _find_margins(sheet: Sheet) -> None:
    """Empty rows, and what stands above and below the text area."""
    for at, look in enumerate(sheet.looks):
        if not sheet.solid[at]:
            sheet.take(at, Element.BLANK)
        elif look.place in (Place.HEADER, Place.FOOTER):
            is_number = shapes.PAGE_NUMBER.fullmatch(sheet.solid[at]) is not None
            sheet.take(at, Element.PAGE_NUMBER if is_number else Element.OTHER)
