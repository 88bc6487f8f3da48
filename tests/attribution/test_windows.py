"""Windows over long texts."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.attribution.windows import cut_into_pieces, cut_into_windows
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse

SENTENCE = "The envoy said the talks on the harbour would go on. "


def windows(text: str, **options):
    words = parse(text)
    pieces = cut_into_pieces(words, shipped_model().tokenizer)
    return words, pieces, cut_into_windows(words, pieces, **options)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40), st.integers(40, 120), st.integers(0, 30))
def test_every_word_is_decided_once_and_every_window_fits(sentences, size, overlap):
    words, pieces, cut = windows(SENTENCE * sentences, size=size, overlap=overlap)
    assert [w.own_start for w in cut] == [0, *(w.own_stop for w in cut[:-1])]
    assert cut[-1].own_stop == len(words)
    for w in cut:
        assert w.start <= w.own_start <= w.own_stop <= w.stop
        assert pieces.first[w.stop] - pieces.first[w.start] + 2 <= size


def test_a_window_ends_with_a_paragraph_where_it_can():
    words, _, cut = windows((SENTENCE * 3 + "\n") * 4, size=100, overlap=0)
    assert all(words.paragraph[w.stop] != words.paragraph[w.stop - 1] for w in cut[:-1])


def test_a_sentence_longer_than_a_window_is_cut_between_words():
    words, _, cut = windows("and " * 500, size=100)
    assert len(cut) > 5
    assert cut[-1].stop == len(words)


def test_neighbours_share_sentences():
    _, _, cut = windows(SENTENCE * 40, size=100, overlap=30)
    assert all(b.start < a.stop for a, b in itertools.pairwise(cut))
