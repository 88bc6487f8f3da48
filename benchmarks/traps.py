"""Traps: what reading costs where a text is odd. Quadratic code shows here and nowhere else.

    .venv/bin/python -m benchmarks.traps --size 20000 [--seconds 10] [--megabytes 1024] [--only WORDS]

Each trap is read by a child that lives on from trap to trap, and is ended and begun anew if one takes
too long. It prints every trap over so many seconds of CPU or megabytes at their highest (start and
model included in the megabytes, about 260 of them, not in the seconds), and every error.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable

from benchmarks.children import Child
from benchmarks.trap_texts import traps


def _begin() -> Callable[[tuple[str, int]], list[str]]:
    from benchmarks.generated import faults_of
    from memcon.document import Document

    faults_of(Document(name="first", text="Harnes said no."))
    known = traps()
    return lambda task: faults_of(Document(name="trap", text=known[task[0]](task[1])))


def main() -> None:
    """Read the traps and print those that cost too much."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--size", type=int, default=20_000, help="of each text, in code points")
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--megabytes", type=int, default=1024)
    options.add_argument("--limit", type=float, default=120, help="seconds until a child is ended")
    options.add_argument("--only", default="", help="traps with these words in their name")
    options.add_argument("--shuffle", type=int, default=0, help="seed of the order; 0 leaves it")
    options.add_argument("--first", type=int, default=0, help="number of the first of them")
    options.add_argument("--count", type=int, help="so many traps at most")
    given = options.parse_args()
    names = [name for name in traps() if given.only in name]
    if given.shuffle:
        random.Random(given.shuffle).shuffle(names)
    names = names[given.first :][: given.count]
    child, over, most, largest = Child(_begin), 0, 0.0, 0
    for number, name in enumerate(names, 1):
        cost = child.do((name, given.size), given.limit)
        most, largest = max(most, cost.seconds), max(largest, cost.megabytes)
        if cost.seconds > given.seconds or cost.megabytes > given.megabytes or cost.faults:
            over += 1
            told = f"{cost.seconds:.1f} s, {cost.megabytes} MB {' '.join(cost.faults)}"
            print(f"{name}: {told}", flush=True)
        if number % 50 == 0 or number == len(names):
            print(f"{number} traps, {over} over, at most {most:.1f} s, {largest} MB", flush=True)


if __name__ == "__main__":
    main()
