"""`memcon reread`: what an older engine has read; and `memcon archive`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.archive import Archive
from tests.cli.archive_runs import MONDAY, Run, desk, two_days

__all__ = ["desk", "two_days"]


@pytest.fixture
def newer(two_days: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer engine than the one that has read the two days."""

    class Model:
        digest = "sha256:0"

    monkeypatch.setenv("MEMCON_TEST_ENGINE", "0.2.0")
    monkeypatch.setattr("memcon.language.model.shipped_model", lambda: Model())
    monkeypatch.setattr("memcon.__version__", "0.2.0")


@pytest.mark.usefixtures("newer")
def test_what_an_older_engine_has_read_is_read_again_once(two_days: Run) -> None:
    assert two_days("reread", "--by-words").stdout == "2 documents read again: desk.db\n"
    assert two_days("reread", "--by-words").stdout == "0 documents read again: desk.db\n"
    with Archive("desk.db") as archive:
        assert {record.engine.version for record in archive.records()} == {"0.2.0"}
        assert archive.check() == []


@pytest.mark.usefixtures("newer")
def test_corrections_stay_and_what_fails_keeps_its_old_record(
    two_days: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive("desk.db") as archive:
        [hit] = archive.search("strait").hits
        archive.correct(hit.sha256, hit.spans, "speaker", "Vera Talvik", by="a clerk")
    assert two_days("reread", "--by-words").exit_code == 0
    assert two_days("search", "strait").stdout.startswith("  1  Vera Talvik")
    listed = two_days("archive", "corrections", "1").stdout
    assert "a clerk" in listed and "speaker “Ana Quill” → “Vera Talvik”" in listed


def test_no_archive(desk: Run) -> None:
    assert "there is no archive yet" in desk("reread").stderr


def test_documents_texts_and_originals(two_days: Run, folder: Path) -> None:
    listed = two_days("archive", "documents").stdout
    assert "1  monday.txt" in listed and "2  friday.txt" in listed
    [friday] = json.loads(two_days("archive", "documents", "friday", "-f", "json").stdout)
    assert friday["id"] == 2
    assert two_days("archive", "documents", "-f", "csv").stdout.startswith("document,title,")
    assert two_days("archive", "documents", "nobody").stdout == "No document is called so.\n"
    assert two_days("archive", "text", "1").stdout == MONDAY
    assert two_days("archive", "original", (folder / "monday.txt").as_uri()).stdout == MONDAY
    assert "1  added" in two_days("archive", "versions", "1").stdout


def test_the_archive_is_checked(two_days: Run) -> None:
    assert two_days("archive", "check").stdout == "desk.db: all is in order\n"
    with Archive("desk.db") as archive, archive.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM archive_index WHERE rowid = 1")
    result = two_days("archive", "check")
    assert (result.exit_code, result.stderr) == (
        1, "memcon: desk.db: 1 statements that are not in the index\n",
    )  # fmt: skip


def test_documents_that_are_not_there(two_days: Run) -> None:
    for arguments in (
        ("versions", "9"),
        ("diff", "https://x.example/"),
        ("text", "ffffffffffffff"),
    ):
        assert "there is no document" in two_days("archive", *arguments).stderr
    assert "document 1 has one version, and no 0" in two_days("archive", "diff", "1").stderr
