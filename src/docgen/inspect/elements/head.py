"""版头: 份号, 密级, 紧急程度, the organ's mark, the number, who signed."""

import re

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.look import Align
from docgen.inspect.elements.sheet import Sheet

_ROWS_MAX = 40  # a joint paper's head has a row for each organ
_LONG_CHARS = 80
_MARK_SIZE_PT = 26.0
_MARK_CHARS_MAX = 60
_SIMPLE = (
    (shapes.COPY_NUMBER, Element.COPY_NUMBER),
    (shapes.SECRECY, Element.SECRECY),
    (shapes.URGENCY, Element.URGENCY),
    (shapes.ORDER_NUMBER, Element.ORDER_NUMBER),
    (shapes.NUMBER, Element.NUMBER),
)
_MARK_END = re.compile(r"(?:文件|命令|令|纪要|公报|函|通报)$")


def find_head(sheet: Sheet) -> int:
    """The head is known; the place of the first look after it."""
    rows = _rows(sheet)
    for at in rows:
        element = _by_words(sheet.looks[at].text)
        if element is not None:
            sheet.take(at, element)
    _find_marks(sheet, rows)
    mark = sheet.last(Element.MARK)
    if mark is None:
        _forget(sheet, rows)
        return _end(sheet, rows)
    _find_issue(sheet, mark, rows)
    _find_more_signers(sheet, rows)
    return _end(sheet, rows)


def _rows(sheet: Sheet) -> list[int]:
    """The looks among which a head may be: up to the first long text or what only stands below."""
    rows: list[int] = []
    for at in sheet.printed[:_ROWS_MAX]:
        text = sheet.solid[at]
        if len(text) > _LONG_CHARS or (shapes.GENRE_AT_END.search(text) and "关于" in text):
            break
        rows.append(at)
    return rows


def _by_words(text: str) -> Element | None:
    """What a row is by its words; with several parts the most telling one counts."""
    whole = shapes.solid(text)
    for shape, element in _SIMPLE:
        if shape.fullmatch(whole):
            return element
    pieces = shapes.parts(text)
    if any(shapes.SIGNER.fullmatch(piece) for piece in pieces):
        return Element.SIGNER
    found = {element for piece in pieces for shape, element in _SIMPLE if shape.fullmatch(piece)}
    for element in (Element.NUMBER, Element.SECRECY, Element.URGENCY, Element.COPY_NUMBER):
        if element in found:
            return element
    return None


def _find_marks(sheet: Sheet, rows: list[int]) -> None:
    """The marks: large or red, or “…文件”, above the number or where a number would follow."""
    anchors = [at for at in rows if sheet.found[at] in (Element.NUMBER, Element.ORDER_NUMBER, Element.SIGNER)]
    for at in rows:
        if sheet.found[at] is not None or (anchors and at > anchors[0] and not sheet.looks[at].is_red):
            continue
        if _is_mark(sheet, at, has_number=bool(anchors)):
            sheet.take(at, Element.MARK)


def _is_mark(sheet: Sheet, at: int, *, has_number: bool) -> bool:
    look, text = sheet.looks[at], sheet.solid[at]
    if len(text) > _MARK_CHARS_MAX or shapes.SENTENCE_END.search(text):
        return False
    if look.is_red or look.size_pt >= _MARK_SIZE_PT:
        return look.is_red or has_number or bool(_MARK_END.search(text))
    return has_number and (text == "文件" or (text.endswith("文件") and bool(shapes.ORGAN.match(text))))


def _find_issue(sheet: Sheet, mark: int, rows: list[int]) -> None:
    """Under the mark of minutes the number is an issue: 第3期."""
    for at in rows:
        if at > mark and sheet.found[at] is None and shapes.ISSUE.fullmatch(sheet.solid[at]):
            sheet.take(at, Element.NUMBER)


def _find_more_signers(sheet: Sheet, rows: list[int]) -> None:
    """Rows of names under (or above) the one that says 签发人."""
    signer = sheet.first(Element.SIGNER)
    for at in rows:
        if signer is None or sheet.found[at] is not None or not signer < at <= signer + 6:
            continue
        look, text = sheet.looks[at], sheet.solid[at]
        if len(text) <= 16 and (look.left_chars >= 8 or look.align is Align.RIGHT) and not look.is_red:
            sheet.take(at, Element.SIGNER)


def _forget(sheet: Sheet, rows: list[int]) -> None:
    """Without a mark a row of digits is no 份号; number and signer may stand alone above a title."""
    for at in rows:
        if sheet.found[at] in (Element.COPY_NUMBER, Element.ORDER_NUMBER):
            sheet.found[at] = None


def _end(sheet: Sheet, rows: list[int]) -> int:
    last = [at for at in rows if sheet.found[at] is not None]
    return last[-1] + 1 if last else 0
