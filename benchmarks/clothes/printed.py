"""A text as a PDF, printed on A4 with running heads and page numbers."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.clothes.form import Line, blocks

_HEAD = "Press Service – Daily Bulletin"
_SIZES = {"title": (18, True), "heading": (13, True)}


def ragged(text: str) -> bytes:
    """Flush left, words whole; the pages of it are numbered."""
    return _printed(text, justified=False)


def justified(text: str) -> bytes:
    """Flush left and right, words cut at line ends where they may be (pyphen's British English)."""
    return _printed(text, justified=True)


@cache
def fonts(plain: bool) -> tuple[str, str]:
    """The names of a font and of its bold one: Times, or Vera for letters that Times has not."""
    if plain:
        return "Times-Roman", "Times-Bold"
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="VeraBd")
    return "Vera", "VeraBd"


def is_plain(text: str) -> bool:
    """Whether the fonts that every reader of PDF has hold its characters."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _printed(text: str, *, justified: bool) -> bytes:
    font, bold = fonts(is_plain(text))
    out = io.BytesIO()
    made = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=30 * mm, rightMargin=30 * mm, topMargin=30 * mm,
        bottomMargin=40 * mm,
    )  # fmt: skip

    def furniture(canvas: Any, _: Any) -> None:
        canvas.setFont(font, 9)
        canvas.drawString(30 * mm, A4[1] - 15 * mm, _HEAD)
        canvas.drawCentredString(A4[0] / 2, 15 * mm, f"Page {canvas.getPageNumber()}")

    parts = []
    for block in blocks(text):
        for number, line in enumerate(block):
            last = number == len(block) - 1
            parts.append(_paragraph(line, font, bold, justified=justified, gap=10 if last else 2))
    made.build(parts, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _paragraph(line: Line, font: str, bold: str, *, justified: bool, gap: int) -> Paragraph:
    size, strong = _SIZES.get(line.kind, (12, False))
    item = line.kind in ("bullet", "number")
    style = ParagraphStyle(
        line.kind, fontName=bold if strong else font, fontSize=size, leading=1.4 * size, spaceAfter=gap,
        alignment=TA_JUSTIFY if justified and not strong else TA_LEFT, leftIndent=18 if item else 0,
        bulletFontName=font, bulletFontSize=size, hyphenationLang="en_GB" if justified else None,
        embeddedHyphenation=1,
    )  # fmt: skip
    sign = {"bullet": "•", "number": f"{line.number}."}.get(line.kind)
    words = "".join(
        f"<b>{_escaped(part)}</b>" if strong_part else _escaped(part)
        for part, strong_part in line.bold_parts()
    )
    return Paragraph(words, style, bulletText=sign)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
