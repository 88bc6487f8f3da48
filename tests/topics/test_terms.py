"""Terms of a user's list in a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors.reading import Reading
from memcon.language.pipeline import parse
from memcon.topics import Topic, Topics
from memcon.topics.terms import matcher


def found(text: str, *entries: tuple[str, str]) -> list[tuple[str, ...]]:
    topics = Topics(tuple(Topic(name, tuple(terms.split(", "))) for name, terms in entries))
    reading = Reading(parse(text))
    return matcher(topics).match(reading, range(len(reading)))[0]


@pytest.mark.parametrize(
    "text",
    [
        "The landing permit is late.", "Landing permits are late.", "LANDING PERMITS!",
        "It concerns landing\npermits.",
    ],
)  # fmt: skip
def test_any_form_of_the_words_shows_the_topic(text):
    assert found(text, ("Permits", "landing permit")) == [("Permits",)]


def test_verbs_are_found_in_all_their_forms():
    for word in ("negotiate", "negotiates", "negotiated", "negotiating"):
        assert found(f"They {word} now.", ("Talks", "negotiate")) == [("Talks",)]


@pytest.mark.parametrize("text", ["The seat is taken.", "An oversea trade.", "Sealing wax."])
def test_a_term_is_found_as_a_whole_word_only(text):
    assert found(text, ("Sea", "sea")) == []


def test_the_longest_term_counts_and_not_what_lies_in_it():
    entries = (("Sea", "sea"), ("Lanes", "sea lane"))
    assert found("The sea lanes are open.", *entries) == [("Lanes",)]
    assert found("The sea lanes and the sea.", *entries) == [("Lanes",), ("Sea",)]


def test_one_term_may_show_two_topics():
    assert found("The pilot came.", ("Sea", "pilot"), ("Work", "pilot")) == [("Sea",), ("Work",)]


def test_an_acronym_is_found_in_capitals_only():
    assert found("It is late, she said.", ("Computers", "IT")) == []
    assert found("The IT office is shut.", ("Computers", "IT")) == [("Computers",)]


def test_words_that_are_not_side_by_side_are_no_term():
    assert found("The landing of the permit.", ("Permits", "landing permit")) == []
    reading = Reading(parse("The landing, a permit."))
    topics = Topics((Topic("Permits", ("landing permit",)),))
    assert matcher(topics).match(reading, [1, 4])[0] == []


def test_terms_with_hyphens_and_possessives():
    assert found("A long-term plan.", ("Plans", "long-term")) == [("Plans",)]
    assert found("Children’s homes.", ("Homes", "children's homes")) == [("Homes",)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["sea", "lane", "pilot", "the", "fog", "lanes"]), max_size=12))
def test_no_word_is_covered_that_no_term_has(words):
    topics = Topics((Topic("Lanes", ("sea lane",)), Topic("Fog", ("fog",))))
    reading = Reading(parse(" ".join(words)))
    names, covered = matcher(topics).match(reading, range(len(reading)))
    assert {reading.low[i] for i in covered} <= {"sea", "lane", "lanes", "fog"}
    assert bool(names) == bool(covered)
    assert ("Fog",) in names or "fog" not in words
