"""Texts that are nearly the same share a band of their signatures."""

from __future__ import annotations

import random

import pytest

from memcon.archive.neighbours import bands, likeness, signature

_OF = random.Random(5)
WORDS = [f"{_OF.choice('bdfgklmnprst')}{_OF.choice('aeiou')}{n}" for n in range(5_000)]


def text(number: int, seed: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=number)


def made(words: list[str]) -> bytes:
    found = signature(" ".join(words))
    assert found is not None
    return found


@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
def test_the_likeness_is_about_the_share_of_common_runs(share: float) -> None:
    # Of two texts of 400 words the first so many are the same.
    common = int(400 * 2 * share / (1 + share))
    one = text(400, 1)
    other = one[:common] + text(400 - common, 2)
    assert likeness(made(one), made(other)) == pytest.approx(share, abs=0.15)


def test_texts_that_are_alike_share_a_band_and_others_do_not() -> None:
    found = 0
    for seed in range(40):
        one = text(300, seed)
        other = one[:280] + text(20, seed + 1000)  # 0.87 of the runs
        found += bool(set(bands(made(one))) & set(bands(made(other))))
        assert not set(bands(made(one))) & set(bands(made(text(300, seed + 2000))))
    assert found == 40


def test_too_short_to_tell() -> None:
    assert signature("Ossel said nothing.") is None
    assert signature("") is None


def test_the_signature_is_the_same_in_every_program() -> None:
    # It is kept: another number here would make those that are kept useless.
    assert bands(made([f"word{n}" for n in range(50)]))[0] == EXPECTED


EXPECTED = 1629990042806235193
