"""The typefaces of official papers, and what Windows has in their place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """A face by its official name; `alternative` is what a machine without it should take."""

    name: str
    alternative: str = ""
    panose: str = "02010600030101010101"
    charset: str = "86"
    family: str = "auto"
    pitch: str = "variable"


FANGSONG = Face("仿宋_GB2312", "仿宋", "02010609030101010101", family="modern", pitch="fixed")
KAITI = Face("楷体_GB2312", "楷体", "02010609030101010101", family="modern", pitch="fixed")
HEITI = Face("黑体", "SimHei", "02010609060101010101", family="modern", pitch="fixed")
SONG = Face("宋体", "SimSun", "02010600030101010101")
TITLE_SONG = Face("方正小标宋简体", "华文中宋", "02010601030101010101", family="script")
LATIN = Face("Times New Roman", "", "02020603050405020304", charset="00", family="roman")

FACES = (FANGSONG, KAITI, HEITI, SONG, TITLE_SONG, LATIN)
