"""Quoted stretches: outermost quotations, those that run on over paragraphs made one."""

from __future__ import annotations

from memcon.language.quotations import Quotation
from memcon.spans import Span


def quoted_stretches(quotations: list[Quotation], text: str) -> list[Span]:
    """Stretches in the order of the text.

    A quotation runs on when it lacks its closing mark and the next paragraph opens with its mark.
    """
    out: list[Span] = []
    last: Quotation | None = None
    for quotation in quotations:
        if quotation.depth:
            continue
        if (
            last
            and not last.closed
            and last.mark == quotation.mark
            and not (text[last.end : quotation.start].strip())
        ):
            out[-1] = (out[-1][0], quotation.end)
        else:
            out.append(quotation.span)
        last = quotation
    return out
