"""The characters that a PDF places on a page, read through pdfium."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from docgen.inspect.geometry import MM_PER_POINT, Box
from docgen.inspect.lettering import Char
from docgen.inspect.typeface import Typeface, typeface_of

_FONT_NAME_BYTES = 256
_HIGH_SURROGATES = range(0xD800, 0xDC00)
_LOW_SURROGATES = range(0xDC00, 0xE000)


def read_chars(raw: Any, text_page: Any, page_height_mm: float) -> Iterator[Char]:
    """Every character in drawing order; `raw` is pdfium's own interface.

    What pdfium guesses is left out: spaces between Han and digits, line ends.
    """
    high = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in _HIGH_SURROGATES:
            high = code  # a rare character comes as two halves with one outline
        elif code >= ord(" ") and raw.FPDFText_IsGenerated(text_page, index) != 1:
            yield _char(raw, text_page, index, _text(high, code), page_height_mm)


def _text(high: int, code: int) -> str:
    if code not in _LOW_SURROGATES:
        return chr(code)
    return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"


def _char(raw: Any, text_page: Any, index: int, text: str, page_height_mm: float) -> Char:
    degrees = round(math.degrees(raw.FPDFText_GetCharAngle(text_page, index))) % 360
    is_turned = 45 < degrees < 135 or 225 < degrees < 315
    font = _font(raw, text_page, index)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return Char(
        text,
        _box(text_page.get_charbox(index, loose=True), page_height_mm),
        _box(text_page.get_charbox(index), page_height_mm),
        x.value * MM_PER_POINT if is_turned else page_height_mm - y.value * MM_PER_POINT,
        font,
        raw.FPDFText_GetFontSize(text_page, index),
        degrees if is_turned else 0,
        _is_bold(raw, text_page, index, font),
    )


def _is_bold(raw: Any, text_page: Any, index: int, font: str) -> bool:
    """仿宋 and 楷体 have no bold cut, nor has 黑体 a need of one: programs draw their outlines thicker.

    A name in Bold tells nothing of a face whose only cut is called so.
    """
    drawn = raw.FPDFText_GetTextObject(text_page, index)
    if drawn and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE:
        return True
    return "bold" in font.lower() and typeface_of(font) in (Typeface.FANGSONG, Typeface.KAITI)


def _font(raw: Any, text_page: Any, index: int) -> str:
    name, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, _FONT_NAME_BYTES, flags)
    return name.value.decode("utf-8", "replace")


def _box(points: tuple[float, float, float, float], page_height_mm: float) -> Box:
    left, bottom, right, top = (edge * MM_PER_POINT for edge in points)
    return Box(left, page_height_mm - top, right, page_height_mm - bottom)
