"""How a posting stands on a day. `board.js` says the same in the browser; a test compares the two."""

from dataclasses import dataclass
from datetime import date

from docgen.text.dates import cn_date
from docgen.text.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Standing:
    """current, upcoming, ended or undated, and the words for it."""

    state: str
    text: str


def standing(start: date | None, end: date | None, day: date, calendar: Calendar) -> Standing:
    """Where `day` lies in a period that includes both its ends; `day` itself counts as left."""
    if start is None or end is None:
        return Standing("undated", "公示期待定")
    if day < start:
        return Standing("upcoming", f"{cn_date(start)}开始")
    if day > end:
        return Standing("ended", f"已于{cn_date(end)}结束")
    return Standing("current", _left(calendar.count(day, end), calendar.is_workday(day)))


def on_paper(found: Standing, day: date) -> Standing:
    """The same for a reader of a later day whose browser does not count: with the day of which it is true."""
    if found.state != "current":
        return found
    return Standing(found.state, f"截至{cn_date(day)}，{found.text.replace('今天', '当天')}")


def _left(workdays: int, today_counts: bool) -> str:
    if not workdays:
        return "公示期内已没有工作日"
    if workdays == 1 and today_counts:
        return "今天是最后一个工作日"
    return f"还剩{workdays}个工作日{'（含今天）' if today_counts else ''}"
