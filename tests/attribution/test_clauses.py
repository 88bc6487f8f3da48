"""What hangs on a content and follows it belongs to it."""

from __future__ import annotations

import pytest

from memcon.attribution.clauses import (
    complete,
    with_adverbial,
    with_its_subject,
    with_its_verb,
    with_joined_verb,
    with_relative_clause,
    within_relative,
    without_determiner,
)
from memcon.attribution.relation import Relation
from memcon.language.pipeline import parse

TEXT = "They intend to pursue the goals, which they missed at sea, she said."


def test_a_relative_clause_goes_with_what_it_tells_of():
    words = parse(TEXT)

    def span(part: str) -> tuple[int, int]:
        start = TEXT.index(part)
        return start, start + len(part)

    cut = Relation((span("They"),), (span("intend"),), (span("to pursue the goals"),))
    (content,) = complete(cut, words).content
    assert TEXT[slice(*content)] == "to pursue the goals, which they missed at sea"


def test_a_content_that_is_whole_stays():
    words = parse("She said that it rained. It did.")
    whole = Relation(((0, 3),), ((4, 8),), ((9, 23),))
    assert complete(whole, words) == whole


def test_a_clause_with_its_own_subject_is_another_one():
    text = "As he stated, the rivals intend to return, and we are watching the strait."
    words = parse(text)

    def span(part: str) -> tuple[int, int]:
        start = text.index(part)
        return start, start + len(part)

    stated = Relation((span("he"),), (span("stated"),), (span("the rivals intend to return"),))
    assert complete(stated, words) == stated


def test_an_editor_s_brackets_do_not_end_what_somebody_says():
    text = "They want to hold the strait [in a bid] to fill the void."
    words = parse(text)
    cut = Relation(((0, 4),), ((5, 9),), ((10, 28),))
    (content,) = complete(cut, words).content
    assert text[slice(*content)] == "to hold the strait [in a bid] to fill the void"


def test_a_joined_verb_without_a_subject_of_its_own_goes_with_it():
    text = "He answered that they would share the survey, but would not publish the charts."
    words = parse(text)
    cut = Relation(((0, 2),), ((3, 11),), ((12, 44),))
    (content,) = with_joined_verb(cut, words).content
    assert text[slice(*content)] == (
        "that they would share the survey, but would not publish the charts"
    )


@pytest.mark.parametrize(
    "text",
    [
        "He answered that they would share the survey, and left.",
        "He answered that they would share the survey, but would not elaborate.",
    ],
)
def test_what_the_speaker_does_next_is_no_part_of_it(text):
    cut = Relation(((0, 2),), ((3, 11),), ((12, 44),))
    assert with_joined_verb(cut, parse(text)) == cut


@pytest.mark.parametrize(
    ("cue", "content", "wanted"),
    [
        ("called on all", "parties to wait", ("called on", "all parties to wait")),
        ("called on the", "parties to wait", ("called on the", "parties to wait")),
    ],
)
def test_all_who_are_called_on_are_told_of_together(cue, content, wanted):
    text = f"They {cue} {content}."
    start = text.index(content)
    given = Relation(((0, 4),), ((5, 5 + len(cue)),), ((start, start + len(content)),))
    found = without_determiner(given, parse(text))
    assert (text[slice(*found.cue[0])], text[slice(*found.content[0])]) == wanted


def test_what_is_told_in_a_relative_clause_ends_with_it():
    text = "An official who asked not to be named disputed the account."
    words = parse(text)
    places = [(text.index(w), text.index(w) + len(w)) for w in ("who", "asked")]
    long = Relation((places[0],), (places[1],), ((text.index("not"), len(text) - 1),))
    ((start, end),) = within_relative(long, words).content
    assert text[start:end] == "not to be named"


def test_a_particle_is_no_cue_without_its_verb():
    text = "She ruled out any talks."
    alone = Relation(((0, 3),), ((10, 13),), ((14, 23),))
    ((start, end),) = with_its_verb(alone, parse(text)).cue
    assert text[start:end] == "ruled out"


def test_a_subject_before_a_content_that_begins_with_its_verb_is_told():
    text = "Ossel, as a neighbour of long standing, would help at once, the minister assured her."
    start = text.index("would")
    cut = Relation(
        ((text.index("the minister"), text.index(" assured")),),
        ((text.index("assured"), text.index(" her")),),
        ((start, start + len("would help at once")),),
    )
    (content,) = with_its_subject(cut, parse(text)).content
    assert text[slice(*content)] == ("Ossel, as a neighbour of long standing, would help at once")


def test_whoever_says_it_is_not_told():
    text = "The minister said would help at once."
    said = Relation(((0, 12),), ((13, 17),), ((18, 36),))
    assert with_its_subject(said, parse(text)) == said


PRAISED = "She praised the bridge, which Anna called a wonder."


@pytest.mark.parametrize(
    ("cues", "content"),
    [
        ([4], "the bridge, which Anna called a wonder"),
        # Somebody else tells the clause.
        ([4, PRAISED.index("called")], "the bridge"),
    ],
)
def test_a_relative_clause_that_nobody_else_tells(cues: list[int], content: str):
    praised = Relation(((0, 3),), ((4, 11),), ((12, 22),))
    (span,) = with_relative_clause(praised, cues, parse(PRAISED)).content
    assert PRAISED[slice(*span)] == content


def test_what_describes_somebody_is_told_whatever_was_said_in_it():
    text = "She thanked the crews, who rowed all night and asked for nothing."
    thanked = Relation(((0, 3),), ((4, 11),), ((12, 21),))
    (span,) = with_relative_clause(thanked, [4, text.index("asked")], parse(text)).content
    assert text[slice(*span)] == "the crews, who rowed all night and asked for nothing"


@pytest.mark.parametrize(
    ("text", "pronoun", "content"),
    [
        ("The envoy rejected this in its entirety, and left.", "this", "this in its entirety"),
        ("They accepted it on Friday morning.", "it", "it on Friday morning"),
        # What was done next; a sign between; more than a pronoun.
        ("They accepted it and left on Friday.", "it", "it"),
        ("They rejected this, maintaining that it rained.", "this", "this"),
        ("They rejected the offer on Friday.", "the offer", "the offer"),
    ],
)
def test_how_and_when_belong_to_one_pronoun(text: str, pronoun: str, content: str):
    start = text.index(f" {pronoun}") + 1
    cue = text.index("ed ") - 6
    relation = Relation(((0, 4),), ((cue, start - 1),), ((start, start + len(pronoun)),))
    (span,) = with_adverbial(relation, parse(text)).content
    assert text[slice(*span)] == content
