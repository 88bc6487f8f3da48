"""From scores to spans."""

import numpy as np

from memcon.attribution.decode import Thresholds, assign_roles, find_cues

NONE, SOURCE, CONTENT = [4.0, 0, 0], [0, 4.0, 0], [0, 0, 4.0]


def tags(*inside: float) -> np.ndarray:
    return np.array([[1 - p, p, 0.0] for p in inside], dtype=np.float32)


def logits(rows: list[list[float]]) -> np.ndarray:
    """One cue's logits; span ends say nothing."""
    return np.array([[*r, 0, 0, 0, 0] for r in rows], dtype=np.float32)[None]


def test_a_first_word_begins_a_new_cue():
    assert [c for c, _ in find_cues(tags(0.1, 0.9, 0.8, 0.2), 0.5)] == [range(1, 2), range(2, 3)]


def test_further_words_join_their_cue():
    two = np.array([[0.1, 0.8, 0.1], [0.2, 0.1, 0.7]], dtype=np.float32)
    assert [c for c, _ in find_cues(two, 0.5)] == [range(0, 2)]


def test_source_is_one_stretch_though_a_word_in_it_is_doubtful():
    rows = [SOURCE, [0.5, 0, 0], SOURCE, NONE, CONTENT, CONTENT]
    (roles,) = assign_roles(logits(rows), [range(3, 4)], Thresholds())
    assert roles.source == (range(0, 3),)
    assert roles.content == (range(4, 6),)


def test_content_before_and_behind_its_cue():
    rows = [CONTENT, CONTENT, NONE, SOURCE, CONTENT]
    (roles,) = assign_roles(logits(rows), [range(2, 3)], Thresholds(segment=1))
    assert roles.content == (range(0, 2), range(4, 5))
    assert roles.source == (range(3, 4),)


def test_nothing_is_made_up_where_there_is_no_evidence():
    (roles,) = assign_roles(logits([NONE] * 5), [range(2, 3)], Thresholds())
    assert roles.source == roles.content == ()


def test_a_cue_is_never_part_of_its_own_content():
    rows = [SOURCE, CONTENT, CONTENT]
    (roles,) = assign_roles(logits(rows), [range(1, 2)], Thresholds())
    assert all(1 not in r for r in roles.content)


def test_one_odd_word_is_not_worth_a_segment_of_its_own():
    rows = [SOURCE, NONE, CONTENT, CONTENT, NONE, NONE, [0, 0, 0.5]]
    (roles,) = assign_roles(logits(rows), [range(1, 2)], Thresholds(segment=2))
    assert roles.content == (range(2, 4),)
