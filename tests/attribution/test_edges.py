"""Where in the characters a span begins and ends."""

from __future__ import annotations

import pytest

from memcon.attribution.edges import (
    Chains,
    characters,
    whole_condition,
    whole_subject,
    whole_tail,
    whole_verb,
)
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations


@pytest.mark.parametrize(
    ("cue", "whole"),
    [("had", "had told"), ("had told", "had told"), ("have not", "have not said")],
)
def test_an_auxiliary_is_not_a_cue_without_its_verb(cue, whole):
    text = f"The pilots {whole} so."
    words = parse(text)
    found = whole_verb(words, words.inside((11, 11 + len(cue))))
    assert text[slice(*words.span(found.start, found.stop - 1))] == whole


def test_a_comma_at_the_end_belongs_to_no_span():
    text = "the lamp, she said"
    words = parse(text)
    (span,) = characters(words, (range(0, 3),))
    assert text[slice(*span)] == "the lamp"


def test_a_quotation_that_is_mostly_covered_is_covered_whole():
    text = "She said: “The lamp is lit, and so it stays.”"
    quoted = Chains(find_quotations(text), text)
    (content,) = quoted.snap(((12, 30),), ((0, 3), (4, 8)))
    assert text[slice(*content)] == "“The lamp is lit, and so it stays.”"


def test_a_quotation_runs_on_over_paragraphs_that_open_and_do_not_close():
    text = "“The lamp is lit.\n\n“And so it stays,” she said."
    quoted = Chains(find_quotations(text), text)
    assert len(quoted.chains) == 1
    (content,) = quoted.snap(((1, 16),), ((39, 42), (43, 47)))
    assert text[slice(*content)] == "“The lamp is lit.\n\n“And so it stays,”"


def test_a_source_is_the_whole_list():
    text = "Norway, Kestria, and the Free City of Ossel condemn the closure of the strait."
    words = parse(text)
    found = whole_subject(words, words.inside((21, 43)))
    assert text[slice(*words.span(found.start, found.stop - 1))].startswith("Norway")


def test_another_verb_has_another_source():
    text = "The mayor left, and the keeper said that the lamp was lit."
    words = parse(text)
    source = words.inside((20, 30))
    assert whole_subject(words, source) == source


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("the role of the port", "the role of the port, especially in the winter"),
        ("the role of the port, especially in the winter", None),
        ("the role", None),
    ],
)
def test_what_only_specifies_the_content_belongs_to_it(content, whole):
    text = "She praised the role of the port, especially in the winter, the minister said."
    words = parse(text)
    start = text.index(content)
    found = whole_tail(words, words.inside((start, start + len(content))))
    assert text[slice(*words.span(found.start, found.stop - 1))] == (whole or content)


def test_a_clause_behind_a_comma_is_no_tail():
    text = "She praised the port, and the minister left."
    words = parse(text)
    assert whole_tail(words, range(2, 4)) == range(2, 4)


def test_a_condition_behind_a_quotation_belongs_to_what_is_told():
    text = (
        'Quill said that Kestria would pay "in full", provided that the lock is mended. It rains.'
    )
    words = parse(text)
    start = text.index("that Kestria")
    told = words.inside((start, text.index(", provided")))
    found = whole_condition(words, told)
    whole = text[slice(*words.span(found.start, found.stop - 1))]
    assert whole == 'that Kestria would pay "in full", provided that the lock is mended'


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Estonia, Latvia say talks failed", "Estonia, Latvia"),
        ("In Estonia, Latvia said talks failed.", "Latvia"),
    ],
)
def test_a_headline_sets_two_names_side_by_side(text, whole):
    words = parse(text)
    start = text.index("Latvia")
    found = whole_subject(words, words.inside((start, start + 6)))
    assert text[slice(*words.span(found.start, found.stop - 1))] == whole
