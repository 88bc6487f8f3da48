"""A text with its gold attributions, whatever corpus it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.spans import Span


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """One attribution as annotated; a role that is absent is empty. Offsets in code points."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldText:
    name: str
    text: str
    relations: tuple[GoldRelation, ...]
