"""What all PDFs are made with: styles, furniture at the edges of pages, and what they are to say."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate

WIDTH, HEIGHT = A4
MARGIN = 28 * mm


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF, and what is known of it.

    :param words: what it says, in the order in which it is read; paragraphs by line ends.
    :param furniture: what stands at the edges of its pages, once for each time that it does.
    """

    name: str
    data: bytes
    words: str
    furniture: tuple[str, ...] = ()


def style(
    size: float = 11, *, justified: bool = False, cut: bool = False, **more: Any
) -> ParagraphStyle:
    """A style of paragraphs; `cut` lets words be cut at line ends."""
    given = {
        "fontName": "Times-Roman", "fontSize": size, "leading": 1.35 * size, "spaceAfter": 0.6 * size,
        "alignment": TA_JUSTIFY if justified else TA_LEFT,
        "hyphenationLang": "en_GB" if cut else None, "embeddedHyphenation": 1,
    }  # fmt: skip
    return ParagraphStyle("made", **{**given, **more})


def paragraphs(words: Sequence[str], given: ParagraphStyle) -> list[Any]:
    """Paragraphs of one style."""
    return [Paragraph(text, given) for text in words]


def built(
    parts: Sequence[Any], edges: Callable[[Any, int], None] | None = None, **page: Any
) -> bytes:
    """The PDF of some parts.

    :param edges: draws what stands at the edges of a page, given the canvas and the page's number.
    """
    out = io.BytesIO()
    given = {
        "pagesize": A4, "leftMargin": MARGIN, "rightMargin": MARGIN, "topMargin": MARGIN,
        "bottomMargin": MARGIN,
    }  # fmt: skip
    made = SimpleDocTemplate(out, **{**given, **page})

    def draw(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 9)
        if edges:
            edges(canvas, canvas.getPageNumber())

    made.build(list(parts), onFirstPage=draw, onLaterPages=draw)
    return out.getvalue()
