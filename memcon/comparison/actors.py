"""Who is who across accounts: an actor of one and an actor of another are one if their names agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.comparison.agreement import Place, agreements, features_of
from memcon.comparison.sides import is_sides, words_of
from memcon.record import Actor, Record
from memcon.registry.names import NormalName, normal_name


@dataclass(frozen=True)
class Cast:
    """The actors of all accounts, each once.

    :param numbers: of each actor of each account, the number of who it is.
    :param names: the fullest name of each, by number.
    :param homes: of each, the states and groups that it belongs to.
    :param parties: persons whom an account names among those at the meeting.
    """

    numbers: dict[Place, int]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    homes: tuple[frozenset[int], ...]
    parties: frozenset[int]

    def of(self, account: int, actor: str | None) -> int | None:
        """Number of an actor; None for nobody."""
        return self.numbers.get((account, actor)) if actor else None

    def name(self, account: int, actor: str | None) -> str | None:
        """The fullest name that any of the accounts gives the actor."""
        number = self.of(account, actor)
        return None if number is None else self.names[number]

    def akin(self, one: int, other: int) -> bool:
        """Whether one of the two is a part of the other: a minister of a state, one of a group."""
        return other in self.homes[one] or one in self.homes[other]


def cast(records: Sequence[Record]) -> Cast:
    """The actors of the accounts, numbered so that the order of the accounts makes no difference."""
    actors = {(n, a.id): a for n, record in enumerate(records) for a in record.actors}
    seen = {place: features_of(records[place[0]], actor) for place, actor in actors.items()}
    links = list(agreements(actors, seen, records))
    leader = {place: place for place in actors}

    def lead(place: Place) -> Place:
        while leader[place] != place:
            place = leader[place]
        return place

    for one, other in links:
        a, b = sorted((lead(one), lead(other)))
        leader[b] = a
    clusters: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in actors:
        clusters[lead(place)].append(place)
    found = [(_fullest(actors[p] for p in places), places) for places in clusters.values()]
    # Accounts are told apart by what they say, not by which was given first.
    found.sort(key=lambda f: (f[0], sorted(actors[p].kind for p in f[1]), _signs(f[1], records)))
    numbers = {place: n for n, (_, places) in enumerate(found) for place in places}
    kinds = tuple(_kind(actors[p] for p in places) for _, places in found)
    names = tuple(name for name, _ in found)
    at_it = {(n, id) for n, record in enumerate(records) for id in record.meeting.participants}
    parties = {numbers[p] for p in at_it if p in numbers and kinds[numbers[p]] == "person"}
    if len(parties) == 2:
        # Who the two sides are is known from all accounts better than from any one.
        both = " and ".join(sorted(names[n] for n in parties))
        names = tuple(
            both
            if set(words_of(name)) != set(words_of(both))
            and any(is_sides(records[p[0]], actors[p]) for p in places)
            else name
            for name, (_, places) in zip(names, found, strict=True)
        )
    homes = _homes(found, actors, names, kinds)
    return Cast(numbers, names, kinds, homes, frozenset(parties))


def _signs(places: list[Place], records: Sequence[Record]) -> list[tuple[str, str]]:
    return sorted((records[n].document.sha256, id) for n, id in places)


def _fullest(actors: Iterable[Actor]) -> str:
    names = {" ".join(actor.name.split()) for actor in actors}
    return max(names, key=lambda name: (len(name.split()) <= 5, len(name), name))


def _kind(actors: Iterable[Actor]) -> str:
    kinds = [actor.kind for actor in actors]
    return max(sorted(set(kinds)), key=lambda kind: (kinds.count(kind), kind != "group"))


def _homes(
    found: list[tuple[str, list[Place]]],
    actors: dict[Place, Actor],
    names: tuple[str, ...],
    kinds: tuple[str, ...],
) -> tuple[frozenset[int], ...]:
    """Of each actor, the states and groups that it belongs to, as far as words tell."""
    cores: list[NormalName] = [normal_name(name, "person") for name in names]
    countries = [{actors[p].country for p in places} - {None} for _, places in found]
    titles = [{w[:4] for p in places for t in actors[p].titles for w in words_of(t) if len(w) > 3}
              for _, places in found]  # fmt: skip
    out = []
    for n, kind in enumerate(kinds):
        homes = set()
        for m, other in enumerate(kinds):
            if m == n or not cores[n].core:
                continue
            if other == "group" and set(cores[n].core) <= set(words_of(names[m])):
                homes.add(m)
            elif other in ("state", "government") and kind in ("person", "government"):
                stem = (words_of(names[m]) or ("",))[-1][:4]
                if countries[n] & countries[m] or (len(stem) == 4 and stem in titles[n]):
                    homes.add(m)
        out.append(frozenset(homes))
    return tuple(out)
