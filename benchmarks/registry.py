"""How long the registry takes for many entries: .venv/bin/python -m benchmarks.registry [ENTRIES]

All names are made of syllables by a fixed seed: 6,000 persons, some in many documents, three to a
document, a third of them by last name only, with or without a country, in one of four offices.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from memcon.document import Document
from memcon.record import Actor, Engine, Record
from memcon.registry import Registry, blocking, names

_SYLLABLES = (
    "ka", "ri", "to", "mel", "van", "dor", "shi", "lu", "ben", "gor", "ha", "zim", "pet", "ol", "est",
    "nur", "fa", "qui", "tor", "sel", "bra", "mi", "yo", "kh", "an",
)  # fmt: skip
_OFFICES = ("foreign minister", "president", "spokesperson", "analyst")
_Value = TypeVar("_Value")


def records(entries: int) -> list[Record]:
    """Records of so many actors, three each."""
    of = random.Random(7)

    def name(syllables: int) -> str:
        return "".join(of.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    given, family = [name(2) for _ in range(300)], [name(3) for _ in range(4000)]
    persons = [
        (
            of.choice(given),
            of.choice(family),
            of.choice(["IS", "MT", "LU", None]),
            of.choice(_OFFICES),
        )
        for _ in range(6000)
    ]
    weights = [1 / (rank + 1) ** 0.6 for rank in range(len(persons))]
    return [
        _record(of, number, of.choices(persons, weights, k=3)) for number in range(entries // 3)
    ]


def _record(of: random.Random, number: int, persons: list) -> Record:
    actors, text = [], f"Document {number}: "
    for place, (first, last, country, office) in enumerate(persons, start=1):
        name = f"{first} {last}" if of.random() < 0.7 else last
        actors.append(
            Actor(
                id=f"p{place}", name=name, kind="person", titles=(office,), forms=("name",),
                country=country if of.random() < 0.5 else None,
                mentions=((len(text), len(text) + len(name)),),
            )
        )  # fmt: skip
        text += f"{name} said so. "
    document = Document(name=f"{number}.txt", text=text, date="2024-01-01")
    return Record(document=document, actors=tuple(actors), engine=Engine(version="0", model=""))


def timed(what: str, do: Callable[[], _Value]) -> _Value:
    """Do it and print how many seconds it took."""
    start = time.perf_counter()
    out = do()
    print(f"{what:30} {time.perf_counter() - start:6.2f} s", flush=True)
    return out


def main(entries: int) -> None:
    """Print the times."""
    made = records(entries)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "actors.db"
        with Registry(place) as registry:
            timed("add 1,000 Records, each alone", lambda: [registry.add(r) for r in made[:1000]])
            rest = [made[at : at + 100] for at in range(1000, len(made), 100)]
            timed(f"add {len(made) - 1000:,} Records", lambda: [registry.add_all(r) for r in rest])
            print(f"{len(registry.entries()):,} entries")
        with Registry(place) as registry:
            judged = timed("judge by rule", registry.apply_rules)
            found = timed("find candidates", registry.candidates)
            actors = timed("list the actors", registry.actors)
            timed("judge by rule again", registry.apply_rules)
            last = [e.id for e in registry.entries() if e.sha256 == made[-1].document.sha256]
        with Registry(place) as registry:
            names.normal_name.cache_clear()
            names.sound.cache_clear()
            blocking._of_name.cache_clear()
            one = timed("candidates of one document", lambda: registry.candidates(of=last))
            timed("the same, entries in memory", lambda: registry.candidates(of=last))
    print(
        f"{len(judged):,} judged, {len(actors):,} actors, {len(found.found):,} candidates, "
        f"{len(one.found)} of the one document; {len(found.common)} names too common to compare all"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
