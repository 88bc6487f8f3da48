"""Where Records go: whole, or line by line, or nowhere any more."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAID, names

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="there is no /dev/full here")


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "md", "html"])
def test_a_file_holds_what_standard_output_would(
    folder: Path, memcon: Callable, format: str
) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", "a.txt", "-f", format, "-o", "out")
    assert (result.exit_code, result.output) == (0, "")
    assert (folder / "out").read_bytes() == memcon("read", "a.txt", "-f", format).stdout_bytes


def test_a_report_in_a_file_has_no_colours(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    memcon("read", "a.txt", "a.txt", "--output", "out")
    report = (folder / "out").read_text("utf-8")
    assert report.count("“The lamps stay lit,”") == 2
    assert "\x1b" not in report


def test_nothing_is_left_beside_the_file(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    memcon("read", "a.txt", "-o", "out")
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "out"]


def test_a_file_is_kept_when_every_document_fails(folder: Path, memcon: Callable) -> None:
    (folder / "out").write_text("of yesterday")
    assert memcon("read", "gone.txt", "-f", "html", "-o", "out").exit_code == 1
    assert (folder / "out").read_text() == "of yesterday"
    assert list(folder.iterdir()) == [folder / "out"]


def test_a_link_is_written_through_and_rights_are_kept(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / "real").write_text("of yesterday")
    (folder / "real").chmod(0o640)
    (folder / "link").symlink_to("real")
    for format in ("md", "jsonl"):
        memcon("read", "a.txt", "-f", format, "-o", "link")
        assert (folder / "link").is_symlink()
        assert "said" in (folder / "real").read_text("utf-8") or format == "jsonl"
        assert (folder / "real").stat().st_mode & 0o777 == 0o640
    assert names((folder / "real").read_bytes()) == ["a.txt"]


@pytest.mark.parametrize("format", ["text", "jsonl"])
@pytest.mark.parametrize(
    ("output", "why"), [("gone/out", "no such file or directory"), ("in", "is a directory")]
)
def test_an_output_that_cannot_be_opened(
    folder: Path, memcon: Callable, format: str, output: str, why: str
) -> None:
    (folder / "in").mkdir()
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", "a.txt", "-f", format, "-o", output)
    assert result.exit_code == 1
    assert result.stderr == f"memcon: {output} cannot be written: {why}; give another --output\n"


@needs_full
@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_a_full_disk(folder: Path, memcon: Callable, format: str) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", "a.txt", "-f", format, "-o", str(FULL))
    assert result.exit_code == 1
    assert result.stderr == (
        "memcon: /dev/full cannot be written: no space left on device; give another --output\n"
    )


@needs_full
@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_standard_output_on_a_full_disk(folder: Path, process: Callable, format: str) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    with FULL.open("wb") as full:
        run = process("read", "a.txt", "-f", format, stdout=full)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert err.decode() == (
        "memcon: standard output cannot be written: no space left on device; give another --output\n"
    )


@pytest.mark.parametrize("format", ["md", "jsonl"])
def test_an_output_that_is_a_pipe(folder: Path, process: Callable, format: str) -> None:
    # As is -o /dev/stdout, and what -o >(command) gives.
    (folder / "a.txt").write_text(SAID, "utf-8")
    run = process("read", "a.txt", "-f", format, "-o", "/dev/stdout")
    out, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (0, b"")
    assert b"a.txt" in out


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_a_reader_that_stops_early_is_no_failure(
    folder: Path, process: Callable, format: str
) -> None:
    # memcon read many.jsonl | head -1, with more to come than a pipe holds.
    (folder / "many.jsonl").write_text('{"text": "“No,” the minister said to the press."}\n' * 1000)
    run = process("read", "many.jsonl", "-f", format)
    assert run.stdout.readline()
    run.stdout.close()
    err = run.stderr.read()
    run.stderr.close()
    assert (run.wait(timeout=60), err) == (0, b"")


def test_a_reader_that_stops_early_and_a_document_that_failed(
    folder: Path, process: Callable
) -> None:
    many = '{"text": "“No,” the minister said to the press."}\n' * 1000
    (folder / "many.jsonl").write_text("{}\n" + many)
    run = process("read", "many.jsonl", "-f", "jsonl")
    assert run.stdout.readline()
    run.stdout.close()
    err = run.stderr.read()
    run.stderr.close()
    assert run.wait(timeout=60) == 1
    assert err == b'memcon: many.jsonl:1: the object has no "text"; name the field so\n'


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        (0, b"memcon: standard input: it is closed; give a file or a pipe\n"),
        (1, b"memcon: standard output is closed; give an --output\n"),
    ],
)
def test_a_closed_stream_is_told(
    folder: Path, process: Callable, stream: int, message: bytes
) -> None:
    run = process("read", "-", preexec_fn=lambda: os.close(stream))
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (1, message)


def test_an_encoding_without_quotation_marks(
    folder: Path, process: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (folder / "a.txt").write_text(SAID, "utf-8")
    out, err = process("read", "a.txt").communicate(timeout=60)
    assert b'"The lamps stay lit,"' in out
    assert err == b""
