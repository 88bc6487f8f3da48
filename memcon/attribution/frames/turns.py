"""Turns of a conversation as attributions: the direct speech of whoever the label names."""

from __future__ import annotations

from memcon.attribution.relation import Relation
from memcon.layout.turns import Turn


def as_relation(turn: Turn) -> Relation:
    """The turn, with its label as source; without one, the words of the heading, or none."""
    source = (turn.source,) if turn.source else ()
    cue = (turn.cue,) if turn.cue else ()
    return Relation(source, cue, turn.body, frame=True, verbatim=True)
