"""`memcon network`: who speaks of whom, measures, and discourse networks."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from memcon.archive import Archive
from tests.archive.conftest import KESTRIA, MONDAY, record
from tests.cli.archive_runs import Run, desk

__all__ = ["desk"]

#: Both speak against Kestria, so that they are joined by one position.
AGREED = record(
    "“Kestria has broken its word,” said Ana Quill.\n“Kestria must answer,” said Ruben Harnes.\n",
    KESTRIA, stances=((0, "Kestria", -1), (1, "Kestria", -1)), date="2031-05-01",
)  # fmt: skip


def table(run: Run, *options: str) -> list[dict[str, str]]:
    with Archive("desk.db") as archive:
        archive.add_all([MONDAY, AGREED])
    return list(csv.DictReader(io.StringIO(run("network", "-f", "csv", *options).stdout)))


def test_edges(folder: Path, desk: Run) -> None:
    first = table(desk)[0]
    assert (first["source"], first["target"]) == ("Ana Quill", "Kestria")
    assert (first["statements"], first["negative"], first["documents"]) == ("2", "2", "2")


def test_actors_by_a_measure(folder: Path, desk: Run) -> None:
    found = {row["actor"]: float(row["spoken-of"]) for row in table(desk, "--measure", "spoken-of")}
    assert found == {"Kestria": 3, "Ossel": 1, "Ana Quill": 0, "Ruben Harnes": 0}


def test_who_agrees_with_whom(folder: Path, desk: Run) -> None:
    [bond] = table(desk, "--normalisation", "congruence", "--divide", "no")
    assert (bond["one"], bond["other"], float(bond["weight"])) == ("Ana Quill", "Ruben Harnes", 1)
    assert not table(desk, "--normalisation", "conflict")
