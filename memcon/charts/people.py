"""The same actor in several Records: one name and kind is one actor, whatever the ids.

An identifier that a registry gave (`memcon actors`) goes before the name, so that two spellings of a
name that the registry judged to be one are one here too.
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.record import Actor

#: Identifiers that mean the same thing in every Record, the best first.
_BASES = ("wikidata", "memcon", "ftm")


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An actor across Records.

    :param key: equal for the same actor.
    """

    key: str
    name: str
    kind: str
    country: str | None = None


def party(actor: Actor) -> Party:
    """Who the actor of a Record is across Records."""
    base = next((base for base in _BASES if base in actor.identifiers), None)
    name = " ".join(actor.name.split())
    key = f"{base}:{actor.identifiers[base]}" if base else f"{actor.kind}:{name.casefold()}"
    return Party(key, name, actor.kind, actor.country)
