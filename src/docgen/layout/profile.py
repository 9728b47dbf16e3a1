"""The two readings of “天头 37 mm, 22 rows in 225 mm”, one of which a paper is set by."""

from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.layout.gbt9704 import MARK_TOP, PAGE_HEIGHT_TWIPS, Measure, twips

# The ink of 小标宋 begins so far below the upper edge of a line as high as the type; measured.
_MARK_BEARING_MM = 0.6


@dataclass(frozen=True, slots=True)
class Profile:
    """Margins and row pitch of a page; `setup` measures to line boxes, `glyph` to the ink."""

    name: str
    top_twips: int
    bottom_twips: int
    pitch_twips: int

    @property
    def text_height_twips(self) -> int:
        return PAGE_HEIGHT_TWIPS - self.top_twips - self.bottom_twips

    @property
    def mark_drop_twips(self) -> int:
        """From the text area's top to the upper edge of the 发文机关标志's line."""
        return self.drop_twips(MARK_TOP)

    def drop_twips(self, mark_top: Measure) -> int:
        """From the text area's top to the upper edge of a line whose mark's ink begins at `mark_top`."""
        return twips(mark_top.mm - _MARK_BEARING_MM) - self.top_twips


# 579, not 580: 22 rows of 580 are 4 twips too tall (22 x 580 = 12760 > 12756).
SETUP = Profile("setup", top_twips=2098, bottom_twips=1984, pitch_twips=579)
# Ink edge to ink edge: 34.58 = 37 - half of 7/8 of a character's height.
GLYPH = Profile("glyph", top_twips=1960, bottom_twips=1847, pitch_twips=592)
PROFILES = {profile.name: profile for profile in (SETUP, GLYPH)}


class UnknownProfile(DocgenError):
    """docgen.toml names a page profile that does not exist."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(f"没有版面方案“{name}”", "请在 docgen.toml 中把 profile 写成 setup 或 glyph")


def profile_named(name: str) -> Profile:
    """The profile of that name. Raises UnknownProfile."""
    try:
        return PROFILES[name]
    except KeyError:
        raise UnknownProfile(name) from None
