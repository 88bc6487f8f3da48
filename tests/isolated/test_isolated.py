"""A process of its own for the reader: the same Records, and limits that cost one document only."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from memcon.document import Document
from memcon.isolated import Limits, read_document, read_embedded, read_many, stopper
from memcon.isolated.limits import LimitsError, TooLongError
from memcon.isolated.process import own_process
from memcon.isolated.reading import ReadingError
from memcon.reading import read_many as read_here

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
TEXTS = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))[:4]]
DOCUMENTS = [Document(name=f"{n}", text=text) for n, text in enumerate(TEXTS)]


def test_the_records_are_those_that_are_read_here() -> None:
    there = [record.to_json() for record in read_many(DOCUMENTS)]
    assert there == [record.to_json() for record in read_here(DOCUMENTS)]


def test_with_the_vectors_of_the_statements() -> None:
    for record, vectors in read_embedded(DOCUMENTS[:2]):
        assert vectors.shape == (len(record.attributions), 384)


def test_one_process_reads_one_document_after_the_other() -> None:
    read_document(DOCUMENTS[0])
    process = own_process(Limits.of_environment())
    read_document(DOCUMENTS[1])
    assert own_process(Limits.of_environment()) is process


def test_who_stops_in_the_middle_leaves_no_answer_for_the_next() -> None:
    some = read_many(DOCUMENTS)
    next(some)
    some.close()
    assert read_document(DOCUMENTS[3]).text == DOCUMENTS[3].text


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    read_document(DOCUMENTS[0])
    monkeypatch.setattr(Limits, "seconds_for", lambda *_: 0.0)
    with pytest.raises(TooLongError, match="MEMCON_READ_SECONDS"):
        read_document(DOCUMENTS[1])
    monkeypatch.undo()
    assert read_document(DOCUMENTS[1]).attributions


def test_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    # The text is none too large; the limit is less than the model itself takes.
    small = Limits(memory=50_000_000)
    monkeypatch.setattr(Limits, "of_environment", lambda: small)
    with pytest.raises((MemoryError, ReadingError)):
        read_document(DOCUMENTS[0])
    monkeypatch.undo()
    assert read_document(DOCUMENTS[0]).attributions


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_process_that_is_ended_from_outside(number: signal.Signals) -> None:
    read_document(DOCUMENTS[0])
    process = own_process(Limits.of_environment())

    def documents() -> Iterator[Document]:
        os.kill(process._process.pid or 0, number)
        yield DOCUMENTS[1]

    with pytest.raises((MemoryError, ReadingError)):
        list(read_many(documents()))
    assert read_document(DOCUMENTS[1]).attributions


def test_another_thread_stops_the_reading() -> None:
    read_document(DOCUMENTS[0])
    stop = stopper()

    def documents() -> Iterator[Document]:
        thread = Thread(target=stop)
        thread.start()
        thread.join()
        yield DOCUMENTS[1]

    with pytest.raises(ReadingError, match="stopped"):
        list(read_many(documents()))
    assert read_document(DOCUMENTS[1]).attributions


@pytest.mark.parametrize(
    ("name", "given"),
    [("MEMCON_READ_SECONDS", "soon"), ("MEMCON_READ_MEMORY", "12"), ("MEMCON_READ_SECONDS", "²")],
)
def test_limits_that_are_none(name: str, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(LimitsError, match=name):
        Limits.of_environment()


def test_limits_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_READ_SECONDS", "30")
    monkeypatch.setenv("MEMCON_READ_MEMORY", "2048")
    limits = Limits.of_environment()
    assert (limits.seconds_for(50_000), limits.memory) == (130.0, 2048 * 1024 * 1024)
    monkeypatch.setenv("MEMCON_READ_SECONDS", "0")
    assert Limits.of_environment().seconds_for(1) == float("inf")
