"""B18: the date is in Arabic digits, complete, without padding, and on the calendar."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages
from docgen.text.present import present

RULE = Rule(
    "B18",
    "7.3.5.4",
    Strength.MUST,
    "成文日期的写法",
    "成文日期中的数字用阿拉伯数字将年、月、日标全，年份应当标全称，月、日不编虚位（即1不编为01）。",
)
_JUDGED = (Format.ORDINARY, Format.UPWARD, Format.LETTER, Format.ORDER)
_RIGHT = re.compile(r"((?:19|20)\d{2})年([1-9]\d?)月([1-9]\d?)日")
_OPEN = re.compile(r"\D*")  # a place still to be filled in
_DATED_UNDER_TITLE = re.compile(r"[（(].*\d{4}年\d{1,2}月\d{1,2}日.*[)）]")
_UNFILLED = re.compile(r"(?:19|20)\d{2}年(?:月|\d{1,2}月)日")
_WHOLE = "年月日齐全"
_NUMBERS = re.compile(r"((?:19|20)\d{2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}")


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    dates = seen.paragraphs(Element.DATE)
    for paragraph in dates:
        if told := _fault(paragraph.text):
            text, strength = paragraph.text, _strength(paragraph.text)
            yield at_paragraph(RULE, paragraph, told, _remedy(text), _WHOLE, text.strip(), strength)
    is_dated = dates or any(
        _DATED_UNDER_TITLE.fullmatch(one.text.strip()) for one in seen.paragraphs(Element.OTHER)
    )
    if not is_dated and _needs_date(seen) and seen.paragraphs(Element.BODY):
        yield Deviation(RULE, "没有找到成文日期", "请在署名下面写上成文日期", "成文日期", "没有")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.DATE) if is_judged_on_pages(seen) else ():
        if told := _fault(block.text):
            text, strength = block.text, _strength(block.text)
            yield at_block(RULE, block, told, _remedy(text), _WHOLE, text.strip(), strength)
    if is_judged_on_pages(seen) and _is_undated(seen):
        yield Deviation(RULE, "没有找到成文日期", "请在署名下面写上成文日期", "成文日期", "没有")


def _is_undated(seen: Seen) -> bool:
    """Whether a paper whose every page can be read has a mark and a text, but no date."""
    pages = seen.pages.pages if seen.pages else ()
    under_title = (_DATED_UNDER_TITLE.fullmatch(one.text.strip()) for one in seen.blocks(Element.OTHER))
    is_whole = (
        all(page.is_readable for page in pages) and seen.blocks(Element.MARK) and seen.blocks(Element.BODY)
    )
    return bool(is_whole) and seen.format in _JUDGED and not (seen.blocks(Element.DATE) or any(under_title))


def _needs_date(seen: Seen) -> bool:
    return seen.format in _JUDGED and bool(seen.paragraphs(Element.MARK))


def _strength(text: str) -> Strength:
    """What is still open in a draft is no 错误."""
    return Strength.MAY if _UNFILLED.fullmatch("".join(text.split())) else RULE.strength


def _remedy(text: str) -> str:
    """How this very day is written, where its numbers tell."""
    if _UNFILLED.fullmatch("".join(text.split())):
        return "定稿时请填上月、日"
    found = _NUMBERS.search("".join(text.split()))
    if found is None:
        return "请写成“2026年3月1日”的样子"
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return "请核对成文日期"
    return f"请写成“{present(day)}”"


def _fault(text: str) -> str:
    """What is wrong with the last line, which is the date; "" for nothing."""
    lines = ["".join(line.split()) for line in text.split("\n") if line.strip()]
    written = lines[-1] if lines else ""
    if _OPEN.fullmatch(written) and not re.search(r"[〇○零一二三四五六七八九]", written):
        return ""
    if _UNFILLED.fullmatch(written):
        return "成文日期还没有填写"
    found = _RIGHT.fullmatch(written)
    if found is None:
        return f"成文日期写成了“{written}”"
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return f"成文日期“{written}”不是日历上有的日子"
    return ""
