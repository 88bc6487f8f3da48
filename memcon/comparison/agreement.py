"""Agreement: which actors of two accounts are one, by their names, their offices or as the two sides.

Names are compared as in the registry (`memcon.registry.comparison`), for this comparison alone and
without asking anybody. Where no name is given, an office that agrees is enough if nobody else of
that account holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations, product

from memcon.comparison.sides import is_sides, words_of
from memcon.record import Actor, Record
from memcon.registry.comparison import compare, shared_office
from memcon.registry.features import Features
from memcon.registry.names import normal_name
from memcon.registry.offices import gender, office

#: Score of the registry's from which on two names are taken for one here.
AGREES = 50
#: Score from which on no rival matters: full names that agree.
_SURE = 72

#: Number of the account and id of the actor in it.
Place = tuple[int, str]


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


def agreements(
    actors: dict[Place, Actor], seen: dict[Place, Features], records: Sequence[Record]
) -> Iterable[tuple[Place, Place]]:
    """Pairs of actors of two accounts that are one."""
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
        same = set(words_of(one.name)) == set(words_of(other.name)) and one.kind == other.kind
        return 80 if same else 0
    if one.country and one.country == other.country and one.kind == other.kind == "state":
        return 90
    left, right = normal_name(one.name, "state"), normal_name(other.name, "state")
    # “The minister of N” is not N, though titles are no part of the names that are compared.
    alike = one.kind == other.kind or len(words_of(one.name)) == len(words_of(other.name))
    if left.words and left.words == right.words and alike:
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
    left, right = _core(one.name), _core(other.name)
    return left <= right or right <= left


@lru_cache(maxsize=4_000)
def _core(name: str) -> frozenset[str]:
    return frozenset(normal_name(name, "person").core)


def _named(actor: Actor) -> bool:
    return "name" in actor.forms or (not actor.forms and actor.kind == "person")


def _sides(
    here: list[Place], there: list[Place], actors: dict[Place, Actor], records: Sequence[Record]
) -> Iterable[tuple[Place, Place]]:
    """“The two sides” of one account are “the leaders” of the other."""
    left, right = (
        [p for p in places if is_sides(records[p[0]], actors[p])] for places in (here, there)
    )
    yield from product(left, right)
