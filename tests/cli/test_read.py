"""`memcon read`: what is asked for, in which form, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAID, names, records


def test_the_report_is_the_default(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", "a.txt")
    assert "“The lamps stay lit,”" in result.stdout
    assert "said" in result.stdout
    assert (result.exit_code, result.stderr) == (0, "")


def test_json_is_one_record(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    record = json.loads(memcon("read", "a.txt", "--format", "json").stdout)
    assert record["schema"] == 1
    assert record["document"]["name"] == "a.txt"
    [[start, end]] = record["attributions"][0]["content"]
    assert SAID[start:end] == "“The lamps stay lit,”"


def test_json_lines_are_one_record_a_line(folder: Path, memcon: Callable) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(SAID, "utf-8")
    result = memcon("read", "b.txt", "a.txt", "-f", "jsonl")
    assert names(result.stdout) == ["b.txt", "a.txt"]
    assert result.stdout.endswith("\n")


def test_csv_is_one_table_of_all_documents(folder: Path, memcon: Callable) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(SAID, "utf-8")
    table = memcon("read", ".", "-f", "csv").stdout_bytes.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["document"] for row in rows] == ["a.txt", "b.txt"]
    assert {row["content"] for row in rows} == {"“The lamps stay lit,”"}


def test_markdown_has_a_rule_between_documents(folder: Path, memcon: Callable) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(SAID, "utf-8")
    first, second = memcon("read", ".", "-f", "md").stdout.split("\n---\n\n")
    assert "a.txt" in first
    assert "b.txt" in second


def test_html_is_one_page(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    page = memcon("read", "a.txt", "-f", "html").stdout
    assert page.lower().startswith("<!doctype html>")
    assert "The lamps stay lit" in page


def test_standard_input_is_a_dash(memcon: Callable) -> None:
    result = memcon("read", "-", "-f", "json", stdin=SAID.encode())
    assert json.loads(result.stdout)["document"]["name"] == "standard input"


@pytest.mark.parametrize(
    "data",
    [
        '{"text": "She said no.", "name": "n"}\n{"text": "He said yes.", "name": "m"}\n',
        '[{"text": "She said no.", "name": "n"}, {"text": "He said yes.", "name": "m"}]',
        '[\n {\n  "text": "She said no.",\n  "name": "n"\n },\n {"text": "Yes.", "name": "m"}\n]\n',
    ],
    ids=["lines", "a list", "a list on many lines"],
)
def test_standard_input_may_be_json(memcon: Callable, data: str) -> None:
    assert names(memcon("read", "-", "-f", "jsonl", stdin=data.encode()).stdout) == ["n", "m"]


def test_one_json_object_on_many_lines_of_standard_input(memcon: Callable) -> None:
    data = b'{\n "text": "She said no.",\n "name": "n"\n}\n'
    result = memcon("read", "-", "-f", "json", stdin=data)
    assert json.loads(result.stdout)["document"]["name"] == "n"


def test_files_folders_and_standard_input_together_in_their_order(
    folder: Path, memcon: Callable
) -> None:
    (folder / "in/deep").mkdir(parents=True)
    for name in ("in/deep/b.txt", "in/a.md", "in/.hidden.txt", "z.txt"):
        (folder / name).write_text(SAID, "utf-8")
    (folder / "in/picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = memcon("read", "z.txt", "-", "in", "-f", "jsonl", stdin=SAID.encode())
    assert names(result.stdout) == ["z.txt", "standard input", "a.md", "b.txt"]
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument"),
        (("a.txt", "--format", "xml"), "'xml' is not one of"),
        (("a.txt", "--threads", "0"), "Invalid value for '--threads'"),
        (("a.txt", "--loud"), "No such option"),
        (("-", "-"), "standard input (-) can be read once only"),
        (("a.txt", "b.txt", "-f", "json"), "use --format jsonl, which writes one Record a line"),
        (("a.txt", "b.txt", "-f", "html"), "--format html holds one document"),
        (("two.jsonl", "-f", "json"), "--format json holds one document"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(
    folder: Path, memcon: Callable, arguments: tuple[str, ...], message: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(SAID, "utf-8")
    (folder / "two.jsonl").write_text('{"text": "Yes."}\n{"text": "No."}\n')
    result = memcon("read", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_quiet_names_failures_and_says_no_more(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    loud = memcon("read", "a.txt", "gone.txt")
    quiet = memcon("read", "a.txt", "gone.txt", "--quiet")
    gone, summary = loud.stderr.splitlines()
    assert summary == "memcon: 1 of 2 documents failed"
    assert quiet.stderr.splitlines() == [gone]
    assert (loud.exit_code, quiet.exit_code) == (1, 1)


def test_the_number_of_threads_changes_nothing(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    one, four = (memcon("read", "a.txt", "-f", "jsonl", "--threads", n).stdout for n in "14")
    assert one == four


def test_a_web_page(folder: Path, memcon: Callable) -> None:
    (folder / "a.html").write_text(f"<html><body><p>{SAID}</p></body></html>", "utf-8")
    [record] = records(memcon("read", "a.html", "-f", "jsonl").stdout)
    assert record["attributions"][0]["content"] == [[0, 21]]


def test_a_pipe_that_is_named(folder: Path, process: Callable) -> None:
    # As in `memcon read <(command)`.
    os.mkfifo(folder / "pipe")
    run = process("read", "pipe", "-f", "jsonl")
    (folder / "pipe").write_text(SAID, "utf-8")  # Waits until it is opened for reading.
    out, err = run.communicate(timeout=60)
    assert (names(out), err, run.returncode) == (["pipe"], b"", 0)
