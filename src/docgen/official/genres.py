"""The fifteen genres (文种) of official papers, whither each goes and how it ends.

《党政机关公文处理工作条例》 art. 8; the formats are those of GB/T 9704, 7 and 10.
"""

from dataclasses import dataclass

UP, DOWN, LEVEL = "上行文", "下行文", "平行文"
DIRECTIONS = (UP, DOWN, LEVEL)

ORDINARY, LETTER, ORDER, MINUTES = "普通格式", "信函格式", "命令格式", "纪要格式"
FORMATS = (ORDINARY, LETTER, ORDER, MINUTES)


@dataclass(frozen=True, slots=True)
class Genre:
    """What a genre is by itself, before a record says otherwise; `endings` are its usual last phrases."""

    name: str
    direction: str = DOWN
    format: str = ORDINARY
    to_everyone: bool = False  # 周知: no 主送机关
    endings: tuple[str, ...] = ()


_ALL = (
    Genre("决议", to_everyone=True),
    Genre("决定"),
    Genre("命令", format=ORDER, to_everyone=True),
    Genre("公报", to_everyone=True),
    Genre("公告", to_everyone=True, endings=("特此公告",)),
    Genre("通告", to_everyone=True, endings=("特此通告",)),
    Genre("意见"),
    Genre("通知", endings=("特此通知",)),
    Genre("通报", endings=("特此通报",)),
    Genre("报告", UP, endings=("特此报告", "请审阅", "请审示", "以上报告")),
    Genre(
        "请示", UP, endings=("请批示", "请批复", "请审批", "请予批准", "请审示", "请指示", "请批准", "请审定")
    ),
    Genre("批复", endings=("此复", "特此批复")),
    Genre("议案", LEVEL, endings=("请审议", "请予审议", "提请审议", "请审议决定")),
    Genre("函", LEVEL, LETTER, endings=("函告", "函达", "函复", "函商", "复函", "此函", "函询", "函请")),
    Genre("纪要", format=MINUTES, to_everyone=True),
)
GENRES = {genre.name: genre for genre in _ALL}
NAMES = tuple(GENRES)
_UNKNOWN = Genre("")


def genre_named(name: str) -> Genre:
    """The genre of that name, or one that says nothing."""
    return GENRES.get(name, _UNKNOWN)
