"""Blocking: which actors are worth comparing, so that not each is compared with each.

Two are when they share a key (Fellegi and Sunter's blocks): a word of the name in any spelling; where
too many share a word, two words of it, or the word and the country or the office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations

from memcon.registry.entries import Entry
from memcon.registry.features import Features
from memcon.registry.identity import Identity
from memcon.registry.names import NormalName, acronym, normal_name, without_initials

Key = tuple[str, ...]
#: So many may share a key that is compared; finer keys serve where more do.
LARGEST = 60


def near(entries: Sequence[Entry], identity: Identity, of: Iterable[int]) -> list[Entry]:
    """The entries of actors that share a key with those asked for, these included.

    Of many thousands a few are left, and only these need to be looked at further.

    :param of: entries; their actors are asked for.
    """
    asked = {identity.actor(entry) for entry in of}
    wanted = {key for e in entries if identity.actor(e.id) in asked for key in _of_entry(e)}
    kept = {identity.actor(e.id) for e in entries if not wanted.isdisjoint(_of_entry(e))}
    return [e for e in entries if identity.actor(e.id) in kept | asked]


def pairs(
    actors: Sequence[Features], of: AbstractSet[int] | None = None
) -> tuple[set[tuple[int, int]], list[tuple[str, int]]]:
    """The pairs worth comparing, as places in `actors`, the smaller first.

    :param of: places of actors of which one must be in each pair; None for all.
    :returns: the pairs; and the names of which pairs were left out, since too many share them, each
        with the number of actors that do.
    """
    each = [_keys(actor) for actor in actors]
    wanted = None if of is None else {key for place in of for key in each[place][0]}
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for place, (coarse, _) in enumerate(each):
        for key in coarse if wanted is None else coarse & wanted:
            blocks[key].append(place)
    out: set[tuple[int, int]] = set()
    common: dict[str, int] = {}
    for key, members in blocks.items():
        if len(members) <= LARGEST:
            out.update(_told_apart(actors, members, of))
            continue
        parted: defaultdict[Key, list[int]] = defaultdict(list)
        for place in members:
            for part in each[place][1]:
                if key[1] in part[1:]:
                    parted[part].append(place)
        for some in parted.values():
            if len(some) <= LARGEST:
                out.update(_told_apart(actors, some, of))
            else:
                _tell(common, actors, some, len(some), of)
        # Of these the finer keys found those only whose country or office is known.
        alone = [p for p in members if any(name.sounds == key[1:] for name, _ in actors[p].names)]
        _tell(common, actors, alone, len(members), of)
    return out, sorted(common.items())


def _told_apart(
    actors: Sequence[Features], members: list[int], of: AbstractSet[int] | None
) -> Iterator[tuple[int, int]]:
    """Pairs of which one at least is of a document: files of entities tell theirs apart."""
    for one, other in combinations(members, 2):
        if of is not None and one not in of and other not in of:
            continue
        if not (actors[one].imported and actors[other].imported):
            yield one, other


def _tell(
    common: dict[str, int],
    actors: Sequence[Features],
    members: Sequence[int],
    count: int,
    of: AbstractSet[int] | None,
) -> None:
    """Take note of a name that too many share, if a document has it and it was asked for."""
    if of is not None and of.isdisjoint(members):
        return
    for place in members:
        if not actors[place].imported:
            words = actors[place].names[0][0].plain
            common[words] = max(count, common.get(words, 0))
            return


def _keys(actor: Features) -> tuple[set[Key], set[Key]]:
    kind = "person" if actor.kind == "person" else "body"
    coarse: set[Key] = set()
    fine: set[Key] = set()
    for name, _ in actor.names:
        sounds = _sounds(name)
        coarse |= _coarse(kind, name)
        fine.update((f"{kind} names", *two) for two in combinations(sounds, 2))
        fine.update(_first_letter(kind, name))
        # The words of a long name of a body are shared by too many for this.
        if kind == "person" or len(name.core) < 3:
            for sound in sounds:
                fine.update((f"{kind} in", sound, country) for country in actor.countries)
                fine.update((f"{kind} as", sound, *office.what) for office, _ in actor.offices)
    return coarse, fine


def _sounds(name: NormalName) -> list[str]:
    """Keys of the words that are no initials; of all words if there are none."""
    words = dict(without_initials(name)) or dict(zip(name.core, name.sounds, strict=True))
    return sorted(set(words.values()))


def _coarse(kind: str, name: NormalName) -> set[Key]:
    short = acronym(name) if kind == "body" else None
    return {(kind, sound) for sound in (*_sounds(name), *([short] if short else []))}


def _of_entry(entry: Entry) -> set[Key]:
    names = (entry.name, *(entry.names if entry.imported else ()))
    return {key for name in names for key in _of_name(name, entry.kind)}


@lru_cache(maxsize=100_000)
def _of_name(name: str, kind: str) -> frozenset[Key]:
    return frozenset(_coarse("person" if kind == "person" else "body", normal_name(name, kind)))


def _first_letter(kind: str, name: NormalName) -> Iterator[Key]:
    """A key that holds for J. Maravel as for Juna Maravel: the last name and the first letter."""
    if len(name.core) > 1:
        yield (f"{kind} first letter", name.sounds[-1], name.core[0][0])
