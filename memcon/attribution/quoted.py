"""Quoted words: whether an attribution is direct, mixed or indirect, by the marks of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from memcon.record import AttributionType
from memcon.spans import Span, Spans


def type_of(content: Spans, quotations: list[Span], text: str) -> AttributionType:
    """Direct if the words are all quoted, mixed if some are; scare quotes count as quoted words.

    :param quotations: in order, none of them inside another.
    """
    quoted = total = 0
    for start, end in content:
        first = bisect_right(quotations, start, key=lambda q: q[1])
        last = bisect_left(quotations, end, key=lambda q: q[0])
        total += _letters(text, start, end)
        quoted += sum(_letters(text, max(a, start), min(b, end)) for a, b in quotations[first:last])
    if not quoted:
        return "indirect"
    return "direct" if quoted >= total else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])
