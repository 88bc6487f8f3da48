"""Offsets in UTF-16 code units, as Java and JavaScript count, and in code points."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """The characters of a text that take two units, found once."""

    def __init__(self, text: str) -> None:
        """Find them."""
        wide = not text.isascii() and max(text) > "\uffff"
        self._points = [i for i, c in enumerate(text) if c > "\uffff"] if wide else []
        self._units = [point + before for before, point in enumerate(self._points)]

    def of(self, point: int) -> int:
        """Code units before a code point."""
        return point + bisect_left(self._points, point)

    def back(self, unit: int) -> int:
        """Code points before a code unit; the second half of a pair counts as the first."""
        return unit - bisect_left(self._units, unit)
