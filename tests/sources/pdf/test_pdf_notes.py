"""PDF: notes at the foot of a page stand at the end, their numbers in the text are left out."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from benchmarks.pdf_readers.pages import style
from memcon.sources.pdf import read_pdf

NOTE = "1 Commission on Lights, Velmar 1974, final report."


def page(words: str, notes: list[str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for text, second in ((words, False), ("spare the light at Corran.", True)):
        part = Paragraph(text, style(12))
        _, height = part.wrap(300, 600)
        part.drawOn(canvas, 70, 700 - height)
        canvas.setFont("Times-Roman", 8)
        for number, note in enumerate([] if second else notes):
            canvas.drawString(70, 90 - 10 * number, note)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_note_while_a_sentence_goes_on() -> None:
    made = page(
        "The ministers<super size=7>1</super> of both countries agreed that they would", [NOTE]
    )
    assert read_pdf("a.pdf", made).text == (
        "The ministers of both countries agreed that they would spare the light at Corran.\n\n"
        + NOTE
    )


def test_raised_digits_that_are_no_notes() -> None:
    made = page("The ministers bought 40 m<super size=7>2</super> and would", [NOTE])
    assert "bought 40 m2 and would spare" in read_pdf("a.pdf", made).text


def test_an_imprint_in_small_type_is_no_note() -> None:
    made = page("The ministers met.", ["Harbour Office of Ossel, Corran"])
    assert "The ministers met.\n\nHarbour Office of Ossel, Corran" in read_pdf("a.pdf", made).text
