"""What stands at the head and foot of the pages of a document: running heads and page numbers.

It is known by coming again: the same line, but for its numbers, near the same edge of many pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

#: Lines at an edge of a page among which heads and feet are looked for.
_DEEP = 3
#: Share of the pages on which one stands; those of left and right pages differ.
_MANY = 0.4
_NUMBERS = re.compile(r"\d+")
#: A page number alone, its digits replaced: “- 3 -”, “Page 3 of 7”, “3/7”; rows of numbers are none.
_NUMBERED = re.compile(r"[-–—\s]*(?:page|p\.?)?\s*#(?:\s*(?:of|/)\s*#)?[-–—\s]*")


def without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """The lines of each page without running heads and page numbers; no page loses all its words.

    :param pages: of each its lines, without white space at their ends; empty ones count for nothing.
    """
    tops = _common(pages, slice(None, _DEEP))
    feet = _common(pages, slice(-_DEEP, None))
    return [_bare(page, tops, feet) for page in pages]


def _bare(page: list[str], tops: set[str], feet: set[str]) -> list[str]:
    start, end = 0, len(page)
    while start < end and (not page[start] or _key(page[start]) in tops):
        start += 1
    while end > start and (not page[end - 1] or _key(page[end - 1]) in feet):
        end -= 1
    left = page[start:end]
    # A page on which nothing is left was no page with a head, unless its number is all that it has.
    numbers = all(_NUMBERED.fullmatch(_key(line)) for line in page if line)
    return left if left or numbers else page


def _common(pages: list[list[str]], edge: slice) -> set[str]:
    """The lines that stand near an edge of many pages."""
    counted: Counter[str] = Counter()
    filled = 0
    for page in pages:
        lines = [line for line in page if line]
        filled += bool(lines)
        counted.update(set(_keys(lines[edge])))
    least = max(2.0, _MANY * filled)
    return {key for key, count in counted.items() if count >= least}


def _keys(lines: Iterable[str]) -> Iterable[str]:
    for key in map(_key, lines):
        if any(map(str.isalpha, key)) or _NUMBERED.fullmatch(key):
            yield key


def _key(line: str) -> str:
    return _NUMBERS.sub("#", " ".join(line.casefold().split()))
