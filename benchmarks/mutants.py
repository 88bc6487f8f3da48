"""Mutants of our own exports: what each importer does with a damaged file.

    .venv/bin/python -m benchmarks.mutants --count 2000

It prints a line for each format (mutants, read in spite of it, refused, escaped errors, slowest in
seconds, peak of memory in MB) and each kind of error that escaped with the seed that shows it.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from memcon.errors import MemconError
from memcon.exchange import FORMATS, export, import_records
from memcon.record import Record

#: Formats that can be read back.
READABLE = tuple(name for name, format in FORMATS.items() if format.reader)
_VALUES: tuple[Any, ...] = (None, True, -1, 10**30, 1.5, "", "x", [], {}, [[]], "\ud800", "a:b:c:d")


def mutate(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to three things done to them; JSON lines may lose or change a value."""
    for _ in range(chance.randint(1, 3)):
        kind = chance.choice((_flip, _cut, _double, _drop, _json, _json))
        data = kind(data, chance) if data else data
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 200) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 500)]
    return data[:start] + piece * chance.randint(2, 4) + data[start + len(piece) :]


def _json(data: bytes, chance: random.Random) -> bytes:
    try:
        value = json.loads(data)
    except ValueError:
        return _flip(data, chance)
    places = list(_places(value))
    if places:
        holder, key = chance.choice(places)
        if chance.random() < 0.5:
            del holder[key]
        else:
            holder[key] = chance.choice(_VALUES)
    return json.dumps(value).encode() + b"\n"


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in items if isinstance(value, dict | list) else ():
        yield value, key
        if isinstance(below, dict | list):
            yield from _places(below)


def damaged(whole: Path, folder: Path, seed: int) -> Path:
    """A copy of an export, in the folder, one file of which is a mutant."""
    chance, copy = random.Random(seed), folder / whole.name
    if copy.is_dir():
        shutil.rmtree(copy)
    (shutil.copytree if whole.is_dir() else shutil.copy)(whole, copy)
    files = sorted(copy.iterdir()) if copy.is_dir() else [copy]
    file = chance.choice(files)
    file.write_bytes(mutate(file.read_bytes(), chance))
    return copy


def outcome(path: Path, format: str) -> str:
    """What importing does: “read”, “refused”, or the error that should not have escaped."""
    try:
        for _ in import_records(path, format):
            pass
    except MemconError as error:
        return "refused" if "\n" not in str(error) else "a message of several lines"
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:160]
    return "read"


def run(record: Record, format: str, seeds: range, told: Callable[[int, str], None]) -> str:
    """Import a mutant for each seed; what is to be said of them on one line."""
    found: Counter[str] = Counter()
    slowest = 0.0
    with TemporaryDirectory() as name:
        whole = Path(name) / "whole"
        export([record], format, whole)
        (Path(name) / "copy").mkdir()
        for seed in seeds:
            path = damaged(whole, Path(name) / "copy", seed)
            before = time.perf_counter()
            what = outcome(path, format)
            slowest = max(slowest, time.perf_counter() - before)
            if what not in ("read", "refused"):
                told(seed, what)
            found[what if what in ("read", "refused") else "escaped"] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{format:8} {len(seeds):5} read {found['read']}, refused {found['refused']}, "
        f"escaped {found['escaped']}, slowest {slowest:.2f} s, peak {peak} MB"
    )


def main() -> None:
    """Run all formats over a reading of a sample."""
    from memcon import read

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--format", choices=READABLE, action="append")
    given = options.parse_args()
    record = read("samples/harbour-talks.txt")
    for format in given.format or READABLE:
        print(run(record, format, range(given.count), lambda s, w: print(f"  seed {s}: {w}")))


if __name__ == "__main__":
    main()
