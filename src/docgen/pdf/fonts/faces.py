"""Which free face stands for which official one: the one table behind the font configuration.

All faces are free to pass on (Fandol: GPL-3 with the font exception; LXGW WenKai, Noto and Liberation: OFL).
Fandol covers GB 2312; the later families supply the rarer characters of people's names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """An official face under all its names, and the free families for it, the first choice first."""

    official: str
    other_names: tuple[str, ...]
    families: tuple[str, ...]
    weight: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.official, *self.other_names)


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package, the font files taken from it, and where its licence lies under /usr/share/doc."""

    name: str
    files: tuple[str, ...]
    licence_folder: str
    usually_installed: bool = False


FACES = (
    Face(
        "方正小标宋简体",
        (
            "方正小标宋_GBK",
            "方正小标宋",
            "FZXiaoBiaoSong-B05",
            "FZXiaoBiaoSong-B05S",
            "小标宋体",
            "华文中宋",
            "STZhongsong",
        ),
        ("FandolSong", "Noto Serif CJK SC"),
        weight="bold",
    ),
    Face(
        "仿宋_GB2312",
        (
            "仿宋",
            "FangSong_GB2312",
            "FangSong",
            "华文仿宋",
            "STFangsong",
            "方正仿宋简体",
            "方正仿宋_GBK",
            "方正仿宋_GB2312",
        ),
        ("FandolFang", "LXGW WenKai Light", "Noto Serif CJK SC"),
    ),
    Face(
        "楷体_GB2312",
        (
            "楷体",
            "KaiTi_GB2312",
            "KaiTi",
            "华文楷体",
            "STKaiti",
            "方正楷体简体",
            "方正楷体_GBK",
            "方正楷体_GB2312",
        ),
        ("FandolKai", "LXGW WenKai", "Noto Serif CJK SC"),
    ),
    Face(
        "黑体",
        ("SimHei", "华文黑体", "STHeiti", "方正黑体简体", "方正黑体_GBK"),
        ("Noto Sans CJK SC",),
        weight="medium",  # Regular unless fonts-noto-cjk-extra is there
    ),
    Face(
        "宋体",
        ("SimSun", "新宋体", "NSimSun", "华文宋体", "STSong", "方正书宋简体", "方正书宋_GBK"),
        ("FandolSong", "Noto Serif CJK SC"),
    ),
    Face("Times New Roman", (), ("Liberation Serif",)),
)

# The one file whose weight must be mended before use (weight.py).
BOLD_WITHOUT_WEIGHT = "FandolSong-Bold.otf"

PACKAGES = (
    Package(
        "texlive-lang-chinese",
        ("FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolSong-Regular.otf", BOLD_WITHOUT_WEIGHT),
        "texlive-doc/fonts/fandol",
    ),
    Package("fonts-lxgw-wenkai", ("LXGWWenKai-Regular.ttf", "LXGWWenKai-Light.ttf"), "fonts-lxgw-wenkai"),
    Package(
        "fonts-noto-cjk",
        ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
        "fonts-noto-cjk",
        usually_installed=True,
    ),
    Package(
        "fonts-liberation",
        ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
        "fonts-liberation",
        usually_installed=True,
    ),
)
