"""With whom something was discussed is no part of what was."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.partners import without_partner
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import read_marked, told


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        (
            "[s:She] [q:discussed] [c:water and fraud with the Foreign Minister of Ossel].",
            "water and fraud",
        ),
        (
            "[s:The Council] [q:discussed] [c:the drought with its Special Coordinator].",
            "the drought",
        ),
        # A matter between two states, and a verb that is no talk.
        (
            "[s:She] [q:discussed] [c:the border dispute with Ossel].",
            "the border dispute with Ossel",
        ),
        (
            "[s:She] [q:rejected] [c:a meeting with the Foreign Minister].",
            "a meeting with the Foreign Minister",
        ),
    ],
)
def test_the_content_ends_before_the_partner(marked: str, content: str):
    text, relation = read_marked(marked)
    assert told(text, without_partner(relation, parse(text)).content) == content
