"""Topics of statements: from the text, and from a user's list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors.reading import Reading
from memcon.actors.states import find_states
from memcon.language.pipeline import parse
from memcon.topics import Topic, Topics
from memcon.topics.candidates import Phrase
from memcon.topics.finding import Finder


def topics(*sentences: str, **how: object) -> list[tuple[str, ...]]:
    """Topics of sentences, each of which is a statement."""
    reading = Reading(parse(" ".join(sentences)))
    mentions = find_states(reading)
    codes = {i: m.state.code for m in mentions for i in range(m.first, m.last + 1)}
    states = {m.state.code: m.state.name for m in mentions}
    contents, at = {}, 0
    for sentence in sentences:
        contents[sentence] = list(reading.inside((at, at + len(sentence))))
        at += len(sentence) + 1
    found = Finder(**how).find(reading, contents, codes, states)  # type: ignore[arg-type]
    return [found[sentence] for sentence in sentences]


def test_names_are_clean_of_marks_and_grades():
    ((name, *_),) = topics("He spoke about the further [and] “closer” pilot exchange.")
    assert not set(name) & set("[]“”") and not name.startswith("further")


def test_a_state_in_capitals_is_no_pronoun():
    assert topics("The US sanctions were lifted.")[0][0] == "US sanctions"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(
    ["the", "US", "fog", "of", "“", "”", "[", "lamps", "issue", "Norway", "and", "its", ".", "(", "were"]
), min_size=1, max_size=14))  # fmt: skip
def test_every_topic_has_words_and_stands_once(words):
    (told,) = topics(" ".join(words))
    assert all(topic.strip() for topic in told)
    assert len(set(told)) == len(told) <= 4


def test_a_place_and_its_adjective_are_one():
    told = topics("She raised the question of Corran.", "He called the Corranian crisis grave.")
    assert told[0][0] == told[1][0]


def test_a_matter_with_its_preposition_is_one_phrase():
    told = topics("The accord on water held.", "He praised the water accord.")
    assert told[0] == told[1]


def test_talks_between_two_states_are_not_about_either():
    sentences = ("Norway and Iceland discuss the mooring fees.", "The mooring fees rise in Norway.")
    assert all("Norway" in own for own in topics(*sentences))
    told = topics(*sentences, parties=frozenset({"NO", "IS"}))
    assert told == [("mooring fees",)] * 2


def test_what_a_statement_names_most_often_comes_first():
    told = topics(
        "The cable broke. The cable is old, and the ferry pier is shut.",
        "The ferry pier is shut.", "The ferry pier leaks.",
    )  # fmt: skip
    assert told[0] == ("cable", "ferry pier")


def test_who_is_described_is_no_topic():
    assert topics("They described her as a seasoned sailor of renown.") == [()]


def test_peace_talks_are_a_topic_and_talks_are_none():
    assert topics("The peace negotiations failed.", "The meeting failed.")[1] == ()
    assert topics("The grain talks failed.") == [("grain talks",)]


def alike(*pairs: set[str]):
    """Phrases that a test takes for alike, whatever a model thinks."""

    def likeness(phrases: Sequence[Phrase]) -> np.ndarray:
        return np.array(
            [[1.0 if any({a.words, b.words} <= pair for pair in pairs) else 0.1 for b in phrases]
             for a in phrases], dtype=np.float32,
        )  # fmt: skip

    return likeness


def test_meaning_joins_what_lemmas_leave_apart():
    sentences = ("The undersea cable broke.", "The submarine line broke.")
    apart = topics(*sentences)
    assert apart[0] != apart[1]
    joined = topics(*sentences, likeness=alike({"undersea cable", "submarine line"}))
    assert joined[0] == joined[1]


def test_opposites_and_different_states_are_never_joined():
    pair = ("The northern shoals are bare.", "The southern shoals are bare.")
    told = topics(*pair, likeness=alike({"northern shoals", "southern shoals"}))
    assert told[0] != told[1]
    pair = ("The Norwegian whale hunt is on.", "The Icelandic seal hunt is on.")
    told = topics(*pair, likeness=alike({"Norwegian whale hunt", "Icelandic seal hunt"}))
    assert not set(told[0]) & set(told[1])


def test_no_chain_of_neighbours_joins_what_is_far_apart():
    told = topics(
        "The lamp oil burns.", "The whale oil burns.", "The whale meat is sold.",
        likeness=alike({"lamp oil", "whale oil"}, {"whale oil", "whale meat"}),
    )  # fmt: skip
    assert told[0] != told[2]


LISTED = Topics((Topic("Sea", ("pilot",)), Topic("Permits", ("landing permit",), "Sea")))


def test_the_list_comes_first_and_a_child_tells_its_parents():
    (told,) = topics("The landing permits and the border agreement were late.", listed=LISTED)
    assert told == ("Permits", "Sea", "border agreement")


def test_words_that_a_term_covers_make_no_other_topic():
    told = topics("The landing permits were late.", "Landing permits cost much.", listed=LISTED)
    assert told == [("Permits", "Sea")] * 2


def test_without_the_list_nothing_of_it_is_told():
    assert topics("The pilot exchange began.") == [("pilot exchange",)]
