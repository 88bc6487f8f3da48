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


def length(spans: Iterable[Span]) -> int:
    """Code points in the spans, each counted once."""
    return sum(end - start for start, end in merge(spans))


def shared(these: Iterable[Span], those: Iterable[Span]) -> int:
    """Code points that lie both in these and in those; in time linear in the number of spans, not of
    code points, which whoever writes spans down can make as many as they like.
    """
    left, right = list(merge(these)), list(merge(those))
    i = j = found = 0
    while i < len(left) and j < len(right):
        found += max(0, min(left[i][1], right[j][1]) - max(left[i][0], right[j][0]))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return found


def likeness(these: Iterable[Span], those: Iterable[Span]) -> float:
    """Share of the code points of both that they have in common (Jaccard), 0.0 to 1.0."""
    these, those = merge(these), merge(those)
    common = shared(these, those)
    return common / (length(these) + length(those) - common) if common else 0.0


def within(spans: Iterable[Span], characters: int) -> bool:
    """Whether each span is one of a text of so many code points, and not empty."""
    return all(0 <= start < end <= characters for start, end in spans)
