"""A relative pronoun as content gives way to what it stands for."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.clefts import resolved
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import read_marked, told


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        (
            "[c:What] [s:we] [q:reject] is the idea that nothing has been done.",
            "the idea that nothing has been done",
        ),
        (
            "[c:What] [s:he] [q:has reported] to us is that neither side has left the island.",
            "that neither side has left the island",
        ),
        (
            "[c:What] [s:I] [q:would remind] you [c:is that they asked for this].",
            "that they asked for this",
        ),
        ("It became a decision [c:which] [s:we] warmly [q:welcomed].", "a decision"),
        ("They held an operation on [c:which] [s:the sides] [q:had agreed].", "an operation"),
        # What it is like; no cleft; a pronoun that may stand for the clause before it.
        ("[c:What] [s:she] [q:wants] is simple.", "What"),
        ("They wondered [c:what] [s:she] [q:said].", "what"),
        ("Ossel sent an invitation to the fair, [c:which] [s:he] [q:accepted].", "which"),
    ],
)
def test_what_is_told_is_what_it_stands_for(marked: str, content: str):
    text, relation = read_marked(marked)
    (whole,) = resolved([relation], parse(text))
    assert told(text, whole.content) == content


def test_a_heading_tells_nothing():
    text, relation = read_marked("[c:What] [s:the room] [q:said]\n\nThirty people came.")
    assert resolved([relation], parse(text)) == []
