"""发文字号 as it goes on paper: 某发〔2012〕5号, and of an order 第5号."""

import re

from docgen.records.texts import Noted, doc_no

_ORDER = re.compile(r"(?:第\s*)?0*(\d{1,5}|[一二三四五六七八九十百]{1,6})\s*号?")
_SERIAL = re.compile(r"第\s*\d{1,5}\s*[期次]|\d{4}\s*年\s*第\s*\d{1,5}\s*[号期次]")
_BRACKET_FIRST = re.compile(r"[〔\[［【(（]\s*\d{4}")
_NO_PREFIX = "无"  # stands for the 机关代字 that minutes do without


def tidy_number(text: str) -> str:
    """The number with its brackets and digits as 7.2.5 wants them; what is no such number stays."""
    typed = text.strip()
    order = _ORDER.fullmatch(typed)
    if order:
        return f"第{order[1]}号"
    if _BRACKET_FIRST.match(typed):
        return _tidied(_NO_PREFIX + typed).removeprefix(_NO_PREFIX)
    return _tidied(typed)


def _tidied(text: str) -> str:
    tidied = doc_no(text)
    return str(tidied.value) if isinstance(tidied, Noted) else tidied


def is_order_number(text: str) -> bool:
    """Whether it is an order's: 第5号."""
    return _ORDER.fullmatch(text.strip()) is not None


def is_serial(text: str) -> bool:
    """Whether it is a number that minutes and 公告 may have: 第3期, 〔2012〕5号, 2012年第3号."""
    return _SERIAL.fullmatch(text.strip()) is not None or bool(_BRACKET_FIRST.match(text.strip()))
