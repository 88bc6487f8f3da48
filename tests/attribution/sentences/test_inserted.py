"""A cue inserted into a sentence tells all of it."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.inserted import around
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import read_marked, told


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        # The model stops at the next sign.
        (
            "[c:The dam], [s:he] [q:warned], [c:would] not hold.",
            "The dam | would not hold",
        ),
        (
            "[c:The levy was a mistake], [s:the envoy] [q:said], and the harbour would pay for it.",
            "The levy was a mistake | and the harbour would pay for it",
        ),
        (
            "[c:The mill was safe], [s:Mr Orlev] [q:said], until the war began.",
            "The mill was safe | until the war began",
        ),
        # What stands before is but a condition.
        (
            "[c:Should the talks fail], [s:she] [q:cautioned], Ossel would close the strait.",
            "Should the talks fail | Ossel would close the strait",
        ),
        # The model begins behind the cue, and leaves the subject out.
        (
            "The engineers, [s:she] [q:told] the House on Monday, [c:“counted the bolts”].",
            "The engineers | “counted the bolts”",
        ),
    ],
)
def test_the_content_runs_on_behind_the_cue(marked: str, content: str):
    text, relation = read_marked(marked)
    (whole,) = around([relation], parse(text))
    assert told(text, whole.content) == content


@pytest.mark.parametrize(
    "marked",
    [
        # The narrator goes on.
        "[c:The levy was a mistake], [s:he] [q:said], thanking the crews by name.",
        "[c:The levy was a mistake], [s:he] [q:said], a step that would ease the dispute.",
        # What stands before the cue is no part of what is told.
        "In Ossel, [s:she] [q:said] [c:that the mill was safe], and left.",
        "On fisheries, [s:she] [q:said], [c:the two sides had agreed].",
    ],
)
def test_other_sentences_stay(marked: str):
    text, relation = read_marked(marked)
    assert around([relation], parse(text)) == [relation]


def test_what_the_speaker_does_next_is_not_told():
    text, said = read_marked("[c:It was good], [s:she] [q:said], and criticised the ministry.")
    assert around([said], parse(text)) == [said]
