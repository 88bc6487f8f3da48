"""Sentences with their roles marked: “[s:Anna Berg] [q:said] [c:that it rained].”"""

from __future__ import annotations

import re

from memcon.attribution.relation import Relation
from memcon.spans import Spans

_ROLE = re.compile(r"\[([sqc]):([^\]]*)\]")


def read_marked(marked: str, confidence: float = 0.9) -> tuple[str, Relation]:
    """The text without the marks, and the relation that they give; a role may have several spans."""
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "q": [], "c": []}
    text, place = "", 0
    for found in _ROLE.finditer(marked):
        text += marked[place : found.start()]
        spans[found[1]].append((len(text), len(text) + len(found[2])))
        text += found[2]
        place = found.end()
    text += marked[place:]
    return text, Relation(
        tuple(spans["s"]), tuple(spans["q"]), tuple(spans["c"]), confidence=confidence
    )


def told(text: str, spans: Spans) -> str:
    """The words at the spans, pieces set apart by “|”."""
    return " | ".join(text[a:b] for a, b in spans)
