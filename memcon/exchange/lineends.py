"""Line ends as LF, for tools that read every file so, and offsets between the two texts.

brat opens its files with universal newlines, DNA shows its texts in a Swing pane: both make CRLF and
CR an LF first and count after that.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from memcon.record import Span, Spans

_LINE_END = re.compile(r"\r\n?")


class Unified:
    """A text with LF for every line end.

    :param text: the text so; `(start, end)` of the original become its own by `span`.
    """

    def __init__(self, original: str) -> None:
        """Make the text, and note where it got shorter."""
        self.text = _LINE_END.sub("\n", original)
        self._cut = [m.start() + 1 for m in _LINE_END.finditer(original) if len(m[0]) == 2]

    def span(self, span: Span) -> Span | None:
        """Where a span of the original lies; None if nothing of it is left (the LF of a CRLF)."""
        start, end = (offset - bisect_right(self._cut, offset - 1) for offset in span)
        return (start, end) if start < end else None

    def spans(self, spans: Spans) -> Spans:
        """Where those spans of the original lie of which something is left."""
        return tuple(moved for moved in map(self.span, spans) if moved)
