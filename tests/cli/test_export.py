"""`memcon export` and `memcon import`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from memcon.cli.export import Format
from memcon.cli.import_ import Format as Readable
from memcon.exchange import FORMATS
from memcon.exchange.jsonl import read
from tests.cli.conftest import SAID


@pytest.fixture
def said(folder: Path) -> Path:
    """A document in which the stand-in finds one quotation."""
    (folder / "a.txt").write_text(SAID, "utf-8")
    return folder


def test_the_command_knows_all_formats() -> None:
    assert [str(format) for format in Format] == list(FORMATS)
    assert {str(format) for format in Readable} == {n for n, f in FORMATS.items() if f.reader}


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_in_each_format(said: Path, memcon: Callable, format: str) -> None:
    result = memcon("export", "a.txt", "-f", format, "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "memcon: 1 document written to out\n")
    shape = "folder" if (said / "out").is_dir() else "file"
    assert shape == FORMATS[format].shape
    assert not list(said.glob(".*"))


@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.reader])
def test_what_was_written_is_read_back(said: Path, memcon: Callable, format: str) -> None:
    memcon("export", "a.txt", "-f", format, "-o", "out")
    result = memcon("import", "out", "-f", format)
    assert (result.exit_code, result.stderr) == (0, "")
    line = json.loads(result.stdout)
    (attribution,) = line["record"]["attributions"]
    assert attribution["content"] == [[0, 21]]
    assert line["text"] == SAID


def test_kept_records_are_not_read_again(said: Path, memcon: Callable) -> None:
    memcon("export", "a.txt", "-f", "jsonl", "-o", "kept.jsonl")
    kept = (said / "kept.jsonl").read_text("utf-8")
    # The stand-in fails on this text, so that it cannot have read it.
    line = kept.replace("harbour minister", "FAILour minister")
    record = json.loads(line)
    del record["record"]["document"]["sha256"]
    (said / "kept.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    assert memcon("export", "kept.jsonl", "a.txt", "-f", "jsonl", "-o", "out.jsonl").exit_code == 0
    assert [r.text.split()[5] for r in read(said / "out.jsonl")] == ["FAILour", "harbour"]


def test_a_dna_file_becomes_records_and_a_brat_folder(said: Path, memcon: Callable) -> None:
    memcon("export", "a.txt", "-f", "dna", "-o", "a.dna")
    memcon("import", "a.dna", "-f", "dna", "-o", "records.jsonl")
    assert memcon("export", "records.jsonl", "-f", "brat", "-o", "brat").exit_code == 0
    assert (said / "brat" / "a.txt").read_text("utf-8") == SAID


def test_failures_are_named_and_the_rest_is_written(said: Path, memcon: Callable) -> None:
    (said / "b.txt").write_text("FAIL", "utf-8")
    result = memcon("export", ".", "-f", "dna", "-o", "out.dna")
    assert result.exit_code == 1
    assert "b.txt" in result.stderr
    with closing(sqlite3.connect(said / "out.dna")) as connection:
        assert connection.execute("SELECT count(*) FROM DOCUMENTS").fetchone() == (1,)


def test_where_nothing_was_read_nothing_is_written(said: Path, memcon: Callable) -> None:
    (said / "out.dna").write_text("before", "utf-8")
    result = memcon("export", "none.txt", "-f", "dna", "-o", "out.dna")
    assert result.exit_code == 1
    assert result.stderr.endswith("memcon: nothing written to out.dna\n")
    assert (said / "out.dna").read_text("utf-8") == "before"


@pytest.mark.parametrize(
    ("output", "format", "message"),
    [("a.txt/x", "dna", "cannot be written"), ("full", "brat", "full is not empty"),
     ("b.txt", "brat", "is a file, and brat writes a folder"),
     ("full", "dna", "is a folder, and dna writes one file")],
)  # fmt: skip
def test_places_that_cannot_be_written(
    said: Path, memcon: Callable, output: str, format: str, message: str
) -> None:
    (said / "full").mkdir()
    (said / "full" / "kept.txt").write_text("x", "utf-8")
    (said / "b.txt").write_text("x", "utf-8")
    result = memcon("export", "a.txt", "-f", format, "-o", output)
    assert result.exit_code == 1
    assert message in result.stderr
    assert (said / "full" / "kept.txt").exists() and (said / "b.txt").read_text("utf-8") == "x"


def test_a_broken_file_is_told_of(said: Path, memcon: Callable) -> None:
    result = memcon("import", "a.txt", "-f", "jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith("memcon: a.txt:1: the line is not JSON")
    result = memcon("import", "a.txt", "-f", "dna", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert "no file of DNA 3" in result.stderr
    assert not (said / "out.jsonl").exists()


def test_formats_that_cannot_be_read_back_are_not_offered(said: Path, memcon: Callable) -> None:
    result = memcon("import", "a.txt", "-f", "tei")
    assert result.exit_code == 2
    assert "'tei' is not one of" in result.stderr


@pytest.mark.parametrize("format", ["jsonl", "dna", "brat"])
@pytest.mark.parametrize("output", ["a.txt/out", "/proc/none/out"])
def test_an_output_that_cannot_be(said: Path, memcon: Callable, format: str, output: str) -> None:
    result = memcon("export", "a.txt", "-f", format, "-o", output)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "give another --output" in result.stderr


def test_what_cannot_be_removed_hides_no_error(
    said: Path, memcon: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a read-only folder writing fails, and so does removing what was not written.
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    result = memcon("export", "a.txt", "-f", "jsonl", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr == (
        "memcon: out cannot be written: permission denied; give another --output\n"
    )
