"""Whose state everybody is of: offices first, then descriptions, then the relations of a meeting."""

from __future__ import annotations

import pytest

from memcon.actors.statenames import country_codes

SAID = ("said", "it rains")


def country(tell, text: str, source: str, *, name: str) -> str | None:
    return tell(text, (source, *SAID)).actor(name).country


@pytest.mark.parametrize(
    ("text", "source", "name", "code"),
    [
        ("Norwegian Prime Minister Ivo Talvik said it rains.", "Ivo Talvik", "Ivo Talvik", "NO"),
        ("Ivo Talvik, the foreign minister of Peru, said it rains.", "Ivo Talvik", "Ivo Talvik", "PE"),
        ("The UK Prime Minister, Ivo Talvik, said it rains.", "Ivo Talvik", "Ivo Talvik", "GB"),
        ("The US ambassador to Egypt, Dara Quill, said it rains.", "Dara Quill", "Dara Quill", "US"),
        ("President Dara Quill of Chile said it rains.", "Dara Quill", "Dara Quill", "CL"),
        ("Minister Dara Quill (Ghana) said it rains.", "Dara Quill", "Dara Quill", "GH"),
        ("Kremlin spokesman Ivo Talvik said it rains.", "Ivo Talvik", "Ivo Talvik", "RU"),
        ("Syrian activist Dara Quill said it rains.", "Dara Quill", "Dara Quill", "SY"),
        ("Dara Quill, an Afghan doctor, said it rains.", "Dara Quill", "Dara Quill", "AF"),
        (
            "Minister Dara Quill spoke on behalf of Norway. Minister Quill said it rains.",
            "Minister Quill", "Dara Quill", "NO",
        ),
        # The office decides, whatever else is said of its holder.
        (
            "Kenyan Minister Dara Quill, a Swedish engineer, said it rains.",
            "Dara Quill", "Dara Quill", "KE",
        ),
    ],
)  # fmt: skip
def test_persons_by_what_the_text_says_of_them(tell, text, source, name, code):
    assert country(tell, text, source, name=name) == code


@pytest.mark.parametrize(
    "text",
    [
        # An envoy for a country is another one's, and so is who studies it.
        "The UN envoy for Syria, Dara Quill, said it rains.",
        "The ambassador to Egypt, Dara Quill, said it rains.",
        "Iran expert Dara Quill said it rains.",
        "Dara Quill, a professor of Russian history, said it rains.",
        "Foreign Minister Dara Quill said it rains.",
        "The Foreign Minister of Kestria, Dara Quill, said it rains.",
        "Dara Quill, a Norwegian War hero, said it rains.",
        # Two states, and no office to decide.
        "Norwegian writer Dara Quill, a Swedish engineer, said it rains.",
    ],
)
def test_persons_of_whom_the_text_does_not_say_it(tell, text):
    assert country(tell, text, "Dara Quill", name="Dara Quill") is None


@pytest.mark.parametrize(
    ("source", "name", "kind", "code"),
    [
        ("The French Foreign Ministry", "the French Foreign Ministry", "organisation", "FR"),
        ("The White House", "the White House", "government", "US"),
        ("The government in Beijing", "the government in Beijing", "government", "CN"),
        ("The Chinese spokesperson", "the Chinese spokesperson", "person", "CN"),
        ("The Embassy of Japan in Peru", "Embassy of Japan in Peru", "organisation", "JP"),
        ("Iranian officials", "Iranian officials", "group", "IR"),
        ("Kestria", "Kestria", "state", None),
    ],
)
def test_states_governments_bodies_and_nameless_offices(tell, source, name, kind, code):
    told = tell(f"{source} said it rains. The president of Kestria left.", (source, *SAID))
    actor = next(a for a in told.actors if a.id == told.attributions[0].speaker)
    assert (actor.name.removeprefix("the "), actor.kind) == (name.removeprefix("the "), kind)
    assert actor.country == code


def test_the_state_inside_an_office_is_mentioned_too(tell):
    told = tell("The president of Peru, Ivo Talvik, said it rains.", ("Ivo Talvik", *SAID))
    assert "The president of Peru" in told.mentions("Ivo Talvik")
    assert told.mentions("Peru") == ["Peru"]


def test_the_adjective_before_a_speaker_mentions_the_state_alone(tell):
    told = tell("Peruvian writer Dara Quill said it rains.", ("Peruvian writer Dara Quill", *SAID))
    assert told.mentions("Dara Quill") == ["Peruvian writer Dara Quill", "Dara Quill"]


MEETING = (
    "Chilean Foreign Minister Ivo Talvik met Minister Dara Quill. Talvik said the ties between Chile "
    "and Peru are good. Quill said that the Chile-Peru treaty stands. "
)


def test_at_a_meeting_of_two_the_relations_tell_the_other_side(tell):
    told = tell(
        MEETING,
        ("Talvik", "said", "the ties between Chile and Peru are good"),
        ("Quill", "said", "that the Chile-Peru treaty stands"),
    )
    assert told.actor("Dara Quill").country == "PE"


def test_who_speaks_for_a_body_is_of_no_side(tell):
    told = tell(
        MEETING.replace("met Minister", "met UN Envoy"),
        ("Talvik", "said", "the ties between Chile and Peru are good"),
        ("Quill", "said", "that the Chile-Peru treaty stands"),
    )
    assert told.actor("Dara Quill").country is None


def test_a_label_alone_tells_no_country(tell):
    told = tell(
        "FOREIGN MINISTER QUILL: It rains in Peru.",
        ("FOREIGN MINISTER QUILL", ":", "It rains in Peru."),
    )
    assert told.attributions[0].speaker
    assert [a.country for a in told.actors if a.kind == "person"] == [None]


def test_every_code_of_iso_has_a_row():
    pycountry = pytest.importorskip("pycountry")
    assert {c.alpha_2 for c in pycountry.countries} | {"XK"} == country_codes()
