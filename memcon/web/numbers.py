"""Numbers that strangers write: ids of rows and sizes, told apart from what only looks like one."""

from __future__ import annotations

import re

#: The largest id that both databases keep.
_LARGEST = 2**31 - 1
# `str.isdigit` takes ² as well, which `int` does not.
_DIGITS = re.compile(r"[0-9]{1,10}")


def row_id(given: str) -> int | None:
    """The id of a row; None if no row can have it."""
    if not _DIGITS.fullmatch(given):
        return None
    number = int(given)
    return number if 0 < number <= _LARGEST else None


def size_of(given: str) -> int | None:
    """Bytes that a Content-Length tells; None if it tells nothing that can be understood."""
    if not given.isascii() or not given.isdigit():
        return None
    # More digits than any size has: Python would refuse to read thousands of them.
    return int(given[:25])
