"""The way through the tree from a cue to each word."""

import numpy as np

from memcon.attribution import paths
from memcon.language.pipeline import parse

TEXT = "The minister described the port as safe and added that ships may come."


def features(cue_word: str):
    words = parse(TEXT)
    at = [words[i] for i in range(len(words))].index(cue_word)
    outside = np.full(len(words), -1)
    found = paths.describe(words, paths.groups(words), outside, range(at, at + 1), 0, len(words))
    return [words[i] for i in range(len(words))], found


def test_the_subject_of_a_coordinated_verb_is_one_step_up_and_down_by_its_label():
    texts, found = features("added")
    up, group = divmod(int(found[0, texts.index("minister")]), paths.FIRST)
    assert (up, group) == (1, paths.GROUPS["nsubj"])
    last, _ = divmod(int(found[1, texts.index("minister")]), paths.FIRST)
    assert last == paths.GROUPS["conj"]


def test_the_cue_is_its_own():
    texts, found = features("described")
    assert int(found[0, texts.index("described")]) == paths.OWN


def test_distance_tells_before_from_behind():
    texts, found = features("added")
    assert found[3, texts.index("and")] > 20
    assert found[3, texts.index("that")] < 20


def test_all_values_lie_in_their_tables():
    words = parse(TEXT + "\nIt rained. “We go,” she said. He nodded.")
    quoted = np.array([0 if i % 3 else -1 for i in range(len(words))])
    for at in range(len(words)):
        found = paths.describe(words, paths.groups(words), quoted, range(at, at + 1), 0, len(words))
        for row, size in zip(found, paths.VALUES.values(), strict=True):
            assert row.min() >= 0
            assert row.max() < size
