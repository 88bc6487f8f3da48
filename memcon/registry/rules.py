"""Rules: the few cases in which memcon itself judges two actors to be one.

A namesake can always exist, so that a rule asks for more than a name, and for nothing against it:

- `same-state`: states of one ISO 3166-1 code.
- `same-identifier`: one identifier of one scheme, such as Wikidata's.
- `same-body`: organisations, governments and populations of one name and country.
- `same-person`: the same full name of two words or more, and the same country, or an office that only
  few hold; of documents only: an identifier given to a namesake would do harm. Where those of one
  country hold offices that nothing links, holders of one office are joined and nobody else.

Who is doubted to belong to the others of a name is left out (`doubts`). Where persons whom an office
would join contradict each other, that office joins none of them. All that is left is for review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from memcon.registry.comparison import LIFETIME, contradictions
from memcon.registry.doubts import Doubts, undoubted
from memcon.registry.features import Features

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sure:
    """A pair of entries that a rule judges the same, and why."""

    left: int
    right: int
    rule: str
    why: str


def sure(actors: Sequence[Features], doubts: Doubts) -> list[Sure]:
    """What the rules judge; each pair joins two actors that were not one before it."""
    joined = _Joined()
    out: list[Sure] = []
    for rule, keys, reason in _RULES:
        for key, group in _grouped(actors, keys).items():
            certain = undoubted(group, doubts)
            if not _contradict(certain):
                out.extend(joined.star(certain, rule, reason(key)))
    for group in _grouped(actors, _full_names).values():
        out.extend(_persons(undoubted(group, doubts), joined))
    return out


def _persons(group: list[Features], joined: _Joined) -> Iterator[Sure]:
    """Those of one full name: by country first, then by office where no country speaks against it."""
    for [country], members in _grouped(group, lambda a: ((c,) for c in a.countries)).items():
        if not _contradict(members):
            holders = [actor for actor in members if actor.offices]
            parts = _linked(holders, _offices, joined)
            # Who has no office may be any of several holders, and is left for review.
            for part in parts if len(parts) > 1 else [members]:
                why = f"same full name and country {country}"
                yield from joined.star(part, "same-person", why)
    of = {actor.actor: part for part in _linked(group, _telling, joined) for actor in part}
    for what, members in _grouped(group, _telling).items():
        if not _contradict(of[members[0].actor]):
            words = next(words for office, words in members[0].offices if office.what == what)
            why = f"same full name and office: {words}"
            yield from joined.star(members, "same-person", why)


def _linked(
    group: Sequence[Features], keys: Callable[[Features], Iterable[Key]], joined: _Joined
) -> list[list[Features]]:
    """Parts of a group, of which each hangs together by keys or by what is joined already."""
    links = _Joined()
    for actor in group:
        links.join(joined.root(actor.actor), actor.actor)
    for members in _grouped(group, keys).values():
        for other in members[1:]:
            links.join(members[0].actor, other.actor)
    parts: defaultdict[int, list[Features]] = defaultdict(list)
    for actor in group:
        parts[links.root(actor.actor)].append(actor)
    return list(parts.values())


def _contradict(group: Sequence[Features]) -> bool:
    """Whether attributes of any two contradict, or a lifetime passes without the name."""
    years = sorted({year for actor in group for year in actor.years})
    if group and group[0].kind == "person" and any(b - a > LIFETIME for a, b in pairwise(years)):
        return True
    # Those that say the same are compared once: a name may stand in thousands of documents.
    unlike = {(a.countries, a.genders, frozenset(o for o, _ in a.offices)): a for a in group}
    return any(any(contradictions(one, other)) for one, other in combinations(unlike.values(), 2))


class _Joined:
    """What the rules have joined, so that no judgement is made that is needed no more."""

    def __init__(self) -> None:
        self._to: dict[int, int] = {}

    def root(self, actor: int) -> int:
        while actor in self._to:
            actor = self._to[actor]
        return actor

    def join(self, one: int, other: int) -> bool:
        small, large = sorted((self.root(one), self.root(other)))
        if small != large:
            self._to[large] = small
        return small != large

    def star(self, group: Sequence[Features], rule: str, why: str) -> list[Sure]:
        """Join each of the group to its first."""
        return [
            Sure(group[0].entries[0], other.entries[0], rule, why)
            for other in group[1:]
            if self.join(group[0].actor, other.actor)
        ]


def _grouped(
    actors: Sequence[Features], keys: Callable[[Features], Iterable[Key]]
) -> dict[Key, list[Features]]:
    groups: defaultdict[Key, list[Features]] = defaultdict(list)
    for actor in actors:
        for key in sorted(set(keys(actor))):
            groups[key].append(actor)
    return {key: groups[key] for key in sorted(groups) if len(groups[key]) > 1}


def _states(actor: Features) -> Iterator[Key]:
    if actor.kind == "state" and len(actor.countries) == 1:
        yield tuple(actor.countries)


def _identifiers(actor: Features) -> Iterator[Key]:
    return ((actor.kind, *pair) for pair in actor.identifiers)


def _bodies(actor: Features) -> Iterator[Key]:
    if actor.kind not in {"person", "state"} and len(actor.countries) == 1 and not actor.imported:
        for name, _ in actor.names:
            yield (actor.kind, *actor.countries, *name.words)


def _full_names(actor: Features) -> Iterator[Key]:
    return iter(actor.full_names if actor.kind == "person" and not actor.imported else ())


def _offices(actor: Features) -> Iterator[Key]:
    return (office.what for office, _ in actor.offices)


def _telling(actor: Features) -> Iterator[Key]:
    return (office.what for office, _ in actor.offices if office.telling)


_RULES: tuple[tuple[str, Callable[[Features], Iterable[Key]], Callable[[Key], str]], ...] = (
    ("same-state", _states, lambda key: f"both are the state {key[0]} of ISO 3166-1"),
    ("same-identifier", _identifiers, lambda key: f"same {key[1]} identifier {key[2]}"),
    ("same-body", _bodies, lambda key: f"same name and country {key[1]}"),
)
