"""Ink on a rendered page: where it is, and the straight lines in it.

Coverage is measured, not counted pixels, so that a line of 0.25 mm is told from one of 0.35 mm at
300 dpi, where a pixel is 0.085 mm.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from docgen.inspect.geometry import Box, Rule

Coverage = npt.NDArray[np.uint8]
_FULL = 255
# Below this share of ink a pixel is paper: keeps hairlines, drops a silver watermark.
_INK = 80
_RULE_THICKNESS_MAX_MM = 2.0
_EDGE_PIXELS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The ink of one colour on one page: a share from 0 to 255 for every pixel."""

    coverage: Coverage
    pixels_per_mm: float

    @property
    def bounds(self) -> Box | None:
        """The box around all of it; None when there is none."""
        # Row by row first: listing every dark pixel takes ten times as long.
        mask = self.coverage >= _INK
        rows = np.nonzero(mask.any(axis=1))[0]
        if not rows.size:
            return None
        columns = np.nonzero(mask[rows[0] : rows[-1] + 1].any(axis=0))[0]
        return self._box(int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1]))

    @property
    def rows(self) -> list[Box]:
        """The bands of the page that hold ink, parted by empty ones, from the top, each with its extent."""
        mask = self.coverage >= _INK
        bands = _runs(np.asarray(mask.any(axis=1)))
        return [self._band(mask, int(start), int(end)) for start, end in bands]

    def amount_mm2(self, area: Box) -> float:
        """How much ink lies in `area`: a grey square millimetre counts by its darkness."""
        inside = self.coverage[self._pixels(area)]
        return float(inside.sum(dtype=np.float64)) / _FULL / self.pixels_per_mm**2

    def patches(self, cell_mm: float = 1.0) -> list[Box]:
        """The boxes around what hangs together, at a coarse look: gaps below a cell or two are bridged."""
        size = max(1, round(cell_mm * self.pixels_per_mm))
        around = self.bounds
        if around is None:
            return []
        down, across = self._pixels(around)
        rows, columns = np.nonzero(self.coverage[down, across] >= _INK)
        rows, columns = rows + down.start, columns + across.start
        cells = {
            (int(row), int(column)) for row, column in np.unique(np.stack([rows, columns]) // size, axis=1).T
        }
        found = []
        while cells:
            patch = _patch(cells)
            area = Box(
                min(column for _, column in patch) * size / self.pixels_per_mm,
                min(row for row, _ in patch) * size / self.pixels_per_mm,
                (max(column for _, column in patch) + 1) * size / self.pixels_per_mm,
                (max(row for row, _ in patch) + 1) * size / self.pixels_per_mm,
            )
            found.append(self.within(area).bounds or area)
        return sorted(found, key=lambda box: (box.top_mm, box.left_mm))

    def within(self, area: Box) -> "Ink":
        """Only what lies in `area`, at its place."""
        kept = np.zeros_like(self.coverage)
        place = self._pixels(area)
        kept[place] = self.coverage[place]
        return Ink(kept, self.pixels_per_mm)

    def without(self, *areas: Box, margin_mm: float = 0.2) -> "Ink":
        """All but what lies in the areas, whose edges are widened by a margin for blurred edges."""
        kept = self.coverage.copy()
        for box in areas:
            wider = Box(
                box.left_mm - margin_mm,
                box.top_mm - margin_mm,
                box.right_mm + margin_mm,
                box.bottom_mm + margin_mm,
            )
            kept[self._pixels(wider)] = 0
        return Ink(kept, self.pixels_per_mm)

    def lying_rules(self, length_min_mm: float) -> list[Rule]:
        """Horizontal lines at least so long, from the top."""
        found = _straight(self.coverage, round(length_min_mm * self.pixels_per_mm))
        return self._rules(found, lying=True)

    def standing_rules(self, length_min_mm: float) -> list[Rule]:
        """Vertical lines at least so long, from the left."""
        found = _straight(self.coverage.T, round(length_min_mm * self.pixels_per_mm))
        return self._rules(found, lying=False)

    def _rules(self, found: list[tuple[int, int, int, int, float]], *, lying: bool) -> list[Rule]:
        rules = []
        for first, last, start, end, thickness_pixels in found:
            ends = (first, last, start, end) if lying else (start, end, first, last)
            rules.append(Rule(self._box(*ends), thickness_pixels / self.pixels_per_mm))
        return [rule for rule in rules if rule.thickness_mm <= _RULE_THICKNESS_MAX_MM]

    def _band(self, mask: npt.NDArray[np.bool_], start: int, end: int) -> Box:
        columns = np.nonzero(mask[start:end].any(axis=0))[0]
        return self._box(start, end - 1, int(columns[0]), int(columns[-1]))

    def _box(self, first_row: int, last_row: int, first_column: int, last_column: int) -> Box:
        scale = self.pixels_per_mm
        return Box(
            float(first_column / scale),
            float(first_row / scale),
            float((last_column + 1) / scale),
            float((last_row + 1) / scale),
        )

    def _pixels(self, area: Box) -> tuple[slice, slice]:
        scale = self.pixels_per_mm
        top, bottom, left, right = (
            max(0, round(edge * scale)) for edge in (area.top_mm, area.bottom_mm, area.left_mm, area.right_mm)
        )
        return slice(top, bottom), slice(left, right)


def by_planes(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The same picture, each colour in a stretch of its own: all that is asked of it then is cheaper."""
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)).transpose(1, 2, 0)


def black_ink(pixels: npt.NDArray[np.uint8], pixels_per_mm: float) -> Ink:
    """How dark each pixel of an RGB picture is, whatever is red or white being none."""
    # Channel by channel: numpy's maximum along an axis of three is ten times slower.
    brightest = np.maximum(np.maximum(pixels[:, :, 0], pixels[:, :, 1]), pixels[:, :, 2])
    return Ink(np.asarray(_FULL - brightest, dtype=np.uint8), pixels_per_mm)


def red_ink(pixels: npt.NDArray[np.uint8], pixels_per_mm: float) -> Ink:
    """How red each pixel of an RGB picture is, whatever is grey being none."""
    red, others = pixels[:, :, 0], np.maximum(pixels[:, :, 1], pixels[:, :, 2])
    # Never below nothing, without the detour of a comparison for every pixel.
    return Ink(np.asarray(np.maximum(red, others) - others, dtype=np.uint8), pixels_per_mm)


def _patch(cells: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Takes one cell and all that touch it, corners included, out of `cells`."""
    waiting = [cells.pop()]
    patch = []
    while waiting:
        row, column = waiting.pop()
        patch.append((row, column))
        near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & cells
        cells -= near
        waiting += near
    return patch


def _runs(flags: npt.NDArray[np.bool_]) -> npt.NDArray[Any]:
    """Start and end (exclusive) of each stretch of true values."""
    edges = np.diff(flags.astype(np.int8), prepend=0, append=0)
    return np.stack([np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]], axis=1)


def _straight(coverage: Coverage, length_min: int) -> list[tuple[int, int, int, int, float]]:
    """Lines along the rows: first row, last row, first column, last column, thickness in pixels."""
    # Two neighbours of a sparse comb lie on every line so long: few rows remain to be looked at whole.
    comb = coverage[:, :: max(1, length_min // 2)] >= _INK
    groups: list[list[tuple[int, int, int]]] = []
    for row in np.nonzero((comb[:, :-1] & comb[:, 1:]).any(axis=1))[0]:
        for start, end in _runs(coverage[row] >= _INK):
            if end - start >= length_min:
                _put_in_group(groups, (int(row), int(start), int(end)))
    return [_measured(coverage, group) for group in groups]


def _put_in_group(groups: list[list[tuple[int, int, int]]], run: tuple[int, int, int]) -> None:
    row, start, end = run
    for group in groups:
        last_row, last_start, last_end = group[-1]
        if row - last_row <= 1 and start < last_end and end > last_start:
            group.append(run)
            return
    groups.append([run])


def _measured(coverage: Coverage, group: list[tuple[int, int, int]]) -> tuple[int, int, int, int, float]:
    first, last = group[0][0], group[-1][0]
    start, end = min(run[1] for run in group), max(run[2] for run in group)
    around = coverage[max(0, first - _EDGE_PIXELS) : last + 1 + _EDGE_PIXELS, start:end]
    # The median over the columns: lines that cross or letters that touch count for nothing.
    thickness = float(np.median(around.sum(axis=0, dtype=np.float64))) / _FULL
    return first, last, start, end - 1, thickness
