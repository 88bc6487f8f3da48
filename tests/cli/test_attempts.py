"""A document that cannot be read never stops the others, and is named with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from memcon.document import Document
from memcon.errors import ModelError
from memcon.sources import Failure, Loaded
from tests.cli.conftest import SAID, names


def write(folder: Path, *failing: int, count: int = 6) -> None:
    for number in range(count):
        text = "The reader is told to FAIL.\n" if number in failing else SAID
        (folder / f"{number}.txt").write_text(text, "utf-8")


@pytest.mark.parametrize("failing", [(0,), (3,), (5,), (2, 3), (0, 5), (1, 3), (0, 1, 2, 3, 4, 5)])
def test_the_rest_is_written_in_order(
    folder: Path, memcon: Callable, failing: tuple[int, ...]
) -> None:
    write(folder, *failing)
    result = memcon("read", ".", "-f", "jsonl", "--quiet")
    assert names(result.stdout) == [f"{n}.txt" for n in range(6) if n not in failing]
    told = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert told == [f"{n}.txt" for n in failing]
    assert "RuntimeError: the stand-in was told to fail" in result.stderr
    assert "please report it" in result.stderr
    assert result.exit_code == 1


def test_the_summary_counts(folder: Path, memcon: Callable) -> None:
    write(folder, 2, 3)
    assert "memcon: 2 of 6 documents failed\n" in memcon("read", ".", "-f", "csv").stderr


def test_one_document_that_fails_needs_no_summary(folder: Path, memcon: Callable) -> None:
    write(folder, 0, count=1)
    result = memcon("read", "0.txt", "-f", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_too_little_memory_for_one(
    folder: Path, memcon: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = import_module("memcon.cli.attempts")

    def full(_: Document) -> None:
        raise MemoryError

    def full_at_the_first(documents: Iterable[Document], **_: object) -> Iterator[None]:
        yield from map(full, documents)

    write(folder, count=2)
    monkeypatch.setattr(attempts, "read_many", full_at_the_first)
    monkeypatch.setattr(attempts, "read_document", full)
    result = memcon("read", "0.txt", "1.txt", "-f", "jsonl", "--quiet")
    assert result.exit_code == 1
    assert result.stderr == "".join(
        f"memcon: {number}.txt: there is not enough memory to read it; cut it into parts\n"
        for number in (0, 1)
    )


def test_without_a_model_there_is_no_use_in_going_on(
    folder: Path, memcon: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> Iterator[None]:
        raise ModelError("there is no model; install memcon again")

    write(folder, count=2)
    monkeypatch.setattr(import_module("memcon.cli.attempts"), "read_many", missing)
    result = memcon("read", ".", "-f", "jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "memcon: there is no model; install memcon again\n"


@pytest.mark.parametrize("given", [0, 1, 2, 5])
def test_a_source_that_fails_is_told_and_what_it_gave_is_read(given: int) -> None:
    def source() -> Iterator[Loaded]:
        for number in range(given):
            document = Document(name=f"{number}", text="Anna Berg said that the talks went well.")
            yield Loaded(document.name, 1, document)
        raise OSError("the folder went away")

    def read_many(documents: Iterable[Document], **_: object) -> Iterator[str]:
        yield from [document.name for document in documents]  # all are under way when it fails

    attempts = import_module("memcon.cli.attempts")
    failures: list[Failure] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attempts, "read_many", read_many)
        done = [record for _, record in attempts.attempt(source(), 1, failures.append)]
    assert done == [str(number) for number in range(given)]
    [told] = failures
    assert "no more can be had" in told.reason and "the folder went away" in told.reason
    assert (f"after {given} of them" in told.reason) == bool(given)
