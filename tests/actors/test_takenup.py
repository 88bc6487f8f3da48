"""What those who state something together call themselves."""

from __future__ import annotations

import pytest

TWO = "The following is a statement by the Governments of Norway and Chad:\n"
ISSUED = "the Governments of Norway and Chad"


@pytest.mark.parametrize(
    ("said", "source", "cue", "content"),
    [
        ("The Ministers welcomed the bridge.", "The Ministers", "welcomed", "the bridge"),
        ("The two sides welcomed the bridge.", "The two sides", "welcomed", "the bridge"),
        ("The Secretary and Foreign Ministers welcomed it.",
         "The Secretary and Foreign Ministers", "welcomed", "it"),
        ("It is a bridge that both welcomed again.", "both", "welcomed", "again"),
    ],
)  # fmt: skip
def test_in_their_own_words_they_are_themselves(tell, said, source, cue, content):
    told = tell(TWO + said, (ISSUED, ":", said), (source, cue, content))
    assert told.speakers == ["Norway and Chad"] * 2


def test_three_are_not_the_two_sides(tell):
    said = "The two sides fight on."
    told = tell(
        "The following is a statement by the Governments of Norway, Chad and Peru:\n" + said,
        ("the Governments of Norway, Chad and Peru", ":", said),
        ("The two sides", "fight", "on"),
    )
    assert told.speakers[1] != "Norway and Chad and Peru"


def test_they_goes_on_with_who_state_it_together(tell):
    said = "The two sides welcomed the bridge, with Chad being the builder. They praised the river."
    told = tell(
        TWO + said,
        (ISSUED, ":", said),
        ("The two sides", "welcomed", "the bridge"),
        ("They", "praised", "the river"),
    )
    assert told.speakers == ["Norway and Chad"] * 3


def test_the_ministers_of_a_body_are_called_the_ministers(tell):
    said = "The Ministers welcomed the bridge. They praised the river."
    told = tell(
        "The following is a statement by the Foreign Ministers of the Harbour Coalition:\n" + said,
        ("the Foreign Ministers of the Harbour Coalition", ":", said),
        ("The Ministers", "welcomed", "the bridge"),
        ("They", "praised", "the river"),
    )
    assert told.speakers == ["the Foreign Ministers of the Harbour Coalition"] * 3


def test_ministers_of_governments_speak_for_these(tell):
    source = "the Foreign Ministers of the Governments of Norway and Chad"
    told = tell(f"This is a statement by {source}: it rains.", (source, "statement by", "it rains"))
    assert told.speakers == ["Norway and Chad"]


def test_what_is_spoken_of_to_them_is_not_we(tell):
    said = "We pay the workers of the harbours. We want to allow them to wish for more."
    told = tell(
        "Dara Quill, Norwegian Envoy\nMS QUILL: " + said,
        ("MS QUILL", ":", said),
        ("We", "want", "to allow them to wish for more"),
        ("them", "to wish", "for more"),
    )
    assert told.speakers[1] == "Norway"
    assert told.speakers[2] != "Norway"
