"""How fast an archive of many documents is: .venv/bin/python -m benchmarks.archive [options]

    --documents 100000   each with 30 statements: 3 million; 0 asks only, of an archive made before
    --db URL             may be given several times; without it a file of SQLite's in a new folder.
                         Of PostgreSQL's, the database must be empty: its tables stay behind.
    --questions 300      that are asked
    --no-bare            leave out the bare `executemany`, which takes as much disk again

All Records are made up by a fixed seed: names and words of syllables, 6,000 speakers and 20,000 words,
some far more common than others (Zipf). It prints how many documents a second are added in bulk, how
many by a bare `executemany` of the same rows in an empty archive of the same kind, and how long a
search for a word with two facets takes, by words alone and by words and meaning.
"""

from __future__ import annotations

import argparse
import gc
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import text

from benchmarks.archive_corpus import STATEMENTS, Corpus, embed, vectors
from memcon.archive import Archive, Entry, Query
from memcon.archive import rows as archive_rows

TOGETHER = 200


@contextmanager
def kept(into: list[archive_rows.Rows]) -> Iterator[None]:
    """Keep the rows that are written meanwhile."""
    write = archive_rows.Rows.write

    def writing(self: archive_rows.Rows) -> None:
        into.append(self)
        write(self)

    archive_rows.Rows.write = writing  # type: ignore[method-assign]
    try:
        yield
    finally:
        archive_rows.Rows.write = write  # type: ignore[method-assign]


@dataclass
class Took:
    """Seconds that adding took, and a bare `executemany` of the same rows.

    Of the wall clock, and of this program's processor: on a machine that does other things too, only
    the second can be compared for SQLite; of PostgreSQL, the server's own work is not in it.
    """

    added: tuple[float, float] = (0.0, 0.0)
    bare: tuple[float, float] = (0.0, 0.0)

    def share(self, clock: int) -> float:
        """Speed of adding, in hundredths of the bare one's."""
        return 100 * self.bare[clock] / self.added[clock]


def add(archive: Archive, empty: Archive, number: int, *, compared: bool) -> Took:
    """Add so many documents, and write each batch of rows into the other archive by the driver alone.

    One after the other, so that both databases are as large, and the machine as busy, for either.

    :param compared: whether to write them there at all.
    """
    corpus, of, took = Corpus(), np.random.default_rng(7), Took()
    made, done = iter(corpus.records(number)), 0
    bare = Bare(empty)
    rows: list[archive_rows.Rows] = []
    with kept(rows):
        while some := list(islice(made, TOGETHER)):
            entries = [Entry(r.document, r, vectors=vectors(of, len(r.attributions))) for r in some]
            took.added = _clocked(took.added, partial(archive.add_all, entries))
            batch = bare.statements(rows.pop()) if compared else []
            took.bare = _clocked(took.bare, partial(bare.write, batch))
            rows.clear()
            done += len(some)
            if done % 10_000 == 0:
                print(f"  {done:,} documents, {done / took.added[0]:,.0f} a second", flush=True)
    bare.close()
    return took


def _clocked(before: tuple[float, float], do: Callable[[], object]) -> tuple[float, float]:
    wall, own = time.perf_counter(), time.process_time()
    do()
    return before[0] + time.perf_counter() - wall, before[1] + time.process_time() - own


class Bare:
    """Writes rows by the driver alone, a transaction a batch."""

    def __init__(self, archive: Archive) -> None:
        self._postgresql = archive.database.engine.dialect.name == "postgresql"
        self._connection = archive.database.engine.raw_connection()
        self._cursor = self._connection.cursor()

    def statements(self, rows: archive_rows.Rows) -> list[tuple[str, list[tuple[Any, ...]]]]:
        """SQL and values of the rows, as the driver takes them."""
        return list(rows.statements("%s" if self._postgresql else "?"))

    def write(self, batch: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
        """Write a batch."""
        if not self._postgresql:
            self._cursor.execute("BEGIN IMMEDIATE")
        for sql, values in batch:
            self._cursor.executemany(sql, values)
        self._connection.commit()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


def ask(archive: Archive, questions: list[Query], meaning: bool) -> str:
    """How long the questions take, in words."""
    took, found = [], 0
    for question in questions:
        begun = time.perf_counter()
        found += archive.search(question, meaning=meaning).total > 0
        took.append(1000 * (time.perf_counter() - begun))
    cuts = statistics.quantiles(took, n=20)
    return (
        f"p50 {statistics.median(took):.0f} ms, p95 {cuts[18]:.0f} ms, longest {max(took):.0f} ms; "
        f"{found} of {len(questions)} found something"
    )


def measure(where: str, bare: str, number: int, questions: int, *, compared: bool) -> None:
    """Print the figures of one database; `bare` is another one of the same kind."""
    with Archive(where, embed=embed) as archive, Archive(bare) as empty:
        kind = archive.database.engine.dialect.name
        if number:
            took = add(archive, empty, number, compared=compared)
            print(
                f"{kind}: {number:,} documents, {number * STATEMENTS:,} statements added: "
                f"{number / took.added[0]:,.0f} documents a second",
                flush=True,
            )
        if number and compared:
            print(
                f"{kind}: bare executemany of the same rows {number / took.bare[0]:,.0f}: "
                f"{took.share(0):.0f}% (of this program's processor time: "
                f"{1000 * took.added[1] / number:.2f} and {1000 * took.bare[1] / number:.2f} ms a "
                f"document, {took.share(1):.0f}%)",
                flush=True,
            )
        if kind == "postgresql":
            with archive.database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(
                    text("VACUUM ANALYZE")
                )
        asked = Corpus().questions(questions)
        archive.search(asked[0])
        # As memcon serve does: what is loaded once is not looked over for garbage while others wait.
        gc.collect()
        gc.freeze()
        for meaning in (False, True):
            by = "words and meaning" if meaning else "words"
            print(
                f"{kind}: a word and two facets, by {by}: {ask(archive, asked, meaning)}",
                flush=True,
            )


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="benchmarks.archive")
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--questions", type=int, default=300)
    options.add_argument("--db", action="append", default=[])
    options.add_argument("--no-bare", dest="compared", action="store_false")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number, where in enumerate(given.db or [str(Path(folder) / "archive.db")]):
            with _second(where, Path(folder) / f"bare{number}.db") as bare:
                measure(where, bare, given.documents, given.questions, compared=given.compared)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this program: {peak:,.0f} MB")


@contextmanager
def _second(where: str, path: Path) -> Iterator[str]:
    """Another empty database of the same kind: a file, or a schema of the same server."""
    if "://" not in where or where.startswith("sqlite"):
        yield str(path)
        return
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url

    address = make_url(where).set(drivername="postgresql+psycopg")
    admin = create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS bare CASCADE"))
        connection.execute(text("CREATE SCHEMA bare"))
    own = address.update_query_dict({"options": "-csearch_path=bare"})
    yield own.render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text("DROP SCHEMA bare CASCADE"))
    admin.dispose()


if __name__ == "__main__":
    main()
