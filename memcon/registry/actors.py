"""Actors: who the entries are, by the judgements that stand at the moment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.registry.entries import Entry, Held
from memcon.registry.identity import Identity
from memcon.registry.names import normal_name


@dataclass(frozen=True, slots=True)
class RegisteredActor:
    """One actor across documents.

    :param id: the smallest id of its entries; the id of any of them stands for the actor as well.
    :param name: the fullest name, of documents before imported files.
    :param names: all forms of the name, in the order of their documents.
    :param titles: each with the days of the documents that give it, in order; None: not dated.
    :param documents: digests of the texts, in order.
    """

    id: int
    name: str
    kind: str
    countries: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[tuple[str, tuple[str | None, ...]], ...]
    identifiers: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    entries: tuple[Entry, ...]


def registered(entries: Iterable[Entry], identity: Identity) -> list[RegisteredActor]:
    """The actors of the entries, in the order of their ids."""
    grouped: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[identity.actor(entry.id)].append(entry)
    return [_actor(actor, grouped[actor]) for actor in sorted(grouped)]


def called(actor: RegisteredActor, name: str) -> bool:
    """Whether all words of the name begin words of the actor's names, accents and case aside."""
    wanted = normal_name(name, "organisation").words
    words = {word for own in actor.names for word in normal_name(own, "organisation").words}
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _actor(actor: int, entries: list[Entry]) -> RegisteredActor:
    dated = sorted(entries, key=lambda e: (e.imported, e.date or "", e.id))
    kinds = Counter(entry.kind for entry in dated)
    return RegisteredActor(
        id=actor,
        name=_fullest(dated),
        kind=kinds.most_common(1)[0][0],
        countries=tuple(sorted({e.country for e in entries if e.country})),
        names=tuple(dict.fromkeys(name for e in dated for name in (e.name, *e.names))),
        titles=_titles([title for entry in dated for title in entry.titles]),
        identifiers=tuple(sorted({pair for e in entries for pair in e.identifiers})),
        documents=tuple(dict.fromkeys(e.sha256 for e in dated if e.sha256)),
        entries=tuple(dated),
    )


def _fullest(entries: list[Entry]) -> str:
    """The name of most words; of those the commonest, then the earliest."""
    told = [e for e in entries if not e.imported] or entries
    times = Counter(e.name for e in told)
    return max(told, key=lambda e: (len(normal_name(e.name, e.kind).core), times[e.name])).name


def _titles(held: list[Held]) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    days: defaultdict[str, set[str | None]] = defaultdict(set)
    for title in held:
        days[title.words].add(title.date)
    return tuple((words, tuple(sorted(days[words], key=lambda day: day or ""))) for words in days)
