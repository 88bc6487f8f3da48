"""Generated documents: what reading does with names, labels, lists and marks in all combinations.

    .venv/bin/python -m benchmarks.generated --count 20000 [--from 0] [--joined 8]

It prints every error and every part that memcon left empty for a fault of its own, once for each place
(`file:line`), with the shortest text that makes it, and at the end how many documents and seconds.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.generated_text import document
from benchmarks.shrink import shrink
from memcon.document import Document
from memcon.reading import read_document, read_many

_DATES = (None, "2027-05-03", "2027-05", "2027", "")


class Faults(logging.Handler):
    """Keeps what memcon logs of parts that it left empty."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the part, the error and the place: `statements (KeyError at clauses/whom.py:12)`."""
        words = record.getMessage()
        self.told.append(
            words.split(": its ", 1)[-1].replace(" could not be read", "").split(", and")[0]
        )

    def __enter__(self) -> Faults:
        log = logging.getLogger("memcon")
        log.addHandler(self)
        self._propagated, log.propagate = log.propagate, False
        return self

    def __exit__(self, *_: object) -> None:
        log = logging.getLogger("memcon")
        log.removeHandler(self)
        log.propagate = self._propagated


def faults_of(document: Document) -> list[str]:
    """All errors and empty parts of one reading."""
    with Faults() as faults:
        try:
            read_document(document)
        except Exception as error:
            return [*faults.told, _named(error)]
    return faults.told


def _named(error: Exception) -> str:
    place, trace = "", error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        place = f"{name.rpartition('memcon/')[2]}:{trace.tb_lineno}" if "memcon/" in name else place
        trace = trace.tb_next
    return f"escaped ({type(error).__name__} at {place})"


def documents(seeds: Sequence[int], joined: int) -> Iterator[Document]:
    """Documents of so many generated texts each; every other one of a text alone for each fourth."""
    for start in range(0, len(seeds), joined):
        together = seeds[start : start + joined]
        text = "\n\n".join(document(seed) for seed in together)
        date = _DATES[together[0] % len(_DATES)]
        yield Document(name=f"{together[0]}-{together[-1]}", text=text, date=date)


def failing(batch: list[Document]) -> Iterator[tuple[Document, list[str]]]:
    """Documents of a batch that memcon fails on, with what it says of each."""
    with Faults() as faults:
        try:
            for _ in read_many(batch):
                pass
            if not faults.told:
                return
        except Exception:
            faults.told.append("")
    for one in batch:
        told = faults_of(one)
        if told:
            yield one, told


def shortest(whole: Document, fault: str) -> str:
    """The least of its lines, then of its words, that has the same fault."""

    def still(text: str) -> bool:
        return fault in faults_of(Document(name=whole.name, text=text, date=whole.date))

    return shrink(whole.text, still)


def run(seeds: Sequence[int], joined: int, tell: Callable[[str], None]) -> dict[str, int]:
    """Read the documents of the seeds; how many times each fault was met, each told of once."""
    met: dict[str, int] = {}
    all_of_them, batch = documents(seeds, joined), list[Document]()
    while batch := [one for one, _ in zip(all_of_them, range(20), strict=False)]:
        for one, told in failing(batch):
            for fault in told:
                met[fault] = met.get(fault, 0) + 1
                if met[fault] == 1:
                    tell(f"{fault} in {one.name}, dated {one.date}: {shortest(one, fault)!r}")
    return met


def main() -> None:
    """Read so many documents and print what they showed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--from", type=int, default=0, dest="first", help="the first seed")
    options.add_argument("--joined", type=int, default=8, help="documents in one text")
    given = options.parse_args()
    began, count = time.perf_counter(), 0
    met: dict[str, int] = {}
    seeds = range(given.first, given.first + given.count)
    for start in range(0, given.count, 1000):
        part = seeds[start : start + 1000]
        for fault, times in run(part, given.joined, lambda s: print(s, flush=True)).items():
            met[fault] = met.get(fault, 0) + times
        count += len(part)
        print(f"{count} documents, {time.perf_counter() - began:.0f} s, faults {met}", flush=True)


if __name__ == "__main__":
    main()
