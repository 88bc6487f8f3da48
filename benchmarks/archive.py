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
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text

from memcon.archive import Archive, Entry, Query
from memcon.archive import rows as archive_rows
from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Event, Record, Stance, Statement

_SYLLABLES = (
    "ka", "ri", "to", "mel", "van", "dor", "shi", "lu", "ben", "gor", "ha", "zim", "pet", "ol", "est",
    "nur", "fa", "qui", "tor", "sel", "bra", "mi", "yo", "kh", "an",
)  # fmt: skip
_ACTS = (
    "state",
    "praise",
    "thank",
    "warn",
    "refuse",
    "offer",
    "demand",
    "accuse",
    "agree",
    "promise",
)
_STATES = ("IS", "MT", "LU", "NZ", "UY", "BT", "FJ", "SM", "AD", "LI")
_TYPES = ("CONSULT", "ACCUSE", "AGREE", "REQUEST", "REJECT")
STATEMENTS = 30
TOGETHER = 200


class Corpus:
    """Makes Records of documents that nobody wrote."""

    def __init__(self, seed: int = 7) -> None:
        self.of = random.Random(seed)
        self.words = sorted({self._word(self.of.randint(2, 4)) for _ in range(30_000)})[:20_000]
        self.of.shuffle(self.words)
        self.persons = [
            f"{self._word(2).capitalize()} {self._word(3).capitalize()}" for _ in range(6_000)
        ]
        self.states = [(self._word(3).capitalize(), code) for code in _STATES]
        self.topics = [f"the {self._word(2)} {self._word(2)}" for _ in range(500)]
        # Added up once: `choices` would do it at every call.
        self._word_weights = [*accumulate(1 / (rank + 3) for rank in range(len(self.words)))]
        self._person_weights = [
            *accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(self.persons)))
        ]
        self._pool: list[str] = []
        self._at = 0

    def records(self, number: int) -> Iterator[Record]:
        """So many Records, one after the other."""
        return (self._record(at) for at in range(number))

    def questions(self, number: int) -> list[Query]:
        """Questions for a word and two facets."""
        out = []
        for _ in range(number):
            word = self.words[min(int(self.of.paretovariate(0.6)), 5_000)]
            first = {"speaker": self._speaker().split()[1]}
            second: dict[str, Any] = self.of.choice([
                {"act": self.of.choice(_ACTS)}, {"since": "2018-03", "until": "2021-10"},
                {"about": self.of.choice(_STATES), "stance": self.of.choice(["negative", "positive"])},
            ])  # fmt: skip
            if self.of.random() < 0.5:
                first = {"publisher": "wire"}
            out.append(Query(word, **first, **second))
        return out

    def _word(self, syllables: int) -> str:
        return "".join(self.of.choice(_SYLLABLES) for _ in range(syllables))

    def _speaker(self) -> str:
        return self.of.choices(self.persons, cum_weights=self._person_weights)[0]

    def _some(self, number: int) -> list[str]:
        if len(self._pool) - self._at < number:
            self._pool = self.of.choices(self.words, cum_weights=self._word_weights, k=50_000)
            self._at = 0
        self._at += number
        return self._pool[self._at - number : self._at]

    def _record(self, number: int) -> Record:
        speakers = list(dict.fromkeys(self._speaker() for _ in range(4)))
        about = self.of.sample(self.states, 2)
        pieces, attributions, statements, events = [f"Document {number}.\n"], [], [], []
        at = len(pieces[0])
        mentions: dict[str, list[tuple[int, int]]] = {name: [] for name in speakers}
        for name, _ in about:
            mentions[name] = []
        for n in range(1, STATEMENTS + 1):
            who, (state, _) = self.of.choice(speakers), self.of.choice(about)
            content = f"{' '.join(self._some(12))} {state} {' '.join(self._some(6))}"
            piece = f"“{content},” said {who}.\n"
            start = at + 1
            end, cue = start + len(content), start + len(content) + 3
            source = (cue + 5, cue + 5 + len(who))
            mentions[who].append(source)
            place = start + content.index(f" {state} ") + 1
            mentions[state].append((place, place + len(state)))
            speaker, target = (
                f"p{speakers.index(who) + 1}",
                f"g{[s for s, _ in about].index(state)}",
            )
            attributions.append(
                Attribution.model_construct(
                    id=f"a{n}", source=(source,), cue=((cue, cue + 4),), content=((start, end),),
                    type="direct", parent=None, speaker=speaker, addressee=None, confidence=0.9,
                )
            )  # fmt: skip
            stance = Stance.model_construct(
                target=target, polarity=self.of.choice((-1, 0, 1)), evidence=((start, end),),
                confidence=0.8, mention=None,
            )  # fmt: skip
            statements.append(
                Statement.model_construct(
                    id=f"s{n}", attribution=f"a{n}", act=self.of.choice(_ACTS), speech_act="assertive",
                    topics=(self.of.choice(self.topics),), stances=(stance,) if n % 2 else (),
                )
            )  # fmt: skip
            if n % 10 == 0:
                events.append(
                    Event.model_construct(
                        id=f"e{n}", type=self.of.choice(_TYPES), mode="verbal", modality="occurred",
                        sources=(speaker,), targets=(target,), span=((start, end),),
                        attribution=f"a{n}", score=1.0, confidence=0.7, date=None, place=None,
                    )
                )  # fmt: skip
            pieces.append(piece)
            at += len(piece)
        actors = [
            Actor.model_construct(
                id=f"p{n}", name=name, kind="person", titles=("minister",), country=None,
                mentions=tuple(mentions[name]), forms=("name",) * len(mentions[name]),
            )
            for n, name in enumerate(speakers, start=1)
        ] + [
            Actor.model_construct(
                id=f"g{n}", name=name, kind="state", titles=(), country=code,
                mentions=tuple(mentions[name]), forms=("name",) * len(mentions[name]),
            )
            for n, (name, code) in enumerate(about)
        ]  # fmt: skip
        day = f"{2012 + number % 12}-{1 + number // 12 % 12:02}-{1 + number // 144 % 28:02}"
        document = Document(
            name=f"{number}.txt", text="".join(pieces), date=day, language="en", genre="report",
            url=f"https://news.example/{number}", publisher=f"Wire {number % 40}",
        )  # fmt: skip
        # Unchecked, since to check 3 million of them would take most of the time.
        return Record.model_construct(
            schema_=1, document=document, attributions=tuple(attributions), actors=tuple(actors),
            statements=tuple(statements), events=tuple(events),
            engine=Engine(version="0", model="sha256:0"),
        )  # fmt: skip


def vectors(of: np.random.Generator, number: int) -> NDArray[np.float32]:
    """Unit vectors that point anywhere, `(number, 384)`."""
    made = of.standard_normal((number, 384), dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """The same vector for the same text; it means nothing."""
    return np.concatenate([vectors(np.random.default_rng(len(t)), 1) for t in texts])


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
