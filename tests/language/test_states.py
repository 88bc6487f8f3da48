"""States of a text's words."""

import numpy as np
import pytest

from memcon.attribution.extract import encode
from memcon.language import states as module
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse
from memcon.language.states import read_states

TEXT = " ".join(f"The pilots of Ossel met {n} times and left in the evening." for n in range(90))


@pytest.fixture(scope="module")
def words():
    return parse(TEXT)


def test_a_words_state_does_not_hang_on_how_it_is_asked_for(words):
    states = read_states(words, shipped_model())
    assert len(states.prepared.windows) > 2
    whole = states.of(0, len(words))
    assert whole.shape == (len(words), 384)
    np.testing.assert_array_equal(states.of(300, 340), whole[300:340])


def test_a_very_long_text_is_read_again_and_says_the_same(words, monkeypatch):
    kept = read_states(words, shipped_model())
    whole = kept.of(0, len(words))
    monkeypatch.setattr(module, "KEPT", 10)
    forgetful = read_states(words, shipped_model())
    reads = []
    monkeypatch.setattr(module, "encode", lambda *given: reads.append(given) or encode(*given))
    for first, stop in ((0, 40), (600, 640), (0, 40)):
        np.testing.assert_array_equal(forgetful.of(first, stop), whole[first:stop])
    assert len(reads) >= 3


def test_a_window_that_is_kept_is_not_read_again(words, monkeypatch):
    states = read_states(words, shipped_model())
    states.of(0, len(words))
    monkeypatch.setattr(module, "encode", lambda *_: pytest.fail("read again"))
    states.of(0, len(words))
