"""Blocking: which actors are worth comparing, so that not each is compared with each.

Two are when they share a key (Fellegi and Sunter's blocks): a word of the name in any spelling; where
too many share a word, two words of it, or the word and the country or the office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from memcon.registry.features import Features
from memcon.registry.names import NormalName, acronym, without_initials

Key = tuple[str, ...]
#: So many may share a key that is compared; finer keys serve where more do.
LARGEST = 60


def pairs(actors: Sequence[Features]) -> tuple[set[tuple[int, int]], list[tuple[str, int]]]:
    """The pairs worth comparing, as places in `actors`, the smaller first.

    :returns: the pairs; and a name of each block that even finer keys leave too large, with the
        number of actors in it.
    """
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    finer: list[set[Key]] = []
    for place, actor in enumerate(actors):
        coarse, fine = _keys(actor)
        finer.append(fine)
        for key in coarse:
            blocks[key].append(place)
    large = {key for key, members in blocks.items() if len(members) > LARGEST}
    parted: defaultdict[Key, list[int]] = defaultdict(list)
    for key in large:
        for place in blocks[key]:
            for part in finer[place]:
                if key[1] in part[1:]:
                    parted[part].append(place)
    out: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if key not in large:
            out.update(_of_documents(actors, members))
    common: dict[str, int] = {}
    for members in parted.values():
        distinct = sorted(set(members))
        if len(distinct) > LARGEST:
            example = actors[distinct[0]].names[0][0].plain
            common[example] = max(len(distinct), common.get(example, 0))
        else:
            out.update(_of_documents(actors, distinct))
    return out, sorted(common.items())


def _of_documents(actors: Sequence[Features], members: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of which one at least is of a document: entities of files are told apart there."""
    for one, other in combinations(members, 2):
        if not (actors[one].imported and actors[other].imported):
            yield one, other


def _keys(actor: Features) -> tuple[set[Key], set[Key]]:
    kind = "person" if actor.kind == "person" else "body"
    coarse: set[Key] = set()
    fine: set[Key] = set()
    for name, _ in actor.names:
        words = dict(without_initials(name)) or dict(zip(name.core, name.sounds, strict=True))
        sounds = sorted(set(words.values()))
        coarse.update((kind, sound) for sound in sounds)
        if kind == "body" and (short := acronym(name)):
            coarse.add((kind, short))
        fine.update((f"{kind} names", *two) for two in combinations(sounds, 2))
        fine.update(_misspelt(kind, name))
        if len(name.core) < 3:
            for sound in sounds:
                fine.update((f"{kind} in", sound, country) for country in actor.countries)
                fine.update((f"{kind} as", sound, *office.what) for office, _ in actor.offices)
    return coarse, fine


def _misspelt(kind: str, name: NormalName) -> Iterator[Key]:
    """Keys that hold for J. Maravel as for Ilse Maravel: the last name and the first letter."""
    if len(name.core) > 1:
        yield (f"{kind} first letter", name.sounds[-1], name.core[0][0])
