"""What an editor put into somebody's words: `[…]` and `(…)` inside a quotation."""

from __future__ import annotations

import re

from memcon.record import Attribution, Record, Statement
from memcon.spans import Span, Spans

#: The usual marks of an editor; round brackets stand inside quotations for the same purpose.
_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\)")


def insertions(text: str, attribution: Attribution, quoted: list[Span]) -> Spans:
    """Insertions in the quoted parts of a content, marks included.

    :param quoted: spans of the text's quotations.
    """
    if attribution.type == "indirect" and attribution.parent is None:
        return ()
    out = []
    for start, end in attribution.content:
        for match in _INSERTION.finditer(text, start, end):
            if any(a <= match.start() and match.end() <= b for a, b in quoted):
                out.append(match.span())
    return tuple(sorted(set(out)))


def own_words(record: Record, statement: Statement) -> str:
    """The content without what an editor put into it: the speaker's own words."""
    attribution = next(a for a in record.attributions if a.id == statement.attribution)
    parts = []
    for start, end in attribution.content:
        at = start
        for a, b in statement.insertions:
            if start <= a and b <= end:
                parts.append(record.text[at:a])
                at = b
        parts.append(record.text[at:end])
    return " ".join("".join(parts).split())
