"""Who is who across accounts: an actor of one and an actor of another are one if their names agree.

Names are compared as in the registry (`memcon.registry.comparison`), for this comparison alone and
without asking anybody. Where no name is given, an office that agrees is enough if nobody else of
that account holds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.actors.groups import PARTIES
from memcon.record import Actor, Record
from memcon.registry.comparison import compare, shared_office
from memcon.registry.features import Features
from memcon.registry.names import NormalName, normal_name
from memcon.registry.offices import gender, office

#: Score of the registry's from which on two names are taken for one here.
AGREES = 50
#: Score from which on no rival matters: full names that agree.
_SURE = 72
#: Words that take up both parties, beside the nouns for them.
_BOTH = {"both", "two", "they"}

#: Number of the account and id of the actor in it.
Place = tuple[int, str]


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
    links = list(_agreements(actors, seen, records))
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


def features_of(record: Record, actor: Actor, name: str | None = None) -> Features:
    """The actor as the registry compares it; the one entry that it has is 0.

    :param name: to have somebody who is called so, of the same kind and nothing else known of.
    """
    if name is not None:
        actor = Actor(id="", name=name, kind=actor.kind, mentions=())
    names = dict.fromkeys([normal_name(actor.name, actor.kind)])
    for (a, b), form in zip(actor.mentions, actor.forms, strict=False):
        if form == "name":
            names.setdefault(normal_name(" ".join(record.text[a:b].split()), actor.kind))
    full = [n for n in names if len(n.core) > 1]
    kept = [
        n for n in names
        if n.words and (len(n.core) > 1 or not any(n.core[0] in f.core for f in full))
    ]  # fmt: skip
    told = gender(actor.titles)
    offices = ((office(title), title) for title in actor.titles)
    return Features(
        actor=0, entries=(0,), kind=actor.kind, names=tuple((n, 0) for n in kept),
        countries=frozenset({actor.country} - {None}),  # type: ignore[arg-type]
        genders=frozenset({told} - {None}),  # type: ignore[arg-type]
        offices=tuple((o, t) for o, t in offices if o is not None),
        identifiers=frozenset(actor.identifiers.items()), years=(), readings=frozenset(),
        imported=False,
    )  # fmt: skip


def _agreements(
    actors: dict[Place, Actor], seen: dict[Place, Features], records: Sequence[Record]
) -> Iterable[tuple[Place, Place]]:
    for one, other in combinations(range(len(records)), 2):
        here = [p for p in actors if p[0] == one]
        there = [p for p in actors if p[0] == other]
        scores = {
            (p, q): _score(actors[p], actors[q], seen[p], seen[q]) for p in here for q in there
        }
        # A name of one word that fits two equally well tells of neither.
        for p, q in scores:
            score = scores[p, q]
            if score < AGREES:
                continue
            rivals = [scores[x, q] for x in here if not _of_one_name(actors[x], actors[p])]
            rivals += [scores[p, y] for y in there if not _of_one_name(actors[y], actors[q])]
            if score >= _SURE or score > max(rivals, default=0):
                yield p, q
        yield from _by_office(here, there, actors, seen)
        yield from _sides(here, there, actors, records)


def _score(one: Actor, other: Actor, features: Features, others: Features) -> int:
    if "group" in (one.kind, other.kind):
        same = set(_words(one.name)) == set(_words(other.name)) and one.kind == other.kind
        return 80 if same else 0
    if one.country and one.country == other.country and one.kind == other.kind == "state":
        return 90
    left, right = normal_name(one.name, "state"), normal_name(other.name, "state")
    if left.words and left.words == right.words:
        # What one reading took for a state another may have taken for a body.
        return 80
    found = compare(features, others)
    return found.score if found else 0


def _by_office(
    here: list[Place], there: list[Place], actors: dict[Place, Actor], seen: dict[Place, Features]
) -> Iterable[tuple[Place, Place]]:
    """Whom one account names and the other knows by the office alone."""
    for p in here:
        for q in there:
            if (_named(actors[p]) and _named(actors[q])) or not shared_office(seen[p], seen[q]):
                continue
            holders = sum(bool(shared_office(seen[p], seen[x])) for x in there)
            others = sum(bool(shared_office(seen[x], seen[q])) for x in here)
            countries = seen[p].countries | seen[q].countries
            if holders == others == 1 and len(countries) < 2:
                yield p, q


def _of_one_name(one: Actor, other: Actor) -> bool:
    """Whether the name of one is a part of the other's: two readings of one account, but one actor."""
    left, right = (set(normal_name(actor.name, "person").core) for actor in (one, other))
    return left <= right or right <= left


def _named(actor: Actor) -> bool:
    return "name" in actor.forms or (not actor.forms and actor.kind == "person")


def _sides(
    here: list[Place], there: list[Place], actors: dict[Place, Actor], records: Sequence[Record]
) -> Iterable[tuple[Place, Place]]:
    """“The two sides” of one account are “the leaders” of the other."""
    for p in here:
        for q in there:
            if all(is_sides(records[place[0]], actors[place]) for place in (p, q)):
                yield p, q


def is_sides(record: Record, actor: Actor) -> bool:
    """Whether the actor is the two parties to the meeting, together."""
    if actor.kind != "group":
        return False
    names = {w for id in record.meeting.participants for w in _words(_name_of(record, id))}
    listed = len(names & set(_words(actor.name))) >= 2 and " and " in actor.name
    called = any(
        set(_words(record.text[a:b])) & (PARTIES | _BOTH) and b - a < 40 for a, b in actor.mentions
    )
    return called or (listed and any(form == "list" for form in actor.forms))


def _name_of(record: Record, id: str) -> str:
    actor = record.actor(id)
    return actor.name if actor else ""


def _homes(
    found: list[tuple[str, list[Place]]],
    actors: dict[Place, Actor],
    names: tuple[str, ...],
    kinds: tuple[str, ...],
) -> tuple[frozenset[int], ...]:
    """Of each actor, the states and groups that it belongs to, as far as words tell."""
    cores: list[NormalName] = [normal_name(name, "person") for name in names]
    countries = [{actors[p].country for p in places} - {None} for _, places in found]
    titles = [{w[:4] for p in places for t in actors[p].titles for w in _words(t) if len(w) > 3}
              for _, places in found]  # fmt: skip
    out = []
    for n, kind in enumerate(kinds):
        homes = set()
        for m, other in enumerate(kinds):
            if m == n or not cores[n].core:
                continue
            if other == "group" and set(cores[n].core) <= set(_words(names[m])):
                homes.add(m)
            elif other in ("state", "government") and kind in ("person", "government"):
                stem = (_words(names[m]) or [""])[-1][:4]
                if countries[n] & countries[m] or (len(stem) == 4 and stem in titles[n]):
                    homes.add(m)
        out.append(frozenset(homes))
    return tuple(out)


def _words(text: str) -> list[str]:
    return [w for w in "".join(c.casefold() if c.isalnum() else " " for c in text).split() if w]
