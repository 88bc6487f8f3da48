"""Whether `memcon add` survives being killed.

    .venv/bin/python -m benchmarks.archive_kill [N] [--seed S] [--db URL]

A program that adds documents is killed (SIGKILL) at N random moments, 500 without a number, and started
again each time; a new archive is begun whenever all documents are in. After each kill the archive is
checked: its file, its index against its tables, its texts against their digests; and whenever it is
complete, whether every document is there once. The reader is a stand-in for memcon's own
(tests/cli/archive_stand_in.py), which takes a few milliseconds a document, so that most kills fall into
the keeping; where the machine grows slower or faster meanwhile, the moments follow. `--db` may be given
several times; of PostgreSQL's, the database must be empty.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from memcon.archive import Archive
from memcon.archive.tables import Table

ROOT = Path(__file__).resolve().parents[1]
STAND_IN = ROOT / "tests" / "cli" / "archive_stand_in.py"
DOCUMENTS = 60
#: By how much later the next moments are after a kill that was too early to meet anything.
_SLOWER = 1.05


def write_documents(path: Path) -> None:
    """A file of documents, some of which are nearly the same, and two quite."""
    with path.open("w", encoding="utf-8") as file:
        for day in range(DOCUMENTS):
            words = f"“Day {day // 2} of the talks,” said Ana Quill. " + "The lamp was lit. " * 40
            made = {"name": f"{day}.txt", "text": words + (f"Edition {day}." if day % 10 else "")}
            made["url"] = f"https://courier.example/{day}"
            file.write(json.dumps(made) + "\n")


def start(where: str, documents: Path) -> subprocess.Popen[bytes]:
    """Start adding."""
    command = [
        sys.executable,
        str(STAND_IN),
        "add",
        "--by-words",
        "-q",
        "--db",
        where,
        str(documents),
    ]
    environment = {**os.environ, "MEMCON_TEST_DELAY": "0.005", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


def problems(where: str, *, complete: bool) -> list[str]:
    """What is wrong with the archive, in words."""
    with Archive(where) as archive:
        found = archive.check()
        names = sorted(document.newest.name for document in archive.documents())
        wanted = sorted(f"{day}.txt" for day in range(DOCUMENTS))
        if len(set(names)) != len(names):
            found.append(f"{len(names) - len(set(names))} documents are there twice")
        if complete and names != wanted:
            found.append(f"{len(set(wanted) - set(names))} documents are lost")
        return found


def empty(where: str) -> None:
    """Let the archive be begun anew."""
    if "://" not in where:
        for end in ("", "-wal", "-shm"):
            Path(where + end).unlink(missing_ok=True)
        return
    with Archive(where) as archive, archive.database.engine.begin() as connection:
        tables = [t.name for t in reversed(Table.metadata.sorted_tables)]
        tables.remove("archive_settings")
        for table in ("archive_index", *tables):
            connection.execute(text(f"DELETE FROM {table}"))


def run(where: str, kills: int, seed: int, documents: Path) -> int:
    """Kill so many times; how often something was wrong."""
    of, wrong, done, meanwhile, complete = random.Random(seed), 0, 0, 0, 0
    begun = time.monotonic()
    first = start(where, documents)
    first.communicate()
    longest = time.monotonic() - begun
    while True:
        found = problems(where, complete=True)
        complete += 1
        wrong += _tell(done, found)
        if done >= kills:
            break
        empty(where)
        before = 0
        while done < kills:
            program = start(where, documents)
            try:
                _, told = program.communicate(timeout=of.uniform(0.2, 1.1) * longest)
            except subprocess.TimeoutExpired:
                program.send_signal(signal.SIGKILL)
                program.communicate()
                done += 1
                wrong += _tell(done, problems(where, complete=False))
                added = (now := _count(where)) > before
                meanwhile, before = meanwhile + added, now
                longest *= 1 if added else _SLOWER
                if done % 50 == 0:
                    print(f"  killed {done} times, something wrong {wrong} times", flush=True)
                continue
            if program.returncode != 0:
                wrong += _tell(done, [f"it ended with {program.returncode}: {told!r}"])
            longest /= _SLOWER
            break
        start(where, documents).communicate()
    kind = "PostgreSQL" if "://" in where else "SQLite"
    print(
        f"{kind}: killed {done} times, {meanwhile} of them after it had added something; complete "
        f"{complete} times; {wrong or 'never'} anything wrong",
        flush=True,
    )
    return wrong


def _tell(kill: int, found: list[str]) -> bool:
    for problem in found:
        print(f"kill {kill}: {problem}", flush=True)
    return bool(found)


def _count(where: str) -> int:
    with Archive(where) as archive:
        return len(archive.documents())


def main() -> None:
    """Print what came of it; exit code 1 if anything was wrong."""
    options = argparse.ArgumentParser(prog="benchmarks.archive_kill")
    options.add_argument("kills", type=int, nargs="?", default=500)
    options.add_argument("--seed", type=int, default=1, help="of the moments, for a run in parts")
    options.add_argument("--db", action="append", default=[])
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "days.jsonl"
        write_documents(documents)
        places = given.db or [str(Path(folder) / "archive.db")]
        sys.exit(
            1 if sum(run(where, given.kills, given.seed, documents) for where in places) else 0
        )


if __name__ == "__main__":
    main()
