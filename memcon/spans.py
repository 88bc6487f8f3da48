"""Spans of a text: `(start, end)` in Unicode code points, end exclusive."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def overlap(these: Iterable[Span], those: Iterable[Span]) -> bool:
    """Whether any of these shares a code point with any of those."""
    others = list(those)
    return any(a < d and c < b for a, b in these for c, d in others)


def merge(spans: Iterable[Span], text: str = "") -> Spans:
    """The spans in order, those that touch or lie white space apart made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or (not text[out[-1][1] : start].strip() and text)):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
