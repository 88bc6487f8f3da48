"""States of the table, and those that the text itself calls so."""

from __future__ import annotations

import pytest

from memcon.actors.reading import Reading
from memcon.actors.states import find_states
from memcon.language.pipeline import parse


def states(text: str) -> list[tuple[str, str]]:
    reading = Reading(parse(text))
    return [(reading.text(m.first, m.last), m.state.code) for m in find_states(reading)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The UK and the DPRK met in Kiev.", [("UK", "GB"), ("DPRK", "KP"), ("Kiev", "UA")]),
        ("He met the Emirati and Hong Kong teams.", [("Emirati", "AE"), ("Hong Kong", "HK")]),
        # Names of other places with a state's name in them.
        ("She drove through New Mexico and Northern Ireland.", []),
        ("They sailed the South China Sea and the Gulf of Oman.", []),
        ("Latin American and North American teams came.", []),
        # The first part of a long name stands for the whole of it.
        (
            "The Kingdom of Norway met Chad. The Kingdom was late; the Kingdom Tower stood.",
            [("Kingdom of Norway", "NO"), ("Chad", "TD"), ("Kingdom", "NO")],
        ),
        # What two states share, and a capital of which a larger namesake is abroad.
        ("The Congolese team came.", []),
        ("The Congolese team came to Kinshasa.", [("Congolese", "CD"), ("Kinshasa", "CD")]),
        ("He lives in Hamilton.", []),
        ("Bermuda is small; he lives in Hamilton.", [("Bermuda", "BM"), ("Hamilton", "BM")]),
    ],
)
def test_words_that_name_states(text, found):
    assert states(text) == found


def test_a_state_is_one_whatever_it_is_called(tell):
    told = tell(
        "The U.S. said it rains. The Americans said it snows. Washington said the United States is cold.",
        ("The U.S.", "said", "it rains"),
        ("The Americans", "said", "it snows"),
        ("Washington", "said", "the United States is cold"),
    )
    assert told.speakers == ["United States"] * 3
    assert told.actors[0].kind == "state"


def test_the_american_government_is_not_the_americans(tell):
    told = tell(
        "The American government said it rains. The Americans said America is cold.",
        ("The American government", "said", "it rains"),
        ("The Americans", "said", "America is cold"),
    )
    assert told.speakers == ["the American government", "America"]
    assert told.actor("the American government").kind == "government"


def test_an_unknown_state_is_known_by_what_it_has(tell):
    told = tell(
        "The Foreign Minister of Kestria came. Kestria said it rains. The Kestrians said it snows.",
        ("Kestria", "said", "it rains"),
        ("The Kestrians", "said", "it snows"),
    )
    assert told.speakers == ["Kestria", "Kestria"]
    assert told.actor("Kestria").kind == "state"


@pytest.mark.parametrize(
    "text",
    [
        "Ardune's embassy was closed. Ardune said it rains.",
        "Ardune's defence ministry was closed. Ardune said it rains.",
        "The Ministry of Foreign Affairs of Ardune was closed. Ardune said it rains.",
        "The President of Ardune and the bishop paid a visit to Ardune. Ardune said it rains.",
    ],
)
def test_it_may_have_an_embassy_or_ministries_or_be_visited(tell, text):
    told = tell(text, ("Ardune", "said", "it rains"))
    assert told.actor("Ardune").kind == "state"


def test_a_person_with_an_army_is_no_state(tell):
    told = tell(
        "General Ivo Talvik was late. Talvik's army left. Talvik said it rains.",
        ("Talvik", "said", "it rains"),
    )
    assert told.speakers == ["Ivo Talvik"]


def test_a_state_hidden_in_a_persons_name_is_still_that_of_the_table(tell):
    told = tell(
        "The government of Norway paid. Norway said it rains.", ("Norway", "said", "it rains")
    )
    assert [a.country for a in told.actors if a.kind == "state"] == ["NO"]


def test_the_article_of_an_office_is_no_part_of_the_state_in_it(tell):
    told = tell(
        "The UK ambassador to Peru, Dara Quill, said it rains.", ("Dara Quill", "said", "it rains")
    )
    assert told.mentions("UK") == ["UK"]
