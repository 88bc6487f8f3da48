"""Sides: the two parties to a meeting, as a group that an account names together."""

from __future__ import annotations

from functools import lru_cache

from memcon.actors.groups import PARTIES
from memcon.record import Actor, Record

#: Words that take up both parties, beside the nouns for them.
_BOTH = {"both", "two", "they"}
#: What may stand with a noun for the parties: “the heads of state”, “the two foreign ministers”.
_OFFICIAL = {
    "the",
    "of",
    "state",
    "government",
    "foreign",
    "prime",
    "defence",
    "defense",
    "all",
    "we",
}


def is_sides(record: Record, actor: Actor) -> bool:
    """Whether the actor is the two parties to the meeting, together."""
    if actor.kind != "group":
        return False
    names = {w for id in record.meeting.participants for w in words_of(_name_of(record, id))}
    listed = len(names & set(words_of(actor.name))) >= 2 and " and " in actor.name
    called = any(_is_of_parties(record.text[a:b]) for a, b in actor.mentions)
    return called or (listed and any(form == "list" for form in actor.forms))


def _is_of_parties(words: str) -> bool:
    """Whether nothing but the nouns for them is said: not of “the ministers of the alliance”."""
    said = set(words_of(words))
    return bool(said & (PARTIES | _BOTH)) and said <= PARTIES | _BOTH | _OFFICIAL


def _name_of(record: Record, id: str) -> str:
    actor = record.actor(id)
    return actor.name if actor else ""


@lru_cache(maxsize=4_000)
def words_of(text: str) -> tuple[str, ...]:
    """Words in small letters, without marks."""
    return tuple("".join(c.casefold() if c.isalnum() else " " for c in text).split())
