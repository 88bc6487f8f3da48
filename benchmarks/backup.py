"""How long a backup takes, and whether all comes back: .venv/bin/python -m benchmarks.backup [options]

    --documents 20000    each with 30 statements, made up by a fixed seed (benchmarks.archive_corpus)
    --to URL             may be given several times: an empty database to restore into; without it a
                         file of SQLite's. Of PostgreSQL's, the tables stay behind.

Each step runs in a program of its own, so that its peak memory is its own. Of every table the rows of
both are put into a digest, in the same order; those of the index too, where both are SQLite's.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import numpy as np
from sqlalchemy import Engine, create_engine, text

from benchmarks.archive_corpus import STATEMENTS, Corpus, vectors
from memcon.archive import Archive, Entry
from memcon.archive.backup import Manifest, open_backup
from memcon.archive.database import where

ROOT = Path(__file__).resolve().parents[1]
_TOGETHER = 200
#: `memcon`, and at its end the kilobytes of memory that it had at most. What the system tells who waits
#: for a program has the memory of the one that started it in it.
_PROGRAM = """
from memcon.cli import main
try:
    main()
finally:
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def add(archive: Path, number: int) -> None:
    """Add so many documents."""
    of, made = np.random.default_rng(7), Corpus().records(number)
    with Archive(archive) as opened:
        while some := [*islice(made, _TOGETHER)]:
            opened.add_all(
                Entry(r.document, r, vectors=vectors(of, len(r.attributions))) for r in some
            )


def run(*arguments: str) -> str:
    """Run `memcon`; how long it took and its peak memory, in words."""
    begun = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments, "--quiet"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    took = time.perf_counter() - begun
    if ran.returncode:
        raise SystemExit(f"memcon {' '.join(arguments)} ended with {ran.returncode}")
    return f"{took:,.1f} s, peak {int(ran.stdout) / 1024:,.0f} MB"


def digests(engine: Engine, manifest: Manifest) -> dict[str, str]:
    """A digest of the rows of each table, in the order in which the backup has them."""
    made = {}
    with engine.connect() as connection:
        quote = engine.dialect.identifier_preparer.quote
        for part in manifest.parts:
            columns = ", ".join(map(quote, part.columns))
            key = ", ".join(str(n) for n in range(1, min(3, len(part.columns)) + 1))
            asked = text(f"SELECT {columns} FROM {part.table} ORDER BY {key}")
            made[part.table] = _digest(connection.execution_options(yield_per=100).execute(asked))
        if engine.dialect.name == "sqlite":
            asked = text("SELECT rowid, terms FROM archive_index ORDER BY rowid")
            made["archive_index"] = _digest(connection.execute(asked))
    return made


def _digest(rows: object) -> str:
    made = hashlib.sha256()
    for row in rows:  # type: ignore[attr-defined]
        made.update(repr(tuple(row)).encode())
    return made.hexdigest()


def compare(archive: Path, to: str, manifest: Manifest) -> str:
    """Whether both archives have the same rows, in words."""
    before, after = (digests(create_engine(where(one)), manifest) for one in (archive, to))
    differing = [table for table in after if before[table] != after[table]]
    return f"{', '.join(differing)} differ" if differing else f"all {len(after)} tables are equal"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="benchmarks.backup")
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--to", action="append", default=[])
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, backup = Path(folder) / "archive.db", Path(folder) / "archive.backup"
        add(archive, given.documents)
        size = archive.stat().st_size / 1e6
        print(
            f"{given.documents:,} documents, {given.documents * STATEMENTS:,} statements: archive "
            f"{size:,.0f} MB",
            flush=True,
        )
        took = run("backup", "--db", str(archive), str(backup))
        print(f"backup: {took}, {backup.stat().st_size / 1e6:,.0f} MB", flush=True)
        with open_backup(backup) as opened:
            manifest = opened.manifest
        for to in given.to or [str(Path(folder) / "restored.db")]:
            took = run("restore", "--db", to, str(backup))
            kind = where(to).get_backend_name()
            print(f"restore into {kind}: {took}", flush=True)
            print(f"  {compare(archive, to, manifest)}", flush=True)


if __name__ == "__main__":
    main()
