"""How many documents are lost with exit code 0: .venv/bin/python -m benchmarks.losses [--seconds N]

A run of `memcon add` or `memcon reread` meets what nobody wishes for: a line of JSON Lines with a bad
address, another program that holds SQLite's lock for 46 seconds, a PostgreSQL that is away for 45 (with
`--postgresql URL --stop COMMAND --start COMMAND`), a damaged Record. A document is lost if it was
given, is not in the archive as it should be, is not named on standard error, and the exit code is 0. The
reader is a stand-in for memcon's own (tests/cli/archive_stand_in.py).
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from memcon.archive import Archive

ROOT = Path(__file__).resolve().parents[1]
STAND_IN = ROOT / "tests" / "cli" / "archive_stand_in.py"


def documents(folder: Path, count: int) -> list[Path]:
    """Files of so many documents."""
    out = []
    for n in range(count):
        out.append(folder / f"{n:02}.txt")
        said = f"“Day {n} of the talks,” said Ana Quill. The lamp of pier {n} was lit at night.\n"
        out[-1].write_text(said, "utf-8")
    return out


def memcon(where: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start memcon with the stand-in."""
    return subprocess.Popen(
        [sys.executable, str(STAND_IN), *arguments, "--db", where],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def told(name: str, where: str, wanted: set[str], run: subprocess.Popen[str]) -> int:
    """Print and return how many are neither in the archive nor told of."""
    _, said = run.communicate()
    with Archive(where) as archive:
        have = {document.newest.name for document in archive.documents()}
    gone = wanted - have
    silent = 0 if run.returncode else len(gone)
    unnamed = len([one for one in gone if one not in said])
    print(
        f"{name}: {len(wanted)} given, {len(have & wanted)} in the archive, exit {run.returncode}; "
        f"lost with exit 0: {silent}; lost without being named: {unnamed}",
        flush=True,
    )
    return silent


def bad_line(folder: Path) -> int:
    """The third of six lines has an address that is none."""
    path, names = folder / "six.jsonl", set()
    with path.open("w", encoding="utf-8") as file:
        for n in range(6):
            names.add(f"{n}.txt")
            url = "http://[x" if n == 2 else f"https://courier.example/{n}"
            words = f"“Day {n} of the talks,” said Ana Quill. The lamp of pier {n} was lit."
            file.write(json.dumps({"name": f"{n}.txt", "text": words, "url": url}) + "\n")
    where = str(folder / "line.db")
    return told("bad line", where, names, memcon(where, "add", "--by-words", str(path)))


def locked(folder: Path, seconds: float) -> int:
    """Another program holds the lock while five documents are added, the second there already."""
    where = str(folder / "locked.db")
    files = documents(folder, 5)
    memcon(where, "add", "--by-words", "-q", str(files[1])).communicate()
    connection = sqlite3.connect(where, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    run = memcon(where, "add", "--by-words", *map(str, files))
    threading.Timer(seconds, connection.close).start()
    return told(f"locked for {seconds:g} s", where, {f.name for f in files}, run)


def away(folder: Path, seconds: float, given: argparse.Namespace) -> int:
    """PostgreSQL is stopped while twenty-five documents are added."""
    files = documents(folder, 25)
    run = memcon(given.postgresql, "add", "--by-words", *map(str, files), MEMCON_TEST_DELAY="0.3")
    time.sleep(3)
    subprocess.run(shlex.split(given.stop), check=True, capture_output=True)
    time.sleep(seconds)
    subprocess.run(shlex.split(given.start), check=True, stdout=subprocess.DEVNULL)
    return told(f"away for {seconds:g} s", given.postgresql, {f.name for f in files}, run)


def damaged(folder: Path) -> int:
    """One of forty Records is damaged, and all are to be read again."""
    where = str(folder / "damaged.db")
    memcon(where, "add", "--by-words", "-q", *map(str, documents(folder, 40))).communicate()
    connection = sqlite3.connect(where)
    connection.execute("UPDATE archive_records SET content = x'00' WHERE id = 5")
    connection.commit()
    connection.close()
    run = memcon(where, "reread", "--by-words", MEMCON_TEST_ENGINE="9.9.9")
    _, said = run.communicate()
    connection = sqlite3.connect(where)
    [[old]] = connection.execute("SELECT count(*) FROM archive_records WHERE version != '9.9.9'")
    connection.close()
    silent = 0 if run.returncode else old
    print(f"damaged Record: 40 to be read again, {old} left old, exit {run.returncode}; left old with "
          f"exit 0: {silent}\n  {said.strip()[:300]}", flush=True)  # fmt: skip
    return silent


def main() -> int:
    """All of them; returns how many documents were lost with exit code 0."""
    options = argparse.ArgumentParser(prog="benchmarks.losses")
    options.add_argument("--seconds", type=float, default=46.0, help="that the lock is held")
    options.add_argument("--postgresql", help="address of a database that is empty")
    options.add_argument("--stop", help="command that stops its server")
    options.add_argument("--start", help="command that starts it")
    given = options.parse_args()
    lost = 0
    for scene in (bad_line, lambda f: locked(f, given.seconds), damaged):
        with tempfile.TemporaryDirectory() as folder:
            lost += scene(Path(folder))
    if given.postgresql:
        with tempfile.TemporaryDirectory() as folder:
            lost += away(Path(folder), 45.0, given)
    print(f"lost with exit code 0: {lost}")
    return lost


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
