"""A line of a page, or a piece of one, as it stands there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page; places in points from the page's lower left, as it is seen.

    :param size: height of the type, in points; lines of one font and size have the same.
    :param page: from 0 on.
    :param step: width of the space between its words, in points.
    :param start: width of its first word, in points.
    """

    words: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    page: int
    step: float
    start: float

    def beside(self, other: Line) -> bool:
        """Whether both stand on one height, more than half of the lower one beside the other."""
        return _shared(self.bottom, self.top, other.bottom, other.top) > 0.5

    def over(self, other: Line) -> bool:
        """Whether there is a column of the page in which both stand."""
        return min(self.right, other.right) > max(self.left, other.left)

    def behind(self, label: Line, between: str) -> Self:
        """The line with a label that stands before it on the same height."""
        return replace(
            self, words=f"{label.words}{between}{self.words}", left=min(label.left, self.left)
        )


def _shared(low: float, high: float, other_low: float, other_high: float) -> float:
    """What two stretches share, as a part of the smaller one."""
    smaller = min(high - low, other_high - other_low)
    return (min(high, other_high) - max(low, other_low)) / smaller if smaller > 0 else 0.0
