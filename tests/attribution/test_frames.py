"""Which form gives a frame, and that no garbage breaks the search for one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.attribution.frames import find_frames
from memcon.attribution.genre import tell_genre
from memcon.language.quotations import find_quotations
from memcon.spans import overlap
from tests.attribution.forms import frames, layout_of


def test_turns_go_before_the_lead_in_above_them():
    text = (
        "The following statement was issued by the Ministry of Waters:\n"
        "MINISTER ORDE: We have signed.\n"
        "QUESTION: When does it begin?\n"
    )
    assert [f[0] for f in frames(text)] == ["MINISTER ORDE", "QUESTION"]


def test_a_sentence_is_no_frame():
    text = "Asked about the barges, the spokesman said that talks would go on.\nHe gave no date."
    assert frames(text) == []


def test_a_signed_quotation_inside_a_statement_is_kept():
    text = (
        "The following is attributable to Spokesperson Vera Ilmari:\n"
        "The Secretary thanked the crews of both ships for their patience in the strait.\n"
        "“Patience is a form of courage.” – Captain Ode Lind"
    )
    assert [f[0] for f in frames(text)] == ["Spokesperson Vera Ilmari", "Captain Ode Lind"]


@given(st.text(alphabet="QA:.—–-“”\"'()[]# \n\r\t\0aZ\u200f\u0301é1", max_size=300))
def test_garbage_gives_sound_spans(text):
    layout = layout_of(text)
    text = layout.text
    for genre in (tell_genre(layout), "transcript", "readout"):
        for frame in find_frames(layout, find_quotations(text), genre):
            assert frame.content and not overlap(frame.content, frame.cue)
            for a, b in frame.source + frame.cue + frame.content:
                assert 0 <= a < b <= len(text)
                assert text[a:b].strip()


@pytest.mark.parametrize(
    "unit", ["a", "“", "Q: ", "Mr. X: yes.\n", "A (b: ", "“No.” – Al\n", "is "]
)
def test_time_grows_with_the_text_and_no_faster(unit):
    text = unit * (400_000 // len(unit))
    layout, quotations = layout_of(text), find_quotations(text)
    start = time.perf_counter()
    find_frames(layout, quotations, tell_genre(layout))
    assert time.perf_counter() - start < 15
