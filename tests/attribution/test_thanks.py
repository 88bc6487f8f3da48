"""Thanks spoken to somebody's face, in a turn of a transcript."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.attribution.thanks import find_thanks
from memcon.language.pipeline import parse

TURN = (
    "MINISTER QASIMI: And thank you for waiting in the rain. I thank the crew for its work. "
    "Thank you. Thanks to all of you."
)


def thanks(text: str, *, verbatim: bool = True) -> list[tuple[str, str]]:
    start = text.index(":") + 2
    frame = Relation(((0, 15),), (), ((start, len(text)),), frame=True, verbatim=verbatim)
    return [
        (text[slice(*r.cue[0])], text[slice(*r.content[0])])
        for r in find_thanks(parse(text), [frame])
    ]


def test_the_act_is_in_the_words_and_needs_no_i():
    assert thanks(TURN) == [
        ("thank", "you for waiting in the rain"),
        ("Thanks", "to all of you"),
    ]


def test_outside_somebodys_own_words_nobody_is_thanked():
    assert thanks(TURN, verbatim=False) == []
