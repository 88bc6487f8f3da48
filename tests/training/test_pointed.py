"""Sentences with questions that point at spans, and the head that answers them."""

from random import Random

import numpy as np
import pytest
import torch

from memcon.language.model import shipped_model
from training.pointed import LONGEST, Question, in_company, joined, lay, point, shuffled
from training.pointed_network import PointedHead

TEXT = "Ossel thanked Kestria; it had helped."


@pytest.fixture(scope="module")
def tokenizer():
    return shipped_model().tokenizer


def pointed(tokenizer, text, *questions):
    return point(text, questions, tokenizer, (101, 102))


def test_a_span_is_the_mean_of_its_words(tokenizer):
    p = pointed(tokenizer, "The king of Ossel slept.", Question(((0, 17),), 1))
    assert p.spans.shape == (1, 1, 6)
    np.testing.assert_allclose(p.spans[0, 0], [0.25, 0.25, 0.25, 0.25, 0, 0])


def test_a_span_that_is_not_there_weighs_nothing(tokenizer):
    p = pointed(tokenizer, TEXT, Question(((0, 5), None), 3))
    assert p.spans[0, 0].sum() == pytest.approx(1)
    assert not p.spans[0, 1].any()
    assert not p.pairs[0, 1].any()


def test_of_a_target_one_mention_is_asked_about(tokenizer):
    kestria, it, ossel = ((14, 21),), ((23, 25),), ((0, 5),)
    p = pointed(
        tokenizer, TEXT, Question(kestria, 2), Question(it, 2, again=True), Question(ossel, 1)
    )
    asked = [p.one_of_each(Random(i)) for i in range(40)]
    assert all(a.answers == [2, 1] for a in asked)
    first = {int(a.spans[0, 0].argmax()) for a in asked}
    assert first == {int(p.spans[0, 0].argmax()), int(p.spans[1, 0].argmax())}
    assert p.one_of_each(Random(0), further=0).spans[0, 0].tolist() == p.spans[0, 0].tolist()


def test_a_sentence_too_long_is_cut_between_words(tokenizer):
    p = pointed(tokenizer, "Ossel " * 300, Question(((1794, 1799),), 0))
    assert len(p.ids) <= LONGEST
    assert p.first[-1] < len(p.ids) - 1
    assert not p.spans.any()


def test_answers_become_probabilities(tokenizer):
    p = pointed(tokenizer, TEXT, Question(((0, 5),), 2), Question(((0, 5),), (0.5, 0.25, 0.25)))
    batch = lay([p, pointed(tokenizer, "Ossel slept.", Question(((0, 5),), 0))], 3)
    assert batch.answers.tolist() == [[0, 0, 1], [0.5, 0.25, 0.25], [1, 0, 0]]
    assert batch.of.tolist() == [0, 0, 1]
    assert batch.mask.sum(1).tolist() == [len(p.ids), 6]


def test_batches_hold_every_sentence_once(tokenizer):
    items = [pointed(tokenizer, "Ossel " * (1 + i % 7), Question(((0, 5),), 0)) for i in range(50)]
    found = [id(p) for b in shuffled(items, 8, Random(1)) for p in b]
    assert sorted(found) == sorted(map(id, items))


def test_what_is_asked_of_one_sentence_does_not_hang_on_its_neighbours(tokenizer):
    torch.manual_seed(0)
    head = PointedHead(16, 2, 4).eval()
    short = pointed(tokenizer, "Ossel thanked Kestria.", Question(((0, 5), (14, 21)), 1))
    long = pointed(tokenizer, "Ossel thanked " * 9, Question(((0, 5), None), 1))
    states = torch.randn(1, len(long.first), 16)

    def ask(items, states):
        b = lay(items, 4)
        return head(states[:, : b.spans.shape[-1]], b.of, b.spans, b.pairs, b.present)[0]

    alone = ask([short], states)
    together = ask([short, long], torch.cat([states, torch.randn_like(states)]))
    torch.testing.assert_close(together[:1], alone, rtol=1e-4, atol=1e-5)
    other = pointed(tokenizer, "Ossel thanked Kestria.", Question(((14, 21), (0, 5)), 1))
    assert not torch.allclose(ask([other], states), alone)


def test_a_sentence_among_others_asks_what_it_asked_alone(tokenizer):
    alone = pointed(tokenizer, TEXT, Question(((14, 21),), 2))
    other = pointed(tokenizer, "The king of Velmar slept.", Question(((0, 18),), 0))
    both = joined([other, alone])
    assert both.text == "The king of Velmar slept. " + TEXT
    assert both.ids.tolist() == [*other.ids[:-1], *alone.ids[1:]]
    assert [both.ids[f] for f in both.first[6:]] == [alone.ids[f] for f in alone.first]
    batch = lay([both], 3)
    assert batch.present[1].tolist() == [0] * 6 + [1] * len(alone.first)
    np.testing.assert_array_equal(batch.spans[1, 0, 6:], alone.spans[0, 0])
    np.testing.assert_array_equal(batch.pairs[1, :, :, 6:], alone.pairs[0])


def test_no_sentence_is_lost_in_company(tokenizer):
    many = [
        pointed(tokenizer, f"Ossel slept {n} days.", Question(((0, 5),), n % 3)) for n in range(20)
    ]
    mixed = in_company(many, Random(1), share=1.0)
    assert len(mixed) < 20
    assert sum(len(p.answers) for p in mixed) == 20
