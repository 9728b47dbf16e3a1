"""Which of the official typefaces a font's name means, whoever made the font."""

import re
from enum import StrEnum
from functools import lru_cache


class Typeface(StrEnum):
    """A typeface by its looks; SUBSTITUTE is what a machine takes for a face that it lacks."""

    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    SONG = "宋体"
    TITLE_SONG = "小标宋"
    OTHER = "其他"
    LATIN = "西文"
    SUBSTITUTE = "代用"
    UNKNOWN = "不明"


# The first that fits counts: 方正小标宋 is no 宋体, 华文中宋 stands for 小标宋 by habit.
_PATTERNS = (
    (Typeface.TITLE_SONG, r"小标宋|xiao\s*biao\s*song|fzxbs|xbsjw|中宋|zhongsong|大标宋|标题宋"),
    (
        Typeface.SUBSTITUTE,
        r"noto\s*(sans|serif)|source\s*han|思源|droid|wenquan|wqy|文泉|^ar\s*pl|uming|ukai|dejavu|liberation\s*sans",
    ),
    (Typeface.FANGSONG, r"仿宋|fang\s*-?song|fandolfang|fzfs|zhuque|朱雀"),
    (Typeface.KAITI, r"楷|kaiti|fandolkai|fzkt|simkai|^kai"),
    (
        Typeface.OTHER,
        r"雅黑|yahei|等线|dengxian|圆体|youyuan|幼圆|隶书|lisu|行楷|琥珀|彩云|舒体|魏碑|苹方|pingfang",
    ),
    (Typeface.HEITI, r"黑|heiti|simhei|fandolhei|fzht|stheiti"),
    (Typeface.SONG, r"宋|songti|simsun|nsimsun|fandolsong|fzss|fzsy|stsong|mingliu|明"),
    (Typeface.LATIN, r"^[\x20-\x7e]+$"),
)


@lru_cache(maxsize=512)
def typeface_of(font: str) -> Typeface:
    """The typeface of a font named so in a document or (as ABCDEF+Name) in a PDF."""
    name = re.sub(r"^[A-Z]{6}\+", "", font).strip().lower().replace("_", " ")
    if not name:
        return Typeface.UNKNOWN
    return next((face for face, pattern in _PATTERNS if re.search(pattern, name)), Typeface.OTHER)
