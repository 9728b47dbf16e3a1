"""Places on a page, in millimetres from its upper left corner."""

from collections.abc import Iterable
from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; y grows downward, as a ruler laid on the page does."""

    left_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float

    @property
    def width_mm(self) -> float:
        return self.right_mm - self.left_mm

    @property
    def height_mm(self) -> float:
        return self.bottom_mm - self.top_mm

    @property
    def centre_x_mm(self) -> float:
        return (self.left_mm + self.right_mm) / 2

    @property
    def centre_y_mm(self) -> float:
        return (self.top_mm + self.bottom_mm) / 2

    def contains(self, other: "Box", slack_mm: float = 0.0) -> bool:
        """Whether `other` lies inside, or sticks out by no more than `slack_mm`."""
        return (
            other.left_mm >= self.left_mm - slack_mm
            and other.top_mm >= self.top_mm - slack_mm
            and other.right_mm <= self.right_mm + slack_mm
            and other.bottom_mm <= self.bottom_mm + slack_mm
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, lying or standing; `thickness_mm` is finer than its box."""

    box: Box
    thickness_mm: float


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; there must be one."""
    several = list(boxes)
    return Box(
        min(box.left_mm for box in several),
        min(box.top_mm for box in several),
        max(box.right_mm for box in several),
        max(box.bottom_mm for box in several),
    )
