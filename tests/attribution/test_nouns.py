"""Nouns that say what somebody wants or holds."""

from __future__ import annotations

import pytest

from memcon.attribution.nouns import find_noun_cues
from memcon.language.pipeline import parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The envoy recalled Tavria’s firm commitment to the treaty.",
            ("Tavria’s", "firm commitment", "to the treaty"),
        ),
        (
            "She thanked Norway for its commitment to open ports.",
            ("its", "commitment", "to open ports"),
        ),
        (
            "The envoy rejected the U.S. demand for early talks.",
            ("the U.S.", "demand", "for early talks"),
        ),
        # The holder is who speaks: the verb has told it already.
        ("The two sides reaffirmed their commitment to the treaty.", None),
        ("Norway reaffirmed its commitment to the treaty.", None),
    ],
)
def test_holder_noun_and_object(text, told):
    found = [
        tuple(text[slice(*spans[0])] for spans in (r.source, r.cue, r.content))
        for r in find_noun_cues(parse(text))
    ]
    assert found == ([told] if told else [])
