"""PDF: what stands on a page, in fonts and turned as it may be."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from benchmarks.pdf_readers.__main__ import ends_kept, in_order, left_in
from benchmarks.pdf_readers.made import all_made
from benchmarks.pdf_readers.pages import Made
from memcon.sources.pdf import read_pdf

LINES = ["Ms Lorenz said that the harbour", "of Velmar would stay open."]


@pytest.mark.parametrize("made", list(all_made()), ids=lambda made: made.name)
def test_documents_with_one_thing_each_that_readers_stumble_over(made: Made) -> None:
    text = read_pdf("a.pdf", made.data).text
    assert in_order(made.words, text) == 100
    assert ends_kept(made.words, text) > 80
    assert left_in(made.furniture, text) == 0


def drawn(draw: Callable[[Canvas], None]) -> str:
    out = io.BytesIO()
    canvas = Canvas(out)
    draw(canvas)
    canvas.save()
    return read_pdf("a.pdf", out.getvalue()).text


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_lines_that_are_turned(turned: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turned)
        for number, line in enumerate(LINES):
            canvas.drawString(-100, -14 * number, line)

    assert drawn(draw) == " ".join(LINES)


def test_a_note_up_the_edge_of_the_page_comes_last() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -30, "Unrevised")
        canvas.restoreState()
        for number, line in enumerate(LINES):
            canvas.drawString(100, 700 - 14 * number, line)

    assert drawn(draw).split("\n")[0] == " ".join(LINES)
    assert drawn(draw).endswith("Unrevised")


def test_wide_room_behind_a_label_is_kept() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "REGARD")
        canvas.drawString(160, 700, "Will you go to Velmar?")

    assert drawn(draw) == "REGARD  Will you go to Velmar?"
    assert (
        drawn(lambda canvas: canvas.drawString(100, 700, "Edda Lorenz", charSpace=1))
        == "Edda Lorenz"
    )
