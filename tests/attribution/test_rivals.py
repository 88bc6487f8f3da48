"""Of two cues that claim one stretch of words, the nearer one has it."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.attribution.rivals import cut_at_joined, settle
from memcon.language.pipeline import parse

TEXT = "She said the lamp was lit, adding: “And so it stays.” He said that she had said so."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def relation(cue: str, *content: str) -> Relation:
    return Relation((span("She"),), (span(cue),), tuple(span(c) for c in content))


def test_a_quotation_belongs_to_the_verb_that_brings_it():
    said = relation("said", "the lamp was lit", "“And so it stays.”")
    adding = relation("adding", "“And so it stays.”")
    assert settle([adding, said]) == [relation("said", "the lamp was lit"), adding]


def test_what_is_nested_in_another_content_stays_there():
    outer = Relation((span("He"),), (span("said that"),), (span("that she had said so"),))
    inner = relation("had said", "so")
    assert settle([outer, inner]) == [outer, inner]


def test_a_content_of_one_stretch_is_never_taken_away():
    said, adding = relation("said", "“And so it stays.”"), relation("adding", "“And so it stays.”")
    assert settle([said, adding]) == [said, adding]


REGRETTED = "She regretted the loss of the boat and thanked the crews for their help."


def told(text: str, cue: str, content: str) -> Relation:
    places = [
        (text.index(words), text.index(words) + len(words)) for words in ("She", cue, content)
    ]
    return Relation((places[0],), (places[1],), (places[2],))


def test_what_is_told_ends_before_what_its_speaker_did_next():
    words = parse(REGRETTED)
    thanked = told(REGRETTED, "thanked", "the crews for their help")
    long = told(REGRETTED, "regretted", "the loss of the boat and thanked the crews for their help")
    cut = told(REGRETTED, "regretted", "the loss of the boat")
    assert cut_at_joined([long, thanked], words) == [cut, thanked]


def test_a_clause_with_its_own_subject_is_told_as_a_whole():
    text = "She said that Ana Quill had lost the boat and blamed the crews."
    said = told(text, "said", "that Ana Quill had lost the boat and blamed the crews")
    blamed = told(text, "blamed", "the crews")
    assert cut_at_joined([said, blamed], parse(text)) == [said, blamed]


LISTED = "She regretted the loss of the boat, thanked the crews, and promised them bread."


def test_in_a_list_of_three_the_comma_does_for_and():
    words = parse(LISTED)
    long = told(LISTED, "regretted", "the loss of the boat, thanked the crews")
    thanked = told(LISTED, "thanked", "the crews")
    promised = told(LISTED, "promised them", "bread")
    cut = told(LISTED, "regretted", "the loss of the boat")
    assert cut_at_joined([long, thanked, promised], words) == [cut, thanked, promised]


def test_without_a_third_the_comma_may_be_a_description():
    text = "She regretted the loss of the boat, named after her."
    long = told(text, "regretted", "the loss of the boat, named after her")
    named = told(text, "named", "after her")
    assert cut_at_joined([long, named], parse(text)) == [long, named]
