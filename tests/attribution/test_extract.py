"""What the shipped model finds in sentences that it has not seen."""

from __future__ import annotations

import pytest

from memcon.attribution.extract import prepare, relate
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations


def found(text: str) -> set[tuple[str, str]]:
    """Cues with the sources that the model gives them."""
    model = shipped_model()
    prepared = prepare(parse(text), find_quotations(text), model)
    return {
        (text[slice(*r.cue[0])], text[slice(*r.source[0])] if r.source else "")
        for window in prepared.windows
        for r in relate(prepared, window, model)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Orde denied that the pilots had been recalled.", ("denied", "Minister Orde")),
        ("“The sea is calm,” said Captain Ada Brook.", ("said", "Captain Ada Brook")),
        (
            "The ministers committed to reopening the rescue station before winter.",
            ("committed to", "The ministers"),
        ),
        (
            "According to the harbour office, four boats are missing.",
            ("According to", "the harbour office"),
        ),
    ],
)
def test_a_verb_and_its_source(text, expected):
    assert expected in found(text)


def test_two_verbs_share_a_source():
    told = found("Ms Maravel welcomed the report and called for a second survey.")
    assert {source for _, source in told} == {"Ms Maravel"}
    assert len(told) == 2
