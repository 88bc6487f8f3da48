"""Adding: what is kept of a Record; two programs at once; one that is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from memcon.record import Title
from memcon.registry import Held, Registry
from tests.registry.conftest import actor, record

ROOT = Path(__file__).resolve().parents[2]
#: Adds a hundred documents, and says when it begins.
PROGRAM = """
import sys
from memcon.registry import Registry
from tests.registry.conftest import actor, record
with Registry(sys.argv[1]) as registry:
    print("begun", flush=True)
    for day in range(100):
        text = f"Day {day}: Foreign Minister Oda Ferris met Ilse Maravel."
        registry.add(record(text, actor("Oda Ferris", "Foreign Minister"), actor("Ilse Maravel")))
"""


def started(database: Path) -> subprocess.Popen[bytes]:
    """A process that adds the documents."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(database)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )


def test_titles_keep_their_place_and_day(registry: Registry) -> None:
    text = "Foreign Minister Oda Ferris left."
    title = Title(words="Foreign Minister", span=(0, 16), how="before the name")
    told = actor("Oda Ferris", "Foreign Minister", title_spans=(title,))
    registry.add(record(text, told, date="2024-07-03"))
    [entry] = registry.entries()
    assert entry.titles == (Held("Foreign Minister", "2024-07-03"),)


def test_titles_without_a_place_are_kept_as_well(registry: Registry) -> None:
    registry.add(record("Oda Ferris left.", actor("Oda Ferris", "Ms")))
    [entry] = registry.entries()
    assert (entry.titles, entry.gender) == ((Held("Ms", None),), "f")


def test_other_forms_of_the_name_are_kept_once(registry: Registry) -> None:
    text = "Oda Ferris left. Ms Ferris said so. She, Ms Ferris, left."
    mentions = ((0, 10), (17, 26), (36, 39), (41, 50))
    told = {
        "id": "p1", "name": "Oda Ferris", "kind": "person", "mentions": mentions,
        "forms": ("name", "name", "pronoun", "name"),
    }  # fmt: skip
    made = record(text).model_copy(update={"actors": ()})
    made = type(made).model_validate(
        {**made.model_dump(by_alias=True), "document": made.document, "actors": [told]}
    )
    registry.add(made)
    [entry] = registry.entries()
    assert entry.names == ("Ms Ferris",)


def test_a_name_that_would_act_on_the_terminal_is_spelt_out(registry: Registry) -> None:
    registry.add(record("Oda\x1b[2J Ferris", actor("Oda\x1b[2J Ferris")))
    [entry] = registry.entries()
    assert entry.name == "Oda⟨U+001B⟩[2J Ferris"


def test_two_programs_at_once_add_each_document_once(tmp_path: Path) -> None:
    database = tmp_path / "actors.db"
    both = [started(database), started(database)]
    assert [run.communicate(timeout=120)[0] for run in both] == [b"begun\n"] * 2
    assert [run.returncode for run in both] == [0, 0]
    with Registry(database) as registry:
        entries = registry.entries()
    assert len(entries) == 200
    assert len({(entry.sha256, entry.key) for entry in entries}) == 200


def test_killed_in_the_middle_nothing_is_lost_and_nothing_repeated(tmp_path: Path) -> None:
    database = tmp_path / "actors.db"
    run = started(database)
    assert run.stdout is not None
    run.stdout.readline()
    with Registry(database) as registry:
        while not registry.entries():
            assert run.poll() is None
            time.sleep(0.005)
        os.kill(run.pid, signal.SIGKILL)
        run.wait(timeout=60)
        run.stdout.close()
        kept = registry.entries()
    # Each document is whole: both of its actors, or neither.
    assert 0 < len(kept) < 200
    assert len(kept) % 2 == 0
    again = started(database)
    again.communicate(timeout=120)
    with Registry(database) as registry:
        entries = registry.entries()
    assert entries[: len(kept)] == kept
    assert len({entry.sha256 for entry in entries}) == 100
    assert len(entries) == 200
