"""A run does not read what it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAID, names


@pytest.mark.parametrize("format", ["text", "jsonl"])
@pytest.mark.parametrize("given", ["a.txt", "./a.txt", "link.txt"])
def test_an_output_that_is_an_input_is_wrong_use(
    folder: Path, memcon: Callable, format: str, given: str
) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / "link.txt").symlink_to("a.txt")
    result = memcon("read", given, "-f", format, "-o", "a.txt")
    assert result.exit_code == 2
    assert "--output a.txt is one of the files to read" in result.stderr
    assert (folder / "a.txt").read_text("utf-8") == SAID


def test_an_output_in_a_folder_that_is_read_is_left_out(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    for _ in range(2):  # The second time it is there from the first.
        result = memcon("read", ".", "-f", "jsonl", "-o", "out.jsonl")
        assert (result.exit_code, result.stderr) == (0, "")
        assert names((folder / "out.jsonl").read_bytes()) == ["a.txt"]


def test_an_output_named_beside_its_folder_is_wrong_use(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", ".", "a.txt", "-o", "a.txt")
    assert result.exit_code == 2
    assert (folder / "a.txt").read_text("utf-8") == SAID


def test_a_folder_that_holds_the_output_alone(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("read", ".", "-f", "jsonl", "-o", "a.txt")
    assert result.exit_code == 2
    assert "there is no file to read but --output a.txt itself" in result.stderr
    assert (folder / "a.txt").read_text("utf-8") == SAID


def test_standard_output_led_to_a_file_of_the_folder(folder: Path, process: Callable) -> None:
    # memcon read . -f jsonl > out.jsonl
    (folder / "a.txt").write_text(SAID, "utf-8")
    with (folder / "out.jsonl").open("wb") as out:
        run = process("read", ".", "-f", "jsonl", stdout=out)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (0, b"")
    assert names((folder / "out.jsonl").read_bytes()) == ["a.txt"]


def test_standard_input_that_is_the_output(folder: Path, process: Callable) -> None:
    # memcon read - -f jsonl -o a.txt < a.txt
    (folder / "a.txt").write_text(SAID, "utf-8")
    with (folder / "a.txt").open("rb") as data:
        run = process("read", "-", "-f", "jsonl", "-o", "a.txt", stdin=data)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 2
    assert b"--output a.txt is one of the files to read" in err
    assert (folder / "a.txt").read_text("utf-8") == SAID
