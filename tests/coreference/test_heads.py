"""The heads by themselves."""

import numpy as np
import pytest

from memcon.coreference.candidates import find_candidates
from memcon.coreference.description import describe
from memcon.coreference.heads import NAMES, Heads, gelu
from memcon.errors import ModelError
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse


@pytest.fixture(scope="module")
def heads() -> Heads:
    return Heads(shipped_model().coreference)


def test_a_window_of_the_text_gives_the_same_as_the_text(heads):
    words = parse("Ivo Talvik slept. The lamp shone on his house.")
    described = describe(words, find_candidates(words), np.full(len(words), -1))
    states = np.random.default_rng(1).normal(size=(len(words), 384)).astype(np.float32)
    late = np.flatnonzero(described.candidates.first >= 4)
    alone = heads.embed(states[4:], described.take(late), start=4)
    assert np.allclose(heads.embed(states, described)[late], alone, atol=1e-5)
    assert alone.shape == (len(late), heads.width)


def test_a_model_without_heads_is_told_of():
    with pytest.raises(ModelError, match="install memcon again"):
        Heads(dict.fromkeys(NAMES[1:], np.zeros(1)))


def test_gelu_is_nothing_far_below_and_the_same_far_above():
    assert gelu(np.array([-9.0, 0.0, 9.0])).tolist() == pytest.approx([0, 0, 9], abs=1e-6)
