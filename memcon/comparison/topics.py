"""Topics across accounts: the same whatever words each has for it, as far as words tell.

“The trade agreement signed in 2021” and “the trade agreement of 2021” share the nouns that tell what
they are about, by their stems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.comparison.account import Account
from memcon.comparison.stems import content_stems
from memcon.comparison.units import Unit


def topic_words(account: Account, unit: Unit) -> frozenset[str]:
    """Stems of the topics of a unit; of its content where it has none."""
    topics = [t for s in unit.statements for t in s.topics]
    found = content_stems(w for t in topics for w in t.split())
    if found:
        return found
    reading = account.reading
    return content_stems(reading.form[i] for span in unit.spans for i in reading.inside(span))


@dataclass(frozen=True)
class Topic:
    """A topic of several accounts.

    :param name: the words that the accounts have for it most often.
    :param units: of each account, which of its units are about it.
    """

    name: str
    units: tuple[tuple[int, ...], ...]


def find_topics(accounts: Sequence[Account]) -> tuple[Topic, ...]:
    """The topics of all accounts, by their words; two are one if their stems are the same.

    A topic whose stems hold those of a more frequent one is that one, as within a document.
    """
    counts: Counter[frozenset[str]] = Counter()
    words: dict[frozenset[str], Counter[str]] = {}
    held: dict[frozenset[str], list[set[int]]] = {}
    for account in accounts:
        for number, unit in enumerate(account.units):
            if unit.frame:
                continue
            for topic in {t for s in unit.statements for t in s.topics}:
                key = content_stems(topic.split())
                if key:
                    counts[key] += 1
                    words.setdefault(key, Counter())[topic] += 1
                    held.setdefault(key, [set() for _ in accounts])[account.number].add(number)
    homes: dict[frozenset[str], list[frozenset[str]]] = {}
    for key in counts:
        inner = [o for o in counts if o < key and counts[o] > counts[key]]
        home = max(inner, key=lambda o: (counts[o], len(o), sorted(o))) if inner else key
        homes.setdefault(home, []).append(key)
    out = []
    for home, keys in homes.items():
        names: Counter[str] = words.get(home, Counter())
        name = min(names, key=lambda n: (-names[n], len(n), n))
        each = tuple(
            tuple(sorted(set().union(*(held[k][n] for k in keys)))) for n in range(len(accounts))
        )
        out.append(Topic(name, each))
    return tuple(out)
