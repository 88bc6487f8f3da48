"""Capitals and seats of government: who acts, and what only lies there."""

from __future__ import annotations

import pytest

from benchmarks.metonymy import sentences, told

ROWS = list(sentences())


@pytest.mark.parametrize(("use", "sentence"), [(u, s) for part, u, s in ROWS if part == "seen"])
def test_the_sentences_that_the_rules_were_written_with(use, sentence):
    assert told(sentence) == use


def test_the_sentences_kept_apart():
    held = [told(sentence) == use for part, use, sentence in ROWS if part == "held"]
    assert sum(held) >= 0.95 * len(held)


@pytest.mark.parametrize(
    ("use", "sentence"),
    [
        # “Taking” and “moving” are no dealings where they are verbs.
        ("place", "The key to taking [the White House] was simple."),
        ("place", "They are moving it to [Lima]."),
        ("government", "The Commission will take [Budapest] to court."),
    ],
)
def test_verbs_that_are_nouns_as_well(use, sentence):
    assert told(sentence) == use


def test_a_capital_that_acts_is_its_state(tell):
    text = "Norwegian Minister Dara Quill said it rains. She left Oslo. The deal with Oslo holds."
    oslo = tell(text, ("Dara Quill", "said", "it rains")).actor("Oslo")
    assert (oslo.kind, oslo.country) == ("state", "NO")
    assert [text[a - 5 : b] for a, b in oslo.mentions if text[a:b] == "Oslo"] == ["with Oslo"]


def test_a_seat_is_a_government_beside_its_state(tell):
    told = tell(
        "The Élysée said it rains. Paris said it snows. France is cold. He waited in the Élysée.",
        ("The Élysée", "said", "it rains"),
        ("Paris", "said", "it snows"),
    )
    assert told.speakers == ["the Élysée", "France"]
    assert [told.actor(n).kind for n in told.speakers] == ["government", "state"]
    assert {told.actor(n).country for n in told.speakers} == {"FR"}
    assert told.mentions("the Élysée") == ["The Élysée"]


def test_the_article_before_an_office_at_a_seat_is_the_office_holders(tell):
    told = tell(
        "The Kremlin spokesman said it rains.", ("The Kremlin spokesman", "said", "it rains")
    )
    assert told.mentions("Kremlin") == ["Kremlin"]
    assert told.speakers == ["the Kremlin spokesman"]
