"""A candidate a little below the threshold is told if the parse backs it."""

from __future__ import annotations

import pytest

from memcon.attribution.sentences.backing import backed
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import read_marked

LEAST = 0.4


@pytest.mark.parametrize(
    ("marked", "confidence", "is_told"),
    [
        ("[s:The Authority] [q:thanks] [c:its hosts for the welcome].", 0.33, True),
        ("[s:The Member] thanked them but [q:protested against] [c:the remark].", 0.33, True),
        # Too far below; not a verb of saying; not the main verb; not its subject; not said.
        ("[s:The Authority] [q:thanks] [c:its hosts for the welcome].", 0.2, False),
        ("[s:The Authority] [q:paints] [c:its doors].", 0.33, False),
        ("[s:Ossel] needs to [q:tell] [c:the truth].", 0.33, False),
        ("The mayor of [s:Ossel] [q:told] [c:the truth].", 0.33, False),
        ("[s:Ossel] could [q:threaten] [c:to leave].", 0.33, False),
        ("[s:The ministry] has not [q:commented] [c:on the matter].", 0.33, False),
        # Sure enough by itself.
        ("[s:The Authority] [q:paints] [c:its doors].", 0.4, True),
    ],
)
def test_backing(marked: str, confidence: float, is_told: bool):
    text, relation = read_marked(marked, confidence)
    assert backed([relation], parse(text), LEAST) == ([relation] if is_told else [])
