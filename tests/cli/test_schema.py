"""`memcon schema` prints what programs check Records against."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import SAID
from tests.cli.test_output import FULL, needs_full


def test_what_read_gives_is_valid(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    result = memcon("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    schema = json.loads(result.stdout)
    record = json.loads(memcon("read", "a.txt", "-f", "json").stdout)
    Draft202012Validator(schema).validate(record)


def test_it_is_the_published_one(memcon: Callable) -> None:
    from memcon.schema import published_schema

    assert json.loads(memcon("schema").stdout) == published_schema()


@needs_full
def test_a_full_disk(process: Callable) -> None:
    with FULL.open("wb") as full:
        run = process("schema", stdout=full)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert err.startswith(b"memcon: standard output cannot be written: no space left on device")


@pytest.mark.parametrize("arguments", [("x",), ("--format", "json")])
def test_it_takes_no_arguments(memcon: Callable, arguments: tuple[str, ...]) -> None:
    assert memcon("schema", *arguments).exit_code == 2
