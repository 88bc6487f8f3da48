"""Sentences as vectors: what means the like lies near."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.language.embedding import WIDTH, embed

RELEASE = "She called for the release of the crew of the lightship"
FREEDOM = "She demanded that the sailors of the lightship be set free"
TARIFF = "He offered to lower the tariff on glass from Ossel"


@pytest.fixture(scope="module")
def vectors():
    return embed([RELEASE, FREEDOM, TARIFF])


def test_a_vector_has_length_one(vectors):
    assert vectors.shape == (3, WIDTH)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_what_means_the_like_lies_nearer_than_what_is_on_another_matter(vectors):
    likeness = vectors @ vectors.T
    assert likeness[0, 1] > 0.5
    assert likeness[0, 2] < 0.3


def test_nothing_has_the_vector_zero():
    assert embed([]).shape == (0, WIDTH)
    assert not embed(["", " \n "]).any()


def test_where_a_line_breaks_makes_no_difference(vectors):
    [broken] = embed([RELEASE.replace(" the ", "\n the  ")])
    np.testing.assert_array_equal(broken, vectors[0])


def test_a_long_text_is_read_in_windows():
    [long] = embed([" ".join([RELEASE] * 60)])
    assert float(long @ embed([RELEASE])[0]) > 0.6


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_what_a_text_gets_never_depends_on_the_others(others):
    [alone] = embed([RELEASE])
    among = embed([*others, RELEASE])
    np.testing.assert_array_equal(among[-1], alone)
