"""Commands on an archive with a damaged Record: it is named, the rest is done, and the exit code is 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.archive import Archive
from tests.archive.conftest import FRIDAY, MONDAY
from tests.archive.harm import damage
from tests.cli.archive_runs import Run, desk, two_days

__all__ = ["desk", "two_days"]

NAMED = (
    f"memcon: the Record of the text {MONDAY.document.sha256[:12]}: damaged, it is not what it was"
)


@pytest.fixture
def damaged(folder: Path, desk: Run) -> Run:
    """`memcon` on an archive of two days, of which the Record of the first is damaged."""
    with Archive("desk.db") as archive:
        archive.add_all([FRIDAY, MONDAY])
        damage(archive, MONDAY, content=b"junk")
    return desk


@pytest.mark.parametrize(
    "command",
    [("timeline",), ("network",), ("network", "--normalisation", "congruence")],
)
def test_charts_are_drawn_of_the_rest(damaged: Run, command: tuple[str, ...]) -> None:
    result = damaged(*command)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(NAMED) and result.stderr.endswith("; it is left out\n")
    assert result.stdout


@pytest.mark.parametrize("output", [(), ("-o", "corrections.jsonl")])
def test_corrections_of_the_rest_are_exported(
    folder: Path, desk: Run, output: tuple[str, ...]
) -> None:
    with Archive("desk.db") as archive:
        archive.add_all([FRIDAY, MONDAY])
        for made in (FRIDAY, MONDAY):
            spans = made.attributions[0].content
            archive.correct(made.document.sha256, spans, "type", "indirect", by="amal")
        damage(archive, MONDAY, content=b"junk")
    result = desk("export", "corrections", *output)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert result.stderr.startswith(NAMED) and result.stderr.endswith("; it is left out\n")
    written = (folder / output[1]).read_text("ascii") if output else result.stdout
    assert [json.loads(line)["sha256"] for line in written.splitlines()] == [FRIDAY.document.sha256]


def test_topics_are_counted_from_the_tables_alone(damaged: Run) -> None:
    result = damaged("topics")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "the strait" in result.stdout and "lighthouse" in result.stdout


def test_the_check_names_it(damaged: Run) -> None:
    result = damaged("archive", "check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(NAMED.replace("memcon:", "memcon: desk.db:"))


@pytest.mark.parametrize("number", [1, 2])
def test_the_rest_is_read_again(
    two_days: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    class Model:
        digest = "sha256:0"

    monkeypatch.setenv("MEMCON_TEST_ENGINE", "0.2.0")
    monkeypatch.setattr("memcon.language.model.shipped_model", lambda: Model())
    monkeypatch.setattr("memcon.__version__", "0.2.0")
    with Archive("desk.db") as archive, archive.database.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE archive_records SET content = x'00' WHERE id = ?", (number,)
        )
    result = two_days("reread", "--by-words")
    assert result.exit_code == 1
    assert "damaged, it is not what it was" in result.stderr
    assert result.stdout == "1 document read again, 1 failed: desk.db\n"
