"""Items: the numbers that a browser shows in front of the items of ordered lists, as words."""

from __future__ import annotations

import re
from typing import Any

#: A number or letter that the page has written itself.
_WRITTEN = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})(?:[.)]|\.\d)")
_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Elements in each other in which the first words of an item may stand.
_DEEPEST = 10
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone", re.IGNORECASE)


def number_items(tree: Any) -> None:
    """Write the number of each item of an ordered list in front of its words (HTML standard, 4.4.5)."""
    for ordered in tree.iter("ol"):
        if _UNNUMBERED.search(ordered.get("style") or ""):
            continue
        kind, count = ordered.get("type") or "1", _whole(ordered.get("start"), 1)
        for item in ordered.iterchildren("li"):
            count = _whole(item.get("value"), count)
            _write(item, f"{as_number(kind, count)}. ")
            count += 1


def _write(item: Any, number: str) -> None:
    first = item
    # A paragraph in the item, or what its words stand in, begins with the number.
    while not (first.text or "").strip() and len(first) and first[0].tag in ("p", "div", "span"):
        first = first[0]
    if not _WRITTEN.match(_beginning(first)):
        first.text = number + (first.text or "").lstrip()


def _beginning(element: Any) -> str:
    """The first words in an element, in whatever they stand."""
    for _ in range(_DEEPEST):
        if (element.text or "").strip() or not len(element):
            break
        element = element[0]
    return element.text or ""


def _whole(given: str | None, otherwise: int) -> int:
    return int(given) if given and re.fullmatch(r"-?\d{1,4}", given.strip()) else otherwise


def as_number(kind: str, count: int) -> str:
    """A number as the items of a kind of list have it: `1`, `a`, `A`, `i` or `I`."""
    if kind in ("a", "A") and 1 <= count <= 26:
        return chr(ord(kind) + count - 1)
    if kind in ("i", "I") and 1 <= count < 400:
        told = ""
        for value, sign in _ROMAN:
            told += sign * (count // value)
            count %= value
        return told.upper() if kind == "I" else told
    return str(count)
