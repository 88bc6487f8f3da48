"""Features: what all entries of one actor together say of it, ready to be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.registry.entries import Entry
from memcon.registry.identity import Identity
from memcon.registry.names import NormalName, normal_name
from memcon.registry.offices import Office, office


@dataclass(frozen=True, slots=True)
class Features:
    """An actor as it is compared.

    :param names: fullest names and those of other words, each with the entry that gives it.
    :param offices: each with the words that gave it.
    :param years: of its documents.
    :param readings: of its documents; two actors of one reading are two, as the reader found.
    :param imported: whether it is of imported files only.
    """

    actor: int
    entries: tuple[int, ...]
    kind: str
    names: tuple[tuple[NormalName, int], ...]
    countries: frozenset[str]
    genders: frozenset[str]
    offices: tuple[tuple[Office, str], ...]
    identifiers: frozenset[tuple[str, str]]
    years: tuple[int, ...]
    readings: frozenset[int]
    imported: bool

    @property
    def full_names(self) -> set[tuple[str, ...]]:
        """The names of two words or more, as words."""
        return {name.words for name, _ in self.names if len(name.core) > 1}


def features(entries: Iterable[Entry], identity: Identity) -> list[Features]:
    """Of each actor that the entries are of, in the order of the actors' ids."""
    actors: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        actors[identity.actor(entry.id)].append(entry)
    return [_features(actor, of) for actor, of in sorted(actors.items())]


def _features(actor: int, entries: list[Entry]) -> Features:
    offices = {office(title.words): title.words for entry in entries for title in entry.titles}
    return Features(
        actor=actor,
        entries=tuple(entry.id for entry in entries),
        kind=entries[0].kind,
        names=tuple(_names(entries)),
        countries=frozenset(e.country for e in entries if e.country),
        genders=frozenset(e.gender for e in entries if e.gender),
        offices=tuple((found, words) for found, words in offices.items() if found is not None),
        identifiers=frozenset(pair for e in entries for pair in e.identifiers),
        years=tuple(
            sorted({int(e.date[:4]) for e in entries if e.date and e.date[:4].isdecimal()})
        ),
        readings=(readings := frozenset(e.reading for e in entries if e.reading is not None)),
        imported=not readings,
    )


def _names(entries: list[Entry]) -> list[tuple[NormalName, int]]:
    """Each name once; a single word is left out beside a name that it is a part of."""
    found: dict[NormalName, int] = {}
    for entry in entries:
        fullest = normal_name(entry.name, entry.kind)
        for words in (entry.name, *(entry.names if entry.imported else ())):
            name = normal_name(words, entry.kind)
            if name.words and (name is fullest or not set(name.words) <= set(fullest.words)):
                found.setdefault(name, entry.id)
    of_many = [name for name in found if len(name.core) > 1]
    return [
        (name, entry)
        for name, entry in found.items()
        if len(name.core) > 1 or not any(name.core[0] in other.core for other in of_many)
    ]
