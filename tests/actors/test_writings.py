"""Whose report, letter or poll it is."""

import pytest


@pytest.mark.parametrize(
    "phrase",
    [
        "A Lamp News poll",
        "A recent Lamp News/OSL poll",
        "A new Lamp News opinion poll",
        "A poll by Lamp News",
        "A Lamp News average of polls",
        "The results of the latest Lamp News poll",
        "The Lamp News survey",
    ],
)
def test_the_maker_stands_before_the_noun_or_behind_by(tell, phrase):
    told = tell(
        f"It rained on Monday. {phrase} showed that the lamps stay lit.",
        (phrase, "showed", "that the lamps stay lit"),
    )
    assert told.speakers == ["Lamp News"]


def test_the_poll_is_the_one_that_was_told_of(tell):
    told = tell(
        "Most like the bridge, according to a Lamp News poll. The survey found that few like the ferry.",
        ("The survey", "found", "that few like the ferry"),
    )
    assert told.speakers == ["Lamp News"]


@pytest.mark.parametrize("phrase", ["Exit polls", "A TV ad", "A Kestrian law", "A June poll"])
def test_what_nobody_is_said_to_have_made_has_no_speaker(tell, phrase):
    told = tell(
        f"It rained on Monday. {phrase} showed that the lamps stay lit.",
        (phrase, "showed", "that the lamps stay lit"),
    )
    assert told.speakers == [None]


def test_a_heading_calls_the_poll_that_the_text_tells_of(tell):
    told = tell(
        "Poll: Most like the bridge\nMost like the bridge, according to a Lamp News poll.",
        ("Poll", ":", "Most like the bridge"),
    )
    assert told.speakers == ["Lamp News"]
