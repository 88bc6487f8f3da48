"""The genre shows in the form."""

import pytest

from memcon.attribution.genre import tell_genre
from tests.attribution.forms import layout_of

TEXTS = {
    "report": [
        (
            "TUURA, 9 November (Orbis) — Ministers met on Monday in the rain and agreed on a "
            "cable. “We agree,” said one."
        ),
        (
            "Kestria and Maresia issue joint statement on fish\nThe two governments said that "
            "they would talk again."
        ),
        "The minister arrived on Monday.\nHe left on Tuesday.",
        "",
        "“”",
    ],
    "readout": [
        (
            "Secretary Oakes’s Call with Minister Orde\nOffice of the Spokesperson\nThe Secretary "
            "spoke today with the Minister."
        ),
        (
            "The following is attributable to Spokesperson Vera Ilmari:\nThe Secretary spoke "
            "today with the Minister."
        ),
        (
            "Readout of the Chancellor’s Meeting with President Talvik\nThe Chancellor met the "
            "President."
        ),
        (
            "Foreign Minister Lin Qiao Meets with President Talvik\nOn 11 May, Foreign Minister "
            "Lin Qiao met with the President."
        ),
        "National Day\nAda Thorn, Chancellor of Kestria\nThe islands celebrate today.",
    ],
    "joint statement": [
        "Joint Statement on the Canal\nThe Parties reaffirmed their friendship.",
        (
            "The text of the following statement was released by the Governments of Kestria and "
            "Maresia:\nWe agree."
        ),
        (
            "Kestria–Maresia Joint Communiqué\nAt the invitation of the Premier, the President "
            "paid a visit."
        ),
    ],
    "transcript": [
        "MINISTER ORDE: We have signed.\nQUESTION: Signed what?\nMINISTER ORDE: The accord.",
        "Remarks by Chancellor Thorn at the Bridge\nI thank you all for coming out in the rain.",
        "Q. Will you sign?\nA. We will.\nQ. When?\nA. Soon.",
    ],
}


@pytest.mark.parametrize(("genre", "text"), [(g, t) for g, texts in TEXTS.items() for t in texts])
def test_genres(genre, text):
    assert tell_genre(layout_of(text)) == genre


def test_an_excerpt_does_not_make_a_report_a_transcript():
    told = (
        "The minister arrived on Monday and spoke to the press for a long while in the rain.\n" * 9
    )
    assert tell_genre(layout_of(told + "Q: Will you sign?\nA: We will.\n")) == "report"
