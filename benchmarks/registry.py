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
from memcon.registry import Registry

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
    print(f"{what:30} {time.perf_counter() - start:6.1f} s", flush=True)
    return out


def main(entries: int) -> None:
    """Print the times."""
    made = records(entries)
    with tempfile.TemporaryDirectory() as folder, Registry(Path(folder) / "actors.db") as registry:
        timed(f"add {len(made):,} Records", lambda: [registry.add(record) for record in made])
        print(f"{len(registry.entries()):,} entries")
        judged = timed("judge by rule", registry.apply_rules)
        found = timed("find candidates", registry.candidates)
        actors = timed("list the actors", registry.actors)
        timed("find candidates again", registry.candidates)
    print(f"{len(judged):,} judged, {len(actors):,} actors, {len(found.found):,} candidates")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
