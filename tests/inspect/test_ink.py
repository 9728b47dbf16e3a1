"""Ink on pictures painted pixel by pixel: ten pixels to the millimetre."""

import numpy as np
import pytest

from docgen.inspect.geometry import Box
from docgen.inspect.ink import black_ink, red_ink


def page(*strokes: tuple[int, int, int, int, tuple[int, int, int]]) -> np.ndarray:
    """A white page of 100 × 50 mm with rectangles: left, top, right, bottom in pixels, colour."""
    pixels = np.full((500, 1000, 3), 255, dtype=np.uint8)
    for left, top, right, bottom, colour in strokes:
        pixels[top:bottom, left:right] = colour
    return pixels


BLACK, RED, SILVER = (0, 0, 0), (255, 0, 0), (192, 192, 192)


def test_red_is_no_black_and_black_is_no_red():
    pixels = page((10, 20, 30, 40, RED), (100, 200, 300, 220, BLACK))

    assert red_ink(pixels, 10).bounds == Box(1, 2, 3, 4)
    assert black_ink(pixels, 10).bounds == Box(10, 20, 30, 22)


def test_an_empty_page_has_no_ink():
    assert black_ink(page(), 10).bounds is None
    assert black_ink(page(), 10).rows == []
    assert black_ink(page(), 10).lying_rules(5) == []


def test_a_silver_watermark_is_no_ink():
    assert black_ink(page((0, 0, 900, 400, SILVER)), 10).bounds is None


def test_bands_of_ink_are_parted_by_empty_rows():
    pixels = page((10, 10, 20, 20, BLACK), (500, 15, 510, 25, BLACK), (40, 40, 60, 50, BLACK))

    assert black_ink(pixels, 10).rows == [Box(1, 1, 51, 2.5), Box(4, 4, 6, 5)]


def test_ink_at_the_edges_of_the_page_is_measured_to_the_edge():
    assert black_ink(page((0, 0, 1000, 500, BLACK)), 10).rows == [Box(0, 0, 100, 50)]


def test_a_rule_is_long_and_thin():
    pixels = page((100, 100, 900, 104, BLACK), (100, 200, 250, 204, BLACK), (100, 300, 900, 400, BLACK))

    (rule,) = black_ink(pixels, 10).lying_rules(30)

    assert rule.box == Box(10, 10, 90, 10.4)
    assert rule.thickness_mm == pytest.approx(0.4)


def test_thickness_counts_half_covered_pixels_by_half():
    pixels = page((100, 100, 900, 102, BLACK), (100, 102, 900, 103, (128, 128, 128)))

    (rule,) = black_ink(pixels, 10).lying_rules(30)

    assert rule.thickness_mm == pytest.approx(0.25, abs=0.001)


def test_two_rules_close_together_are_two():
    pixels = page((100, 100, 900, 103, BLACK), (100, 108, 900, 111, BLACK))

    assert [rule.box.top_mm for rule in black_ink(pixels, 10).lying_rules(30)] == [10, 10.8]


def test_a_standing_rule_is_found_across_the_lying_ones():
    pixels = page((500, 50, 503, 450, BLACK), (100, 100, 900, 103, BLACK))

    (rule,) = black_ink(pixels, 10).standing_rules(20)

    assert rule.box == Box(50, 5, 50.3, 45)
    assert rule.thickness_mm == pytest.approx(0.3)


def test_within_and_without_part_the_ink():
    ink = black_ink(page((10, 10, 20, 20, BLACK), (100, 100, 120, 120, BLACK)), 10)

    assert ink.within(Box(0, 0, 5, 5)).bounds == Box(1, 1, 2, 2)
    assert ink.without(Box(1, 1, 2, 2)).bounds == Box(10, 10, 12, 12)
