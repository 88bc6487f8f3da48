"""Crowds of cues and questions are gone through in pieces, which changes nothing but the memory."""

from __future__ import annotations

import pytest

import memcon

WORDS = (
    "Foreign Minister Ludovic Harnes thanked Ossel, Kestria and President Dara Quill for their help, "
    "condemned the attack on Velmar, said that Quill agreed, and asked Norvane to release the crews. "
    "Quill answered that Kestria, Ossel and Velmar had sent aid to Norvane."
)


def test_pieces_of_one_give_the_same_record(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = memcon.read(WORDS).to_json()
    monkeypatch.setattr("memcon.attribution.extract.TOGETHER", 1)
    monkeypatch.setattr("memcon.language.pointing.AT_ONCE", 1)
    assert memcon.read(WORDS).to_json() == whole
