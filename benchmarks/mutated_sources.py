"""Mutants of documents of all kinds: what collecting and extracting do with damaged files.

    .venv/bin/python -m benchmarks.mutated_sources --count 2000 [--kind pdf]

It prints a line for each kind (mutants, had in spite of it, refused in words, slowest in CPU seconds,
most megabytes) and each kind of error that escaped, or was told as “please report it”, with the seed.
A mutant is ended after 10 s; so is none of more than 1 GB passed over in silence.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import re
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from benchmarks.children import Child
from benchmarks.mutants import mutate
from benchmarks.source_kinds import ENDS, original

LIMIT, MEGABYTES = 10.0, 1024


def mutant(kind: str, seed: int) -> bytes:
    """The bytes of a damaged file; the same for the same seed."""
    chance = random.Random(f"{kind} {seed}")
    data = _originals(kind)
    # What is packed is damaged inside as often as outside: else only the packing is ever tried.
    if kind in ("docx", "zip", "wacz") and chance.random() < 0.6:
        return _repacked(data, chance)
    if kind == "warc.gz" and chance.random() < 0.6:
        return gzip.compress(_damaged(gzip.decompress(data), chance))
    return _damaged(data, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """The archive with one of its files damaged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        hit = chance.choice(old.namelist())
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, _damaged(held, chance) if name == hit else held)
    return out.getvalue()


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """One small change, seldom several or large ones."""
    if chance.random() < 0.2:
        data = mutate(data, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 6))):
        data = chance.choice((_words_changed, _words_changed, _byte_changed, _moved))(data, chance)
    return data


def _byte_changed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randint(0, 1) :]


def _moved(data: bytes, chance: random.Random) -> bytes:
    """A stretch put somewhere else, or there as well, or left out."""
    start, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 5, 40, 300))]
    rest = data if chance.random() < 0.4 else data[:start] + data[start + len(piece) :]
    return rest if chance.random() < 0.3 else rest[:to] + piece + rest[to:]


@cache
def _originals(kind: str) -> bytes:
    return original(kind)


def _words_changed(data: bytes, chance: random.Random) -> bytes:
    """Numbers made absurd, or a word put in the place of another: what a format is steered by."""
    places = list(re.finditer(rb"\d+|[A-Za-z/-]{3,}", data))
    if not places:
        return data
    place = chance.choice(places)
    absurd = [b"0", b"-1", b"99999999999999999999", b"1e999", b"x" * 70_000, b"", b"\xff\xfe"]
    other = chance.choice([*absurd, chance.choice(places)[0]])
    return data[: place.start()] + other + data[place.end() :]


def outcome(path: Path) -> tuple[str, list[str]]:
    """“had” or “refused”, and the errors that no user should have seen."""
    from memcon.collecting import Collector, Failure, extract
    from memcon.errors import SourceError

    had, faults = False, []
    collector = Collector(offline=True)
    try:
        for item in collector.items(collector.find([str(path)])):
            if isinstance(item, Failure):
                if "please report it" in item.reason:
                    faults.append(item.reason[:200])
                continue
            try:
                extract(item).text.encode("utf-8", "surrogatepass")
                item.origin(extract(item))
                had = True
            except SourceError as error:
                if "please report it" in error.reason:
                    faults.append(error.reason[:200])
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        faults.append(f"{type(error).__name__}: {error} at {frame.filename}:{frame.lineno}"[:300])
    return "had" if had else "refused", faults


def _begin() -> Callable[[tuple[str, int]], list[str]]:
    folder = Path(tempfile.mkdtemp(prefix="memcon-mutants-"))
    sys.stderr = open("/dev/null", "w")  # noqa: PTH123, SIM115

    def work(task: tuple[str, int]) -> list[str]:
        kind, seed = task
        path = folder / f"a{ENDS[kind]}"
        path.write_bytes(mutant(kind, seed))
        what, faults = outcome(path)
        path.unlink()
        return [what, *faults]

    work(("txt", 0))
    return work


def run(kind: str, seeds: range, tell: Callable[[str], None]) -> Counter[str]:
    """Collect a mutant for each seed; how many were had, refused and faulty."""
    child, counted, met = Child(_begin), Counter[str](), set[str]()
    slowest, most = 0.0, 0
    for seed in seeds:
        cost = child.do((kind, seed), LIMIT)
        slowest, most = max(slowest, cost.seconds), max(most, cost.megabytes)
        what, *faults = cost.faults if cost.faults[0] in ("had", "refused") else ["", *cost.faults]
        if cost.megabytes > MEGABYTES:
            faults.append(f"{cost.megabytes} MB")
        counted["faulty" if faults else what] += 1
        for fault in faults:
            if fault not in met:
                met.add(fault)
                tell(f"  {kind} {seed}: {fault}")
    child.end()
    tell(f"{kind:8} {len(seeds)}: {dict(counted)}, slowest {slowest:.2f} s, most {most} MB")
    return counted


def main() -> None:
    """Run all kinds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--kind", choices=sorted(ENDS), action="append")
    given = options.parse_args()
    for kind in given.kind or ENDS:
        run(kind, range(given.count), lambda words: print(words, flush=True))


if __name__ == "__main__":
    main()
