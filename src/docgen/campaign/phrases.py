"""How derived values are worded on paper: periods, channels, numbers beside their units."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from docgen.campaign.models.process import Channel
from docgen.text.dates import cn_date, month_day
from docgen.text.numerals import plain_number

LEFT_OPEN = "　　年　月　日"
# Units that are counted by 个: 9.6个工作日, 3个月, 2个百分点.
_COUNTED_UNITS = frozenset(["工作日", "自然日", "月", "星期", "季度", "学期", "百分点"])


def joined(words: Iterable[str], mark: str = "、") -> str:
    """The words that are there, each once, with the mark between them."""
    return mark.join(dict.fromkeys(word for word in words if word))


def quantity(number: Decimal | int | None, unit: str) -> str:
    """6.8元, 9.6个工作日; nothing when there is no number."""
    counted = "个" if unit in _COUNTED_UNITS else ""
    return "" if number is None else f"{plain_number(number)}{counted}{unit}"


def period(start: date | None, end: date | None) -> str:
    """2012年6月15日至6月21日; the year again only when it changes; an end that is missing stays open."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"{_day(start)}至{_day(end)}"
    if start == end:
        return cn_date(start)
    return f"{cn_date(start)}至{month_day(end) if start.year == end.year else cn_date(end)}"


def period_with_workdays(start: date | None, end: date | None, workdays: int | None) -> str:
    """2012年6月15日至6月21日（5个工作日）."""
    days = f"（{workdays}个工作日）" if workdays else ""
    return f"{period(start, end)}{days}"


def channels(places: Iterable[Channel]) -> str:
    """公示栏（行政楼一楼）、校园网（党建专题网页）."""
    return joined(_channel(one) for one in places)


def sentence_list(texts: Iterable[str]) -> str:
    """The texts as one sentence: their own closing stops become 、-like breaks, one stop at the end."""
    parts = [part for text in texts if (part := text.strip().rstrip("。；;"))]
    return "；".join(parts) + "。" if parts else ""


def _channel(one: Channel) -> str:
    where = "，".join(filter(None, (one.place, one.url)))
    if one.type and where:
        return f"{one.type}（{where}）"
    return one.type or where


def _day(day: date | None) -> str:
    return cn_date(day) if day else LEFT_OPEN
