import io

import pytest
from fontTools.ttLib import TTFont

from docgen.pdf.fonts.folder import fonts_folder
from docgen.pdf.fonts.weight import with_bold_weight

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def regular() -> bytes:
    return (fonts_folder() / "fonts" / "FandolSong-Regular.otf").read_bytes()


def test_the_mended_font_declares_itself_bold_and_its_checksums_hold(regular):
    font = TTFont(io.BytesIO(with_bold_weight(regular)), checkChecksums=2)

    assert font["OS/2"].usWeightClass == 700
    assert font["OS/2"].fsSelection & 0x20
    assert font["head"].macStyle & 1
    assert all(font.reader[tag] for tag in font.keys() if tag != "GlyphOrder")  # noqa: SIM118


def test_mending_twice_changes_nothing_more(regular):
    once = with_bold_weight(regular)

    assert with_bold_weight(once) == once
    assert once != regular
