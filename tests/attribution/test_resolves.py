"""What somebody is set on."""

from __future__ import annotations

import pytest

from memcon.attribution.resolves import find_resolves
from memcon.language.pipeline import parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The rivals are determined to hold the strait for years.",
            ("The rivals", "are determined", "to hold the strait for years"),
        ),
        (
            "We are committed to opening the ports.",
            ("We", "are committed to", "opening the ports"),
        ),
        (
            "Norway was not prepared to sign the accord, and Chad left.",
            ("Norway", "was not prepared", "to sign the accord"),
        ),
        # Nobody is set on it, or it is only said.
        ("Determined to win, they left.", None),
        ("She is prepared to announce a ceasefire.", None),
    ],
)
def test_holder_adjective_and_what_is_willed(text, told):
    found = [
        tuple(text[slice(*spans[0])] for spans in (r.source, r.cue, r.content))
        for r in find_resolves(parse(text))
    ]
    assert found == ([told] if told else [])
