"""Words set below who says them."""

from __future__ import annotations

import pytest

from memcon.attribution.handed import find_handed
from memcon.language.pipeline import parse
from memcon.layout.plain import plain
from memcon.layout.reading import Layout

HEAD = (
    "Trade talks\n\nTuura, 3 May 2026\n\nNine companies will face a ban, it was said on Sunday.\n\n"
)


def handed(text: str, known: bool = False):
    layout = Layout(plain(text))
    text = layout.text
    return [
        (text[r.source[0][0] : r.source[0][1]], text[slice(*r.cue[0])], text[slice(*r.content[0])])
        for r in find_handed(parse(text), layout, known=known)
    ]


def test_paragraphs_without_marks_below_a_minister():
    text = HEAD + (
        "Foreign Secretary, Marcus Ellingham, said:\n\nThe men do not carry rifles.\n\n"
        "I have spoken to survivors. We will not be silent.\n\n"
        "Trade Minister Ana Reis added:\n\nI am grateful to our partners.\n\nThe list is online.\n"
    )
    assert handed(text) == [
        (
            "Foreign Secretary, Marcus Ellingham",
            "said",
            "The men do not carry rifles.\n\nI have spoken to survivors. We will not be silent.",
        ),
        ("Trade Minister Ana Reis", "added", "I am grateful to our partners."),
    ]


def test_marked_paragraphs_are_one_quotation():
    text = HEAD + (
        "A Downing Street spokesperson said:\n\n“This morning the leaders spoke.\n\n"
        "“They agreed to meet again.”\n\nThe call lasted an hour.\n"
    )
    assert handed(text)[0][2] == "“This morning the leaders spoke.\n\n“They agreed to meet again.”"


def test_the_subject_of_a_longer_sentence():
    text = HEAD + (
        "When he was asked the same thing on the radio last year, he said:\n\n"
        "   I have no quarrel with the treaty whatever.\n\nThose were his words.\n"
    )
    assert handed(text) == [("he", "said", "I have no quarrel with the treaty whatever.")]


@pytest.mark.parametrize(
    "below",
    [
        "The report lists four reasons.\n",
        "- a bridge\n\n- a road\n",
        "## Background\n\nI do not know.\n",
    ],
)
def test_a_row_that_nobody_speaks_below_hands_over_nothing(below):
    assert handed(HEAD + "The minister said:\n\n" + below) == []
