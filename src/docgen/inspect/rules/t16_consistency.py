"""T16: mark, title, signature and imprint name the same organ; it is issued after it was signed."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both
from docgen.inspect.wording.organs import are_one_organ, organs_of_mark, organs_signed
from docgen.text.present import present

RULE = Rule(
    "T16",
    "《条例》第九条",
    Strength.MAY,
    "发文机关和日期前后一致",
    "发文机关标志、标题里的发文机关、署名应当是同一个机关（全称或者规范化简称）；印发日期不早于成文日期，"
    "发文字号的年份与成文日期相同。",
)
# Before 转发 stands who forwards; behind it the organ whose paper it is.
_NAMED = re.compile(r"((?:(?!转发|批转|印发).){3,40}?)(?:关于|转发|批转|印发)")
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.format.is_official:
        return
    yield from _organs(wording)
    yield from _days(wording)
    yield from _years(wording)


def _organs(wording: Wording) -> Iterator[Slip]:
    marked, signed = organs_of_mark(wording), organs_signed(wording)
    lines = wording.of(Element.SIGNATURE)
    if marked and len(signed) == 1 and not any(are_one_organ(one, signed[0]) for one in marked):
        told = f"署名“{signed[0]}”与发文机关标志“{'、'.join(marked)}”不是同一个机关"
        yield Slip(lines[-1], told, "请核对署名和发文机关标志", "、".join(marked), signed[0])
    titles = wording.of(Element.TITLE)
    named = _NAMED.match(wording.title)
    if not named or not titles or "、" in named[1] or not (marked or signed):
        return
    if not any(are_one_organ(one, named[1]) for one in (*marked, *signed)):
        known = (marked or signed)[0]
        told = f"标题里的发文机关“{named[1]}”与“{known}”不是同一个机关"
        yield Slip(titles[0], told, "请核对标题和发文机关", known, named[1])


def _days(wording: Wording) -> Iterator[Slip]:
    signed = [day for line in wording.of(Element.DATE) if (day := _day(line.text))]
    imprint = wording.of(Element.IMPRINT)
    for line in imprint:
        issued = _day(line.text)
        if issued and signed and issued < min(signed):
            own, first = present(issued), present(min(signed))
            told = f"印发日期（{own}）早于成文日期（{first}）"
            yield Slip(line, told, "请核对两个日期", f"不早于{first}", own)


def _years(wording: Wording) -> Iterator[Slip]:
    """The number's year is that of the date."""
    numbers, dates = wording.of(Element.NUMBER), wording.of(Element.DATE)
    found = re.search(r"[〔\[（(](\d{4})[〕\]）)]", numbers[0].text) if len(numbers) == 1 else None
    signed = _day(dates[-1].text) if dates else None
    if found and signed and int(found[1]) != signed.year:
        told = f"发文字号的年份{found[1]}与成文日期的{signed.year}年不一致"
        yield Slip(numbers[0], told, "请核对发文字号和成文日期", str(signed.year), found[1])


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


in_document, on_pages = both(RULE, _slips)
