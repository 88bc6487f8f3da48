"""Grouping: which phrases of a document are one topic.

First by lemmas, then by meaning where lemmas leave phrases apart (complete linkage: every phrase of a
topic is like every other, so that no chain of neighbours joins what is far apart).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from memcon.topics.candidates import Phrase
from memcon.topics.likeness import Likeness

Key = frozenset[str]

#: Words that an embedding takes for alike, since they stand in like sentences, and that mean opposites.
_OPPOSITES = (
    ("north", "south"), ("east", "west"), ("northern", "southern"), ("eastern", "western"),
    ("northern", "eastern"), ("northern", "western"), ("southern", "eastern"), ("southern", "western"),
    ("import", "export"), ("upper", "lower"), ("inner", "outer"), ("legal", "illegal"), ("war", "peace"),
    ("entry", "exit"), ("domestic", "foreign"), ("public", "private"), ("civil", "military"),
    ("sea", "land"), ("land", "air"), ("sea", "air"),
)  # fmt: skip

#: Phrases this alike are one topic. Chosen on one half of tests/topics/gold.yaml with all-MiniLM-L6-v2,
#: to which the shipped embedding is trained to be near; see `tests/topics/test_grouping_quality.py`.
ALIKE = 0.55
#: Words of a phrase, and of the topic within it, that are looked at: a list read as one phrase is long.
_LONGEST, _FULLEST = 12, 4
#: At most so many topics of a document are compared by meaning, the most frequent first, so that the
#: time for it stays within a few hundredths of a second however long the document is.
MOST_COMPARED = 60


def group(
    phrases: Iterable[Phrase], states: Collection[str], likeness: Likeness | None = None
) -> dict[Key, Key]:
    """The key of the topic that each key of a phrase belongs to.

    :param states: codes of states: topics that name different ones are never one.
    :param likeness: None to go by lemmas alone.
    """
    known = list(phrases)
    counts = Counter(phrase.key for phrase in known)
    home = {key: _inner(key, counts, states) for key in counts}
    for key in list(home):  # what lies in a key that itself lies in another
        while home[home[key]] != home[key]:
            home[key] = home[home[key]]
    if likeness is not None:
        joined = _by_meaning(known, home, states, likeness)
        home = {key: joined.get(inner, inner) for key, inner in home.items()}
    return home


def _inner(key: Key, counts: Counter[Key], states: Collection[str]) -> Key:
    """The key within this one that the document has at least as often; itself if there is none.

    “Survey of the northern shoals” is about the northern shoals. A state within a key is not its
    topic: a fishing treaty with Kestria is about fishing.
    """
    named = key & set(states)
    inner = [
        other
        for other in _parts(key)
        if other in counts
        and not other <= named
        and (counts[other] >= counts[key] or key - other <= named)
    ]
    return max(inner, key=lambda k: (counts[k], len(k), sorted(k))) if inner else key


def _parts(key: Key) -> Iterator[Key]:
    """What may be a topic within one: up to four of its words, of the first dozen of a very long one."""
    words = sorted(key)[:_LONGEST]
    for size in range(1, min(len(key) - 1, _FULLEST) + 1):
        yield from map(frozenset, combinations(words, size))


def _by_meaning(
    phrases: list[Phrase], home: Mapping[Key, Key], states: Collection[str], likeness: Likeness
) -> dict[Key, Key]:
    """For each topic joined to another by meaning, the one that it is joined to."""
    totals = Counter(home[phrase.key] for phrase in phrases)
    order = {key: number for number, key in enumerate(totals)}
    ranked = sorted(totals, key=lambda key: (-totals[key], order[key]))
    compared = [key for key in ranked if not key <= set(states)][:MOST_COMPARED]
    if len(compared) < 2:
        return {}
    typical = _typical(phrases, home)
    alike = likeness([typical[key] for key in compared]).copy()
    for i, one in enumerate(compared):
        for j, other in enumerate(compared):
            if i == j or _apart(one, other, states):
                alike[i, j] = -1
    out = {}
    for members in _linked(alike):
        chief = compared[min(members)]
        out.update({compared[i]: chief for i in members})
    return out


def _linked(alike: NDArray[np.float32]) -> list[list[int]]:
    """Clusters of complete linkage, the most alike joined first, of equals the first."""
    link = alike.copy()
    np.fill_diagonal(link, -1)
    clusters = {i: [i] for i in range(len(link))}
    while True:
        one, other = sorted(divmod(int(link.argmax()), len(link)))
        if link[one, other] < ALIKE:
            return [members for members in clusters.values() if len(members) > 1]
        clusters[one] += clusters.pop(other)
        # Two clusters are as alike as the least alike of their members.
        link[one] = link[:, one] = np.minimum(link[one], link[other])
        link[other] = link[:, other] = link[one, one] = -1


def _typical(phrases: list[Phrase], home: Mapping[Key, Key]) -> dict[Key, Phrase]:
    """The phrase that stands for each topic: the first with its very key, else the first."""
    found: dict[Key, Phrase] = {}
    for phrase in phrases:
        key = home[phrase.key]
        known = found.setdefault(key, phrase)
        if phrase.key == key != known.key:
            found[key] = phrase
    return found


def _apart(one: Key, other: Key, states: Collection[str]) -> bool:
    """Whether two topics differ by name or by opposites, however alike the rest is."""
    if one & set(states) != other & set(states):
        return True
    left, right = one - other, other - one
    return any((a in left and b in right) or (b in left and a in right) for a, b in _OPPOSITES)
