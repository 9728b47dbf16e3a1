"""A page as a picture, with a numbered box around what is wrong."""

from collections.abc import Sequence
from typing import Any

from docgen.findings import Severity
from docgen.inspect.geometry import Box
from docgen.inspect.paper import Page
from docgen.inspect.picture import png

DPI = 110
_MM_PER_INCH = 25.4
_COLOURS = {
    Severity.ERROR: (214, 39, 40),
    Severity.WARNING: (230, 120, 0),
    Severity.INFO: (31, 119, 180),
}
_LINE_PX = 2
_GAP_MM = 0.8
_ZOOM = 3
# Digits of 3 x 5 points, row by row.
_DIGITS = {
    "0": "111101101101111", "1": "010110010010111", "2": "111001111100111", "3": "111001111001111",
    "4": "101101111001001", "5": "111100111001111", "6": "111100111101111", "7": "111001010010010",
    "8": "111101111101111", "9": "111101111001111",
}  # fmt: skip


def boxed_page(page: Page, boxes: Sequence[tuple[int, Severity, Box]]) -> bytes:
    """The page as a PNG: each box drawn in the colour of its severity, with its number."""
    pixels = page.pixels(DPI)
    for number, severity, box in boxes:
        _draw(pixels, number, _COLOURS[severity], box)
    height, width, _ = pixels.shape
    return png(width, height, pixels.tobytes())


def _draw(pixels: Any, number: int, colour: tuple[int, int, int], box: Box) -> None:
    scale = DPI / _MM_PER_INCH
    height, width, _ = pixels.shape
    left = _within((box.left_mm - _GAP_MM) * scale, width)
    right = _within((box.right_mm + _GAP_MM) * scale, width)
    top = _within((box.top_mm - _GAP_MM) * scale, height)
    bottom = _within((box.bottom_mm + _GAP_MM) * scale, height)
    pixels[top : top + _LINE_PX, left : right + _LINE_PX] = colour
    pixels[bottom : bottom + _LINE_PX, left : right + _LINE_PX] = colour
    pixels[top:bottom, left : left + _LINE_PX] = colour
    pixels[top:bottom, right : right + _LINE_PX] = colour
    _write(pixels, str(number), colour, right + 2 * _LINE_PX, top)


def _write(pixels: Any, digits: str, colour: tuple[int, int, int], left: int, top: int) -> None:
    wide = len(digits) * 4 * _ZOOM
    left = max(0, min(left, pixels.shape[1] - wide))
    pixels[top : top + 5 * _ZOOM + 2, left : left + wide] = 255
    for at, digit in enumerate(digits):
        for point, is_on in enumerate(_DIGITS[digit]):
            if is_on == "1":
                x = left + (at * 4 + point % 3) * _ZOOM
                y = top + (point // 3) * _ZOOM
                pixels[y : y + _ZOOM, x : x + _ZOOM] = colour


def _within(place: float, limit: int) -> int:
    return max(0, min(limit - _LINE_PX - 1, round(place)))
