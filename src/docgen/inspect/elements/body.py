"""The text itself: its levels, the list of attachments, who was there, tables."""

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.look import Place
from docgen.inspect.elements.sheet import Sheet

_LEVELS = (Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_PRESENT = (
    (shapes.ATTENDEES, Element.ATTENDEES),
    (shapes.LEAVE, Element.LEAVE),
    (shapes.OBSERVERS, Element.OBSERVERS),
)
_ITEM_INDENT_CHARS = 3.5


def find_body(sheet: Sheet) -> None:
    """What is left of the text is known: levels, attachment note, text, tables."""
    in_note = False
    for at in sheet.free():
        look, text = sheet.looks[at], sheet.solid[at]
        if look.place is not Place.FLOW:
            sheet.take(at, Element.TABLE if look.place is Place.CELL else Element.OTHER)
            continue
        in_note = _is_note(sheet, at, text, in_note=in_note)
        sheet.take(at, Element.ATTACHMENT_NOTE if in_note else _of_text(text))


def _is_note(sheet: Sheet, at: int, text: str, *, in_note: bool) -> bool:
    if shapes.ATTACHMENT_NOTE.fullmatch(text):
        return True
    is_item = shapes.ATTACHMENT_ITEM.fullmatch(text) is not None and len(text) < 80
    goes_on = sheet.looks[at].left_chars >= _ITEM_INDENT_CHARS and len(text) < 80
    return in_note and at > 0 and sheet.found[at - 1] is Element.ATTACHMENT_NOTE and (is_item or goes_on)


def _of_text(text: str) -> Element:
    for shape, element in _PRESENT:
        if shape.fullmatch(text):
            return element
    for shape, element in zip(shapes.HEADINGS, _LEVELS, strict=True):
        if shape.match(text):
            return element
    return Element.BODY
