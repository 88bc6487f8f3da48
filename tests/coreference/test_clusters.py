"""How links become clusters."""

import numpy as np
import pytest

from memcon.coreference.candidates import find_candidates
from memcon.coreference.clusters import NEAREST, antecedents, choose_mentions, link
from memcon.coreference.description import Described, describe
from memcon.language.pipeline import parse


@pytest.fixture
def described() -> Described:
    """He, she, her, him: four mentions of one word."""
    words = parse("He slept. She slept. Her slept. Him slept.")
    whole = describe(words, find_candidates(words), np.full(len(words), -1))
    pronouns = [
        k for k, head in enumerate(whole.candidates.head.tolist())
        if words[head].lower() in {"he", "she", "her", "him"}
    ]  # fmt: skip
    return whole.take(np.array(pronouns))


def scores(described: Described, known: dict[tuple[int, int], float]) -> list:
    ((later, earlier),) = antecedents(described)
    values = [
        known.get((a, b), -9.0) for a, b in zip(later.tolist(), earlier.tolist(), strict=True)
    ]
    return [(later, earlier, np.array(values, dtype=np.float32))]


def test_the_strongest_link_above_the_least_decides(described):
    numbers, sure = link(described, scores(described, {(3, 0): 2.0, (2, 1): 0.5}), 0.0)
    assert numbers.tolist() == [0, 1, 1, 0]
    assert sure[3] == pytest.approx(2.0)


def test_a_weak_link_is_none(described):
    numbers, _ = link(described, scores(described, {(3, 0): -0.5}), 0.0)
    assert numbers.tolist() == [0, 1, 2, 3]


def test_a_man_joins_no_woman(described):
    numbers, _ = link(described, scores(described, {(1, 0): 5.0, (3, 1): 5.0}), 0.0)
    assert numbers.tolist() == [0, 1, 2, 3]


def test_mentions_of_one_entity_speak_together(described):
    known = {(2, 1): 3.0, (3, 1): -0.2, (3, 2): -0.2}
    words = parse("She slept. She slept. She slept. She slept.")
    alike = describe(words, find_candidates(words), np.full(len(words), -1))
    numbers, _ = link(alike, scores(alike, known), 0.3)
    assert numbers[3] == numbers[2] == 1  # log(2) − 0.2 is more than 0.3


def test_one_mention_a_head():
    words = parse("The lamp of the town fell.")
    whole = describe(words, find_candidates(words), np.full(len(words), -1))
    logits = np.arange(len(whole.candidates), dtype=np.float32)
    kept = choose_mentions(whole, logits, -1.0)
    heads = whole.candidates.head[kept].tolist()
    assert len(heads) == len(set(heads))


def test_far_mentions_of_the_same_head_are_asked_about_too():
    text = "The lamp fell. " + "A dog ran. " * (NEAREST + 5) + "The lamp shone."
    words = parse(text)
    whole = describe(words, find_candidates(words), np.full(len(words), -1))
    ((later, earlier),) = antecedents(whole)
    lamp = max(np.flatnonzero(whole.heads == whole.heads[0]).tolist())
    assert lamp > NEAREST and lamp in later[earlier == 0]
    assert (later > earlier).all()
