"""What stands at the end: 版记, the date, who signs, the note under it; and where attachments begin."""

import re
from itertools import pairwise

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.issued import rows_named
from docgen.inspect.elements.look import Align, Look, Place
from docgen.inspect.elements.sheet import Sheet

_IMPRINT_SIZE_PT = 15.0
_AFTER_DATE_MAX = 6
_NAME_CHARS_MAX = 45
_NAMES_MAX = 24
_BLANKS_BETWEEN = 6
_SHIFTED_CHARS = 3.5
_LABEL_SIZE_PT = 17.0


def find_imprint(sheet: Sheet, start: int) -> int:
    """版记 is known; the place of its first look, or the end of the paper."""
    places = [at for at in sheet.printed if at >= start]
    issued = [at for at in places if _is_imprint(sheet, at)]
    copies = [at for at in places if _is_copy_to(sheet, at)]
    for at in issued:
        sheet.take_all(sheet.same_row(at), Element.IMPRINT)
    for at in copies:
        sheet.take_all((one for one in sheet.same_row(at) if sheet.found[one] is None), Element.COPY_TO)
    if copies:
        _fill_between(sheet, copies[0], issued)
        _find_undeclared(sheet, copies[-1])
    first = sheet.first(Element.IMPRINT, Element.COPY_TO)
    return len(sheet.looks) if first is None else first


def _is_imprint(sheet: Sheet, at: int) -> bool:
    text = sheet.solid[at]
    if shapes.IMPRINT.fullmatch(text) is not None and len(text) < 80:
        return True
    look = sheet.looks[at]
    # Without “印发” it is known by standing small, organ and date in one row.
    row = "".join(sheet.solid[one] for one in sheet.same_row(at))
    is_small = 0 < look.size_pt <= _IMPRINT_SIZE_PT
    return (
        is_small
        and len(row) < 60
        and bool(re.match(r".{3,40}\d{4}年\d{1,2}月\d{1,2}日$", row))
        and shapes.ORGAN.match(row) is not None
        and _has_gap(sheet, at)
    )


def _has_gap(sheet: Sheet, at: int) -> bool:
    return len(shapes.parts(sheet.looks[at].text)) == 2 or len(sheet.same_row(at)) == 2


def _is_copy_to(sheet: Sheet, at: int) -> bool:
    text = sheet.solid[at]
    if shapes.COPY_TO.fullmatch(text) and not re.match(r"(?:抄送|抄报|分送)(?:给|了|至)", text):
        return True
    is_late = at > sheet.printed[len(sheet.printed) // 2]
    return shapes.SEND_TO.fullmatch(text) is not None and is_late


def _fill_between(sheet: Sheet, first: int, issued: list[int]) -> None:
    """Rows between 抄送 and 印发 go on with 抄送."""
    last = next((at for at in issued if at > first), None)
    if last is not None and last - first < 20:
        sheet.take_all(sheet.free(first, last), Element.COPY_TO)


def _find_undeclared(sheet: Sheet, copies: int) -> None:
    """A row under 抄送 with a day at its end is 印发, whatever it says."""
    if sheet.first(Element.IMPRINT) is not None:
        return
    for at in sheet.free(copies + 1):
        row = "".join(sheet.solid[one] for one in sheet.same_row(at))
        if shapes.DATE_AT_END.search(row.removesuffix("印发").removesuffix("印")) or "印发" in row:
            sheet.take_all(sheet.same_row(at), Element.IMPRINT)
        return


def find_attachments(sheet: Sheet, start: int) -> int:
    """The labels and titles of attachments are known; where the first begins, or the end of the paper."""
    labels = [at for at in sheet.free(start) if _is_label(sheet, at)]
    for at in labels:
        sheet.take(at, Element.ATTACHMENT_LABEL)
    for at in labels:
        _find_attachment_title(sheet, at)
    return labels[0] if labels else len(sheet.looks)


def _is_label(sheet: Sheet, at: int) -> bool:
    text = sheet.solid[at]
    if shapes.UNBOUND_LABEL.fullmatch(text):
        return bool(shapes.NUMBER.match(text))
    if not shapes.ATTACHMENT_LABEL.fullmatch(text) or sheet.looks[at].place is Place.CELL:
        return False
    # “附件：” with its items on the next rows is the note, not a label.
    following = next(iter(sheet.free(at + 1)), None)
    is_note = (
        text[-1] in "：:"
        and following is not None
        and shapes.ATTACHMENT_ITEM.fullmatch(sheet.solid[following])
    )
    return not is_note


def _find_attachment_title(sheet: Sheet, label: int) -> None:
    rows = list(sheet.free(label + 1, label + 8))
    if not rows or not _is_attachment_title(sheet, rows[0]):
        return
    head = sheet.looks[rows[0]]
    sheet.take(rows[0], Element.ATTACHMENT_TITLE)
    for before, at in pairwise(rows):
        look = sheet.looks[at]
        alike = look.size_pt == head.size_pt and look.align is head.align and look.align is Align.CENTER
        if at != before + 1 or not alike or head.size_pt < _LABEL_SIZE_PT:
            break
        sheet.take(at, Element.ATTACHMENT_TITLE)


def _is_attachment_title(sheet: Sheet, at: int) -> bool:
    look, text = sheet.looks[at], sheet.solid[at]
    if look.place is Place.CELL or len(text) > 80 or text.endswith("。"):
        return False
    is_set_apart = (
        look.align is Align.CENTER or look.size_pt >= _LABEL_SIZE_PT or look.left_chars >= _SHIFTED_CHARS
    )
    return is_set_apart or not any(shape.match(text) for shape in shapes.HEADINGS)


def find_signing(sheet: Sheet, start: int, end: int) -> int:
    """Date, names above it and note below are known; the place of the first, or `end`."""
    date = _date(sheet, start, end)
    if date is None:
        return end
    sheet.take(date, Element.DATE)
    for at in sheet.free(date + 1, end):
        text = sheet.solid[at]
        if any(sheet.looks[before].starts_page for before in sheet.free(date + 1, at)):
            break  # what is issued has begun
        if shapes.BRACKETED.fullmatch(text) or shapes.BARE_NOTE.fullmatch(text):
            sheet.take(at, Element.NOTE)
            break
    return min([date, *_take_names(sheet, start, date)])


def _date(sheet: Sheet, start: int, end: int) -> int | None:
    """The last row that is a day and nothing else, near the end of the text."""
    rows = list(sheet.free(start, end))
    dates = [at for at in rows if _is_date(sheet.looks[at])]
    outside = [at for at in dates if sheet.looks[at].place is not Place.CELL]
    for at in reversed(outside or dates):
        after = [one for one in rows if one > at and sheet.looks[one].place is not Place.CELL]
        if len(after) <= _AFTER_DATE_MAX or _ends_its_page(sheet, at, after) or _issues(sheet, after):
            return at
    return None


def _issues(sheet: Sheet, after: list[int]) -> bool:
    """Whether what the title says is issued follows, at once or under a note."""
    return any(rows_named(sheet, rows) for rows in (after[:3], after[1:4]))


def _ends_its_page(sheet: Sheet, date: int, after: list[int]) -> bool:
    """Whether what follows a date, a note under it aside, begins another page: what the paper issues."""
    text = sheet.solid[after[0]]
    is_note = shapes.BRACKETED.fullmatch(text) or shapes.BARE_NOTE.fullmatch(text)
    following = after[1] if is_note else after[0]
    return any(look.starts_page for look in sheet.looks[date + 1 : following + 1])


def _is_date(look: Look) -> bool:
    lines = [shapes.solid(line) for line in look.text.split("\n") if line.strip()]
    if not lines or not shapes.DATE.fullmatch(lines[-1]):
        return False
    return re.search(r"\d|[年]", lines[-1]) is not None and all(
        len(line) <= _NAME_CHARS_MAX for line in lines
    )


def _take_names(sheet: Sheet, start: int, date: int) -> list[int]:
    names: list[int] = []
    blanks = 0
    for at in range(date - 1, start - 1, -1):
        if not sheet.solid[at]:
            blanks += 1
            continue
        if sheet.found[at] is Element.PAGE_NUMBER:
            continue
        gap = 2 if names and not _is_shifted(sheet.looks[at]) else _BLANKS_BETWEEN
        if sheet.found[at] is not None or blanks > gap or len(names) >= _NAMES_MAX or not _is_name(sheet, at):
            break
        sheet.take(at, _signing_element(sheet, at))
        names.append(at)
        blanks = 0
    return names


def _signing_element(sheet: Sheet, at: int) -> Element:
    return Element.POST if shapes.POST.fullmatch(sheet.looks[at].text.strip()) else Element.SIGNATURE


def _is_shifted(look: Look) -> bool:
    return look.align in (Align.RIGHT, Align.CENTER) or look.left_chars >= _SHIFTED_CHARS


def _is_name(sheet: Sheet, at: int) -> bool:
    """Whether it may be the name of who signs: short, no sentence, and set apart or an organ's."""
    look, text = sheet.looks[at], sheet.solid[at]
    if any(len(line.strip()) > _NAME_CHARS_MAX for line in re.split(r"[\n\t]", look.text)) or re.search(
        r"[。；：:!！？?，,]", text
    ):
        return False
    if any(shape.match(text) for shape in shapes.HEADINGS) or shapes.ATTACHMENT_NOTE.match(text):
        return False
    is_organ = shapes.ORGAN.fullmatch(text) is not None and len(text) >= 4
    return _is_shifted(look) or look.place in (Place.CELL, Place.BOX) or is_organ
