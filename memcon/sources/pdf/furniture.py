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
#: The number of a page of a preface.
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_NUMBERS = re.compile(r"\d+")
#: A page number alone, its digits replaced: “- 3 -”, “Page 3 of 7”, “3/7”; rows of numbers are none.
_NUMBERED = re.compile(r"[-–—\s]*(?:page|p\.?)?\s*#(?:\s*(?:of|/)\s*#)?[-–—\s]*")
#: One that says what it is, so that it need not come again: a page number, or a browser's foot.
_NAMED = re.compile(
    r"[-–—\s]*page\s*#(?:\s*(?:of|/)\s*#)?[-–—\s]*|[-–—]\s*#\s*[-–—]|\w+://\S+\s+#/#"
)


def between_furniture(pages: list[list[str]]) -> list[tuple[int, int]]:
    """From which line of each page to which the words between heads and feet go; no page loses all.

    :param pages: of each its lines from top to bottom, without white space at their ends.
    """
    tops = _common(pages, slice(None, _DEEP))
    feet = _common(pages, slice(-_DEEP, None))
    return [_bare(page, tops, feet) for page in pages]


def _bare(page: list[str], tops: set[str], feet: set[str]) -> tuple[int, int]:
    start, end = 0, len(page)
    while start < end and _is_furniture(page[start], tops):
        start += 1
    while end > start and _is_furniture(page[end - 1], feet):
        end -= 1
    # A page on which nothing is left was no page with a head, unless it has a number as well.
    numbered = any(_NUMBERED.fullmatch(_key(line)) for line in page)
    return (start, end) if start < end or numbered else (0, len(page))


def _is_furniture(line: str, common: set[str]) -> bool:
    key = _key(line)
    return key in common or _NAMED.fullmatch(key) is not None


def _common(pages: list[list[str]], edge: slice) -> set[str]:
    """The lines that stand near an edge of many pages."""
    counted: Counter[str] = Counter()
    filled = 0
    for page in pages:
        filled += bool(page)
        counted.update(set(_keys(page[edge])))
    least = max(2.0, _MANY * filled)
    return {key for key, count in counted.items() if count >= least}


def _keys(lines: Iterable[str]) -> Iterable[str]:
    for key in map(_key, lines):
        if any(map(str.isalpha, key)) or _NUMBERED.fullmatch(key):
            yield key


def _key(line: str) -> str:
    key = _NUMBERS.sub("#", " ".join(line.casefold().split()))
    return "#" if _ROMAN.fullmatch(key) else key
