import io
import struct

import pytest
from fontTools.ttLib import TTFont

from docgen.pdf.fonts.folder import fonts_folder
from docgen.pdf.fonts.weight import with_bold_weight

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def regular() -> bytes:
    return (fonts_folder() / "fonts" / "FandolSong-Regular.otf").read_bytes()


def test_the_mended_font_declares_itself_bold_and_its_checksums_hold(regular):
    mended = with_bold_weight(regular)

    font = TTFont(io.BytesIO(mended), checkChecksums=2)

    assert font["OS/2"].usWeightClass == 700
    assert font["OS/2"].fsSelection & 0x20
    assert font["head"].macStyle & 1
    words = struct.unpack(f">{len(mended) // 4}I", mended[: len(mended) // 4 * 4])
    tail = mended[len(mended) // 4 * 4 :].ljust(4, b"\0")
    assert (sum(words) + struct.unpack(">I", tail)[0]) & 0xFFFFFFFF == 0xB1B0AFBA


def test_mending_twice_changes_nothing_more(regular):
    once = with_bold_weight(regular)

    assert with_bold_weight(once) == once
    assert once != regular
