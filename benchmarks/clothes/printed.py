"""A text as a PDF, printed on A4 with running heads and page numbers."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from html import escape
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
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
_SIZES = {"title": (18, True), "heading": (13, True)}


def ragged(text: str) -> bytes:
    """Flush left, words whole; the pages of it are numbered."""
    return _printed(text, justified=False)


def justified(text: str) -> bytes:
    """Flush left and right, words cut at line ends where they may be (pyphen's British English)."""
    return _printed(text, justified=True)


@cache
def fonts(plain: bool) -> tuple[str, str]:
    """The names of a font and of its bold one: Times, or one that is embedded, for other letters.

    That is the system's DejaVu Serif, or else Vera, which comes with reportlab and lacks some letters.
    """
    if plain:
        return "Times-Roman", "Times-Bold"
    own = Path(reportlab.__file__).parent / "fonts"
    files = (_DEJAVU / "DejaVuSerif.ttf", _DEJAVU / "DejaVuSerif-Bold.ttf")
    if not all(file.exists() for file in files):
        files = (own / "Vera.ttf", own / "VeraBd.ttf")
    for name, file in zip(("Other", "Other-Bold"), files, strict=True):
        pdfmetrics.registerFont(TTFont(name, file))
    pdfmetrics.registerFontFamily("Other", normal="Other", bold="Other-Bold")
    return "Other", "Other-Bold"


def is_plain(text: str) -> bool:
    """Whether the fonts that every reader of PDF has hold its characters."""
    try:
        text.replace("\u2003", "").encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _printed(text: str, *, justified: bool) -> bytes:
    font, bold = fonts(is_plain(text))

    def built(furniture: Callable[[Any, Any], None]) -> tuple[bytes, int]:
        parts = []
        for block in blocks(text):
            for number, line in enumerate(block):
                gap = 10 if number == len(block) - 1 else 2
                parts.append(_paragraph(line, font, bold, justified=justified, gap=gap))
        out = io.BytesIO()
        made = SimpleDocTemplate(
            out, pagesize=A4, leftMargin=40 * mm, rightMargin=45 * mm, topMargin=30 * mm,
            bottomMargin=40 * mm,
        )  # fmt: skip
        made.build(parts, onFirstPage=furniture, onLaterPages=furniture)
        return out.getvalue(), made.page

    _, pages = built(lambda *_: None)

    def furniture(canvas: Any, _: Any) -> None:
        canvas.setFont(font, 9)
        # A head runs over several pages; over a single one it is the name of a paper.
        if pages > 1:
            canvas.drawString(40 * mm, A4[1] - 15 * mm, _HEAD)
        canvas.drawCentredString(A4[0] / 2, 15 * mm, f"Page {canvas.getPageNumber()}")

    return built(furniture)[0]


def _paragraph(line: Line, font: str, bold: str, *, justified: bool, gap: int) -> Paragraph:
    size, strong = _SIZES.get(line.kind, (12, False))
    item = line.kind in ("bullet", "number")
    style = ParagraphStyle(
        line.kind, fontName=bold if strong else font, fontSize=size, leading=1.5 * size, spaceAfter=gap,
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
    # The fonts have no em space.
    return escape(words, quote=False).replace("\u2003", "&nbsp;" * 4)
