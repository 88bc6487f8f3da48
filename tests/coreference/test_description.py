"""What is told of candidates and of pairs of them."""

import numpy as np
import pytest

from memcon.coreference.candidates import find_candidates
from memcon.coreference.description import (
    DEFINITE,
    INDEFINITE,
    NAME,
    OWN,
    PAIR,
    POSSESSED,
    Described,
    describe,
    describe_pairs,
)
from memcon.language.pipeline import parse


def described(text: str) -> tuple[Described, dict[str, int]]:
    """Features, and the index of each phrase."""
    words = parse(text)
    found = describe(words, find_candidates(words), np.full(len(words), -1))
    c = found.candidates
    spans = [words.span(a, b) for a, b in zip(c.first.tolist(), c.last.tolist(), strict=True)]
    return found, {text[a:b]: k for k, (a, b) in enumerate(spans)}


TEXT = "Dara Quill saw a lamp. The lamp pleased her sister. Mr. Talvik slept."


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Dara Quill", NAME),
        ("a lamp", INDEFINITE),
        ("The lamp", DEFINITE),
        ("her sister", POSSESSED),
    ],
)
def test_a_phrase_has_a_type(phrase, kind):
    found, index = described(TEXT)
    assert found.own[index[phrase], 0] == kind


@pytest.mark.parametrize(("phrase", "sex"), [("her sister", 2), ("Mr. Talvik", 1), ("a lamp", 0)])
def test_titles_pronouns_and_kin_tell_the_gender(phrase, sex):
    found, index = described(TEXT)
    assert found.own[index[phrase], 9] == sex


def test_classes_stay_in_their_tables():
    found, _ = described(TEXT * 3)
    count = len(found.candidates)
    later, earlier = np.tril_indices(count, -1)
    pairs = describe_pairs(found, later, earlier)
    assert (found.own >= 0).all() and (found.own < np.array(OWN)).all()
    assert (pairs >= 0).all() and (pairs < np.array(PAIR)).all()


def test_the_same_head_and_words_are_seen():
    found, index = described(TEXT)
    same = describe_pairs(found, np.array([index["The lamp"]]), np.array([index["a lamp"]]))
    other = describe_pairs(found, np.array([index["The lamp"]]), np.array([index["Dara Quill"]]))
    assert same[0, 3] == 6 and other[0, 3] == 0
