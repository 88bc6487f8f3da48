import pytest

from training.scores import macro_f1


def test_every_class_counts_the_same():
    # Class 0: 3 of 4 found and nothing else; class 1: its one found, and one that is none of it.
    assert macro_f1([0, 0, 0, 0, 1], [0, 0, 0, 1, 1], 2) == pytest.approx(100 * (6 / 7 + 2 / 3) / 2)


def test_a_class_never_found_counts_as_nothing():
    assert macro_f1([0, 1], [0, 0], 2) == pytest.approx(100 * (2 / 3) / 2)


def test_as_many_answers_as_questions():
    with pytest.raises(ValueError, match="1 answers to 2"):
        macro_f1([0, 1], [0], 2)
