"""Of two cues that claim one stretch of words, the nearer one has it."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.attribution.rivals import settle

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
