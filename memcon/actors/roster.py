"""The actors of a Record, from the figures of its cast."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.actors.cast import Cast, Figure
from memcon.record import Actor


def list_actors(cast: Cast, speaking: Iterable[Figure]) -> tuple[list[Actor], dict[Figure, str]]:
    """Actors in the order of their first mention, and the id of each figure that is one.

    Whoever speaks, or is a member of a group that does, is an actor; and so is every named person
    and state of the text. Whoever is only described, and says nothing, is not.
    """
    kept = set(speaking)
    kept |= {member for figure in kept for member in figure.members}
    kept |= {figure for figure in cast.figures if _is_known(figure)}
    spans: dict[Figure, set[tuple[int, int]]] = {}
    for mention in cast.mentions:
        if mention.figure in kept:
            span = cast.reading.words.span(mention.first, mention.last)
            spans.setdefault(mention.figure, set()).add(span)
    # Of two that are first mentioned by the same words the one known earlier goes first.
    ordered = sorted(spans, key=lambda figure: (*min(spans[figure]), figure.order))
    ids = {figure: f"p{number}" for number, figure in enumerate(ordered, start=1)}
    actors = [
        Actor(
            id=ids[figure],
            name=_full_name(figure),
            kind=figure.kind,
            titles=tuple(words for _, words in sorted(figure.titles.values())),
            mentions=tuple(sorted(spans[figure])),
        )
        for figure in ordered
    ]
    return actors, ids


def _is_known(figure: Figure) -> bool:
    """Whether a figure that says nothing is still somebody: a named person or state."""
    if figure.kind == "person":
        return bool(figure.names) and bool(figure.titles or figure.full)
    return figure.kind == "state" and figure.named


def _full_name(figure: Figure) -> str:
    if figure.members:
        return " and ".join(_full_name(member) for member in figure.members)
    return figure.name
