"""The PDFs on which readers are compared, each with one thing that readers stumble over."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

from benchmarks.clothes.printed import fonts
from benchmarks.pdf_readers.pages import HEIGHT, MARGIN, WIDTH, Made, built, paragraphs, style
from benchmarks.pdf_readers.prose import BULLETS, LETTERHEAD, NOTES, PARAGRAPHS, PARTICIPANTS, again

TITLE = "Ministers agree on a timetable for the northern lights"
_GUTTER = 8 * mm
_COLUMN = (WIDTH - 2 * MARGIN - _GUTTER) / 2


def all_made() -> Iterator[Made]:
    """Each of the PDFs."""
    yield _two_columns()
    yield _columns_by_rows()
    yield _footnotes()
    yield _heads_and_feet()
    yield _table()
    yield _hyphenated()
    yield _justified()
    yield _letterhead()
    yield _bulleted()
    yield _rotated()
    yield _mixed_fonts()


def _two_columns() -> Made:
    """Columns under a title over both, written one after the other."""
    out = io.BytesIO()
    below = HEIGHT - 2 * MARGIN - 22 * mm
    frames = [
        Frame(MARGIN, HEIGHT - MARGIN - 18 * mm, WIDTH - 2 * MARGIN, 18 * mm, 0, 0, 0, 0),
        Frame(MARGIN, MARGIN + below / 2, _COLUMN, below / 2, 0, 0, 0, 0),
        Frame(MARGIN + _COLUMN + _GUTTER, MARGIN + below / 2, _COLUMN, below / 2, 0, 0, 0, 0),
    ]
    made = BaseDocTemplate(out, pagesize=A4, pageTemplates=[PageTemplate("columns", frames)])
    head = Paragraph(TITLE, style(20, fontName="Times-Bold"))
    text = [*PARAGRAPHS, *again(1)[:2]]
    made.build([head, Spacer(1, 60), *paragraphs(text, style(9.5))])
    return Made("two columns", out.getvalue(), "\n".join([TITLE, *text]))


def _columns_by_rows() -> Made:
    """Columns written line by line over both, as programs for scans do."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Times-Roman", 10)
    half = len(PARAGRAPHS) // 2
    left, right = (
        list(_wrapped(some, _COLUMN, 10)) for some in (PARAGRAPHS[:half], PARAGRAPHS[half:])
    )
    for number in range(max(len(left), len(right))):
        y = HEIGHT - MARGIN - 14 * number
        for x, column in ((MARGIN, left), (MARGIN + _COLUMN + _GUTTER, right)):
            if number < len(column):
                canvas.drawString(x, y, column[number])
    canvas.save()
    return Made("columns by rows", out.getvalue(), "\n".join(PARAGRAPHS))


def _wrapped(some: tuple[str, ...], width: float, size: float) -> Iterator[str]:
    """Lines of paragraphs, an empty one behind each."""
    for paragraph in some:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if stringWidth(longer, "Times-Roman", size) > width:
                yield line
                longer = word
            line = longer
        yield line
        yield ""


def _footnotes() -> Made:
    """Notes under a rule at the foot of the page, while a sentence goes on over the page's end."""
    text = [*PARAGRAPHS, *again(1)]
    numbered = [f"{count} {note}" for count, note in enumerate(NOTES, start=1)]
    told = [f"{p}<super size=7>{n + 1}</super>" if n < 2 else p for n, p in enumerate(text)]

    def notes(canvas: Any, number: int) -> None:
        if number > 1:
            return
        canvas.line(MARGIN, 40 * mm, MARGIN + 50 * mm, 40 * mm)
        canvas.setFont("Times-Roman", 8)
        for count, note in enumerate(numbered, start=1):
            canvas.drawString(MARGIN, 40 * mm - 11 * count, note)

    data = built(paragraphs(told, style(13)), notes, bottomMargin=45 * mm)
    return Made("footnotes", data, "\n".join([*text, *numbered]))


def _heads_and_feet() -> Made:
    """A running head and a page number on each of some pages, the head in small type, drawn first."""
    text = [TITLE, *PARAGRAPHS, *again(1), *again(2)]
    furniture: list[str] = []

    def edges(canvas: Any, number: int) -> None:
        head, foot = "Bulletin of the Harbours – No. 88", f"Page {number}"
        canvas.drawString(MARGIN, HEIGHT - 15 * mm, head)
        canvas.drawCentredString(WIDTH / 2, 12 * mm, foot)
        furniture.extend((head, foot))

    data = built(paragraphs(text, style(13)), edges)
    return Made("heads and feet", data, "\n".join(text), tuple(furniture))


def _table() -> Made:
    """A table of participants, with cells of two lines, between paragraphs."""
    plain = style(10, spaceAfter=0)
    rows = [[Paragraph(cell, plain) for cell in row] for row in PARTICIPANTS]
    table = Table(
        rows,
        colWidths=[38 * mm, 70 * mm, 40 * mm],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black")],
    )
    parts = [
        *paragraphs(PARAGRAPHS[:2], style()),
        table,
        Spacer(1, 12),
        *paragraphs(PARAGRAPHS[2:4], style()),
    ]
    words = [*PARAGRAPHS[:2], *(" ".join(row) for row in PARTICIPANTS), *PARAGRAPHS[2:4]]
    return Made("table of participants", built(parts), "\n".join(words))


def _hyphenated() -> Made:
    """Narrow lines whose words are cut wherever they may be."""
    parts = paragraphs(PARAGRAPHS, style(11, justified=True, cut=True))
    data = built(parts, leftMargin=55 * mm, rightMargin=75 * mm)
    return Made("hyphenated", data, "\n".join(PARAGRAPHS))


def _justified() -> Made:
    """Flush on both sides, a first line indented, no room between paragraphs."""
    parts = paragraphs(PARAGRAPHS, style(11, justified=True, spaceAfter=0, firstLineIndent=14))
    return Made("justified", built(parts), "\n".join(PARAGRAPHS))


def _letterhead() -> Made:
    """Who writes, at the top right and drawn last; the day; a signature."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    body = ["Corran, 3 March 2031", *PARAGRAPHS[:3], "Jona Verrick", "Head of the Press Department"]
    _drawn(canvas, body, WIDTH - 2 * MARGIN, HEIGHT - 75 * mm)
    for number, line in enumerate(LETTERHEAD):
        canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 12 if number == 0 else 9)
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 20 * mm - 14 * number, line)
    canvas.save()
    told = [*LETTERHEAD, *body]
    return Made("letterhead", out.getvalue(), "\n".join(told))


def _bulleted() -> Made:
    """Items with their signs, of one line and of two."""
    item = style(leftIndent=18, bulletIndent=6)
    head = "The two governments undertake:"
    parts = [
        *paragraphs([PARAGRAPHS[0], head], style()),
        *(Paragraph(b, item, bulletText="•") for b in BULLETS),
        *paragraphs([PARAGRAPHS[7]], style()),
    ]  # fmt: skip
    words = [PARAGRAPHS[0], head, *(f"• {b}" for b in BULLETS), PARAGRAPHS[7]]
    return Made("bulleted", built(parts), "\n".join(words))


def _rotated() -> Made:
    """A landscape page whose lines run upwards in the file, turned to be read; then an upright one."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4))
    canvas.setPageRotation(90)
    canvas.rotate(90)
    canvas.translate(0, -WIDTH)
    _drawn(canvas, PARAGRAPHS[:4], HEIGHT - 2 * MARGIN, WIDTH - MARGIN)
    canvas.showPage()
    canvas.setPageSize(A4)
    canvas.setPageRotation(0)
    _drawn(canvas, PARAGRAPHS[4:], WIDTH - 2 * MARGIN, HEIGHT - MARGIN)
    canvas.save()
    return Made("rotated page", out.getvalue(), "\n".join(PARAGRAPHS))


def _drawn(canvas: Canvas, some: Iterable[str], width: float, y: float) -> None:
    """Paragraphs of a width, one below the other from a height on."""
    for paragraph in some:
        part = Paragraph(paragraph, style())
        _, height = part.wrap(width, y)
        part.drawOn(canvas, MARGIN, y - height)
        y -= height + 10


def _mixed_fonts() -> Made:
    """Bold, slanted and embedded fonts, sizes and letters of many languages within lines."""
    plain, _ = fonts(False)
    names = "The text was initialled by Štefan Dubovický, Oğuz Tanrıöver and Åse Grønvåg."
    told = [
        f"<b>{TITLE}</b>",
        PARAGRAPHS[0]
        .replace("Velmar", "<i>Velmar</i>")
        .replace("1974", '<font size="8">1974</font>'),
        PARAGRAPHS[1]
        .replace("Edda Lorenz", "<b>Edda Lorenz</b>")
        .replace("fishermen", "<b>fisher</b>men"),
        f'<font name="{plain}" size="9">{names}</font>',
        PARAGRAPHS[2].replace("Bruno Faber", '<font name="Helvetica">Bruno Faber</font>'),
    ]
    words = [TITLE, PARAGRAPHS[0], PARAGRAPHS[1], names, PARAGRAPHS[2]]
    return Made("mixed fonts", built(paragraphs(told, style())), "\n".join(words))
