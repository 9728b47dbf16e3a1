"""The title and, under it, who is addressed."""

import re

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.look import Align, Look, Place
from docgen.inspect.elements.sheet import Sheet
from docgen.inspect.typeface import Typeface

_CHARS_MAX = 120
_SIZE_PT = 17.0  # what is larger is no body text
_TRIES = 4
_ENOUGH_UNDER_HEAD, _ENOUGH_ALONE = 2, 4
_ADDRESSEES_MAX = 400
_SOURCE = re.compile(r"[（(〔].*[)）〕]")


def find_title(sheet: Sheet, start: int, *, has_head: bool) -> int:
    """The title and the addressees are known, if there are any; the place of the first look after them."""
    enough = _ENOUGH_UNDER_HEAD if has_head else _ENOUGH_ALONE
    tries = [at for at in sheet.free(start) if sheet.looks[at].place is not Place.CELL][:_TRIES]
    first = next((at for at in tries if _score(sheet, at) >= enough), None)
    if first is None:
        return _find_addressees(sheet, start) if has_head else start
    end = _take_title(sheet, first)
    return _find_addressees(sheet, end)


def _score(sheet: Sheet, at: int) -> int:
    """How much it looks like a title: the most telling are its words."""
    look, text = sheet.looks[at], sheet.solid[at]
    if len(text) > _CHARS_MAX or re.search(r"[；;，,：:]$", text) or look.is_red:
        return -1
    if any(shape.fullmatch(text) for shape in (shapes.ATTACHMENT_LABEL, shapes.DATE, shapes.BRACKETED)):
        return -1
    if shapes.HEADINGS[0].match(text) or shapes.POST.fullmatch(look.text.strip()):
        return -1
    return (
        2 * bool(shapes.GENRE_AT_END.search(text))
        + ("关于" in text[:30] and len(text) < 80)
        + 2 * (look.size_pt >= _SIZE_PT)
        + (look.face is Typeface.TITLE_SONG)
        + 2 * (look.align is Align.CENTER)
        - 2 * (len(text) > 30 and text.endswith("。"))
    )


def _take_title(sheet: Sheet, first: int) -> int:
    """The rows of the title: those that follow at once and look alike, until its last word."""
    sheet.take(first, Element.TITLE)
    at = first + 1
    while at < len(sheet.looks) and sheet.solid[at] and sheet.found[at] is None:
        look, text = sheet.looks[at], sheet.solid[at]
        if (
            look.place is not sheet.looks[first].place
            or _is_addressees(sheet, at)
            or not _goes_on(sheet, first, at)
        ):
            break
        is_source = _SOURCE.fullmatch(text) is not None
        sheet.take(at, Element.OTHER if is_source else Element.TITLE)
        at += 1
    for rest in sheet.free(at, at + 3):
        if _SOURCE.fullmatch(sheet.solid[rest]) and sheet.looks[rest].align is Align.CENTER:
            sheet.take(rest, Element.OTHER)
            return rest + 1
        break
    return at


def _goes_on(sheet: Sheet, first: int, at: int) -> bool:
    head, look = sheet.looks[first], sheet.looks[at]
    if _SOURCE.fullmatch(sheet.solid[at]):
        return look.align is Align.CENTER
    if shapes.DATE.fullmatch(sheet.solid[at]):
        return False
    return abs(head.size_pt - look.size_pt) < 1.5 and _stands_alike(head, look)


def _stands_alike(head: Look, look: Look) -> bool:
    both_large = head.size_pt >= _SIZE_PT and look.size_pt >= _SIZE_PT
    return head.align is look.align and (head.align is Align.CENTER or both_large)


def _find_addressees(sheet: Sheet, start: int) -> int:
    at = next(iter(sheet.free(start)), None)
    if at is None or not _is_addressees(sheet, at):
        return start
    sheet.take(at, Element.RECIPIENTS)
    return at + 1


def _is_addressees(sheet: Sheet, at: int) -> bool:
    """Whether the look names who is addressed; a forgotten colon is no hindrance."""
    look, text = sheet.looks[at], sheet.solid[at]
    if look.size_pt >= _SIZE_PT or look.place is Place.CELL:
        return False
    if look.align is Align.CENTER and not re.search(r"[：:]$", text):
        return False
    if (
        len(text) > _ADDRESSEES_MAX
        or "。" in text[:-1]
        or any(shape.match(text) for shape in shapes.HEADINGS)
    ):
        return False
    if re.search(r"[：:]$", text):
        return not shapes.LEADS_ON.search(text) and (
            shapes.RECIPIENT_WORDS.search(text) is not None or len(text) <= 20
        )
    plain = text.rstrip("。.，,；;、")
    is_address = re.search(rf"(?:{shapes.RECIPIENT_WORDS.pattern})$", plain) is not None
    return is_address and look.left_chars < 1 and len(plain) <= 60 and not shapes.DATE_AT_END.search(plain)
