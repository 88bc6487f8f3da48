"""Titles as the text gives them: the words, where they stand, and by which construction."""

from __future__ import annotations

import pytest

from memcon.actors.reading import Reading
from memcon.actors.speakers import name_speakers
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.record import Actor, Attribution

#: Sentence, and the titles of Oda Ferris in it.
GIVEN = [
    # Before the name.
    ("Foreign Minister Oda Ferris of Kestria came.", ["Foreign Minister"], "before the name"),
    ("Kestrian Foreign Minister Oda Ferris came.", ["Kestrian Foreign Minister"], "before the name"),
    ("President-elect Oda Ferris came.", ["President-elect"], "before the name"),
    ("Then-President Oda Ferris came.", ["Then-President"], "before the name"),
    ("Then President Oda Ferris came.", ["President"], "before the name"),
    ("Former mayor Oda Ferris came.", ["Former mayor"], "before the name"),
    # Beside the name.
    ("Oda Ferris, the president of Kestria, spoke.", ["president of Kestria"], "apposition"),
    ("Oda Ferris – foreign minister of Kestria – spoke.", ["foreign minister of Kestria"],
     "apposition"),
    ("Oda Ferris (foreign minister) spoke.", ["foreign minister"], "apposition"),
    ("The Kestrian president, Oda Ferris, spoke.", ["Kestrian president"], "apposition"),
    ("The then president of Kestria, Oda Ferris, spoke.", ["then president of Kestria"],
     "apposition"),
    ("Oda Ferris, the former foreign minister of Kestria, spoke.",
     ["former foreign minister of Kestria"], "apposition"),
    ("The newly appointed foreign minister of Kestria, Oda Ferris, spoke.",
     ["newly appointed foreign minister of Kestria"], "apposition"),
    ("Oda Ferris, president of Kestria and chair of the River Union, spoke.",
     ["president of Kestria", "chair of the River Union"], "apposition"),
    ("Oda Ferris, Minister of Trade, Chair of the River Union, spoke.",
     ["Minister of Trade", "Chair of the River Union"], "apposition"),
    ("Oda Ferris, Foreign Minister and Deputy Prime Minister of Kestria, came.",
     ["Foreign Minister", "Deputy Prime Minister of Kestria"], "apposition"),
    # Told by a verb.
    ("Oda Ferris is the president of Kestria.", ["president of Kestria"], "predicate"),
    ("Oda Ferris became president of Kestria in May.", ["president of Kestria"], "predicate"),
    ("Oda Ferris serves as ambassador to Norway.", ["ambassador to Norway"], "predicate"),
    ("Oda Ferris was elected president of Kestria in May.", ["president of Kestria"], "predicate"),
    ("Oda Ferris was re-elected president of Kestria.", ["president of Kestria"], "predicate"),
    ("Oda Ferris has been appointed ambassador to Norway.", ["ambassador to Norway"], "predicate"),
    ("Oda Ferris was sworn in as mayor of Ossel on Monday.", ["mayor of Ossel"], "predicate"),
    ("Oda Ferris, elected president in May, met the crew.", ["president"], "predicate"),
    ("Oda Ferris, who is the minister of trade of Kestria, spoke.",
     ["minister of trade of Kestria"], "predicate"),
    ("Oda Ferris, who was then foreign minister of Kestria, spoke.",
     ["foreign minister of Kestria"], "predicate"),
    ("The king appointed Oda Ferris foreign minister of Kestria.",
     ["foreign minister of Kestria"], "predicate"),
    ("The party elected Oda Ferris as its leader.", ["leader"], "predicate"),
    ("Oda Ferris resigned as foreign minister.", ["foreign minister"], "predicate"),
    ("Oda Ferris came to Ossel. She became president of Kestria in May.",
     ["president of Kestria"], "predicate"),
    # The capacity in which somebody acts.
    ("In his capacity as chair of the River Union, Oda Ferris said it rains.",
     ["chair of the River Union"], "capacity"),
    ("Oda Ferris spoke in her capacity as chair of the River Union.",
     ["chair of the River Union"], "capacity"),
    ("In her role as special envoy, Oda Ferris travelled to Ossel.", ["special envoy"], "capacity"),
    ("As the chairman of the River Committee, Oda Ferris opened the meeting.",
     ["chairman of the River Committee"], "capacity"),
    ("Oda Ferris came to Ossel. As the chairwoman of the River Committee, she opened the meeting.",
     ["chairwoman of the River Committee"], "capacity"),
    ("Oda Ferris, as president of Kestria, signed the paper.", ["president of Kestria"],
     "capacity"),
    ("Oda Ferris, acting as president, signed the paper.", ["president"], "capacity"),
    # Lines of their own.
    ("It rains.\n\nOda Ferris\nForeign Minister of Kestria\n", ["Foreign Minister of Kestria"],
     "signature"),
]  # fmt: skip

NOT_GIVEN = [
    "The president met Oda Ferris.",
    "They asked Oda Ferris about the president.",
    "Oda Ferris and the president spoke.",
    "Oda Ferris’s minister spoke.",
    "Oda Ferris, a critic of the president, spoke.",
    "Oda Ferris, speaking to the president, said it rains.",
    "Oda Ferris, according to the president, is ill.",
    "Oda Ferris, the president and the prime minister met.",
    "Oda Ferris is not the president of Kestria.",
    "Oda Ferris could become president of Kestria.",
    "Oda Ferris wants to become president.",
    "If Oda Ferris becomes president, it rains.",
    "Oda Ferris said the president of Kestria is ill.",
    "Oda Ferris was received by the president of Kestria.",
    "Oda Ferris is as tall as the president.",
    "Oda Ferris described him as the president of the poor.",
    "The mayor’s friend, Oda Ferris, spoke.",
    "The friend of Oda Ferris is president of Kestria.",
    "They met Oda Ferris as president Talvik slept.",
]


def people(text: str, *attributions: Attribution, date: str | None = None) -> list[Actor]:
    _, actors = name_speakers(list(attributions), Reading(parse(text)), find_quotations(text), date)
    return [actor for actor in actors if actor.kind == "person"]


def ferris(text: str, *attributions: Attribution, date: str | None = None) -> Actor:
    actors = people(text, *attributions, date=date)
    return next(a for a in actors if a.name.casefold() == "oda ferris")


@pytest.mark.parametrize(("text", "words", "how"), GIVEN)
def test_a_title_is_given(text, words, how):
    actor = ferris(text)
    assert [title.words for title in actor.title_spans] == words
    assert {title.how for title in actor.title_spans} == {how}
    assert [text[slice(*title.span)] for title in actor.title_spans] == words


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_no_title_is_given(text):
    assert ferris(text).title_spans == ()


def test_every_place_is_kept_and_each_word_once():
    text = "President Oda Ferris came. Oda Ferris, the president, sang. President Ferris left."
    actor = ferris(text)
    assert actor.titles == ("President",)
    assert [t.how for t in actor.title_spans] == [
        "before the name", "apposition", "before the name",
    ]  # fmt: skip
    assert [t.span[0] for t in actor.title_spans] == sorted(t.span[0] for t in actor.title_spans)


def test_a_title_is_of_the_document_s_day():
    text = "Foreign Minister Oda Ferris came."
    assert ferris(text, date="2031-05-14").title_spans[0].date == "2031-05-14"
    assert ferris(text).title_spans[0].date is None


def test_the_label_of_a_turn_gives_a_title_in_its_own_words():
    text = "FOREIGN MINISTER ODA FERRIS: Good day to all of you."
    turn = Attribution(
        id="a1", source=((0, 27),), cue=((27, 28),), content=((29, 52),), type="direct",
        confidence=1,
    )  # fmt: skip
    (title,) = ferris(text, turn).title_spans
    assert (title.words, title.how) == ("FOREIGN MINISTER", "label")


def test_a_name_signed_under_a_quotation_gives_a_title():
    text = "“It rains on the harbour.” – Foreign Minister Oda Ferris"
    signed = Attribution(
        id="a1", source=((29, len(text)),), cue=((27, 28),), content=((0, 26),), type="direct",
        confidence=1,
    )  # fmt: skip
    (title,) = ferris(text, signed).title_spans
    assert (title.words, title.how) == ("Foreign Minister", "signature")


def test_two_offices_of_two_persons():
    text = "The president of Kestria, Oda Ferris, met the prime minister, Ivo Talvik, in Ossel."
    titles = {a.name: a.titles for a in people(text)}
    assert titles == {"Oda Ferris": ("president of Kestria",), "Ivo Talvik": ("prime minister",)}


def test_a_title_learned_from_a_verb_leads_back_to_its_holder(tell):
    told = tell(
        "Oda Ferris was elected mayor of Ossel in May. Ivo Talvik came. The mayor said it rains.",
        ("The mayor", "said", "it rains"),
    )
    assert told.speakers == ["Oda Ferris"]


def test_the_president_is_not_the_president_elect(tell):
    told = tell(
        "President Oda Ferris met President-elect Ivo Talvik. The president said it rains.",
        ("The president", "said", "it rains"),
    )
    assert told.speakers == ["Oda Ferris"]


def test_an_article_before_a_comma_is_no_title(tell):
    told = tell("The, Dean presented this matter.", ("The, Dean", "presented", "this matter"))
    assert told.speakers == ["Dean"]
    assert told.actor("Dean").title_spans == ()
