"""A part of a Record that memcon fails on stays empty, is told of, and leaves the others as they are."""

from __future__ import annotations

import logging

import pytest

import memcon
from memcon.errors import ModelError
from memcon.record import Attribution, Meeting, Record

TALKS = """Foreign Minister Ludovic Harnes met President Dara Quill in Talvik on Monday, 3 May 2027.

Harnes said that Ossel had sent aid to Kestria. Quill condemned the attack.
"""


@pytest.fixture(scope="module")
def whole() -> Record:
    return memcon.read(TALKS)


def failing(*_: object, **__: object) -> object:
    raise StopIteration("a fault of ours\x1b[2J")


#: Name in `memcon.reading` of what fails, name of the part in the message, fields that are empty then.
PARTS = [
    ("assemble", "attributions", {"attributions", "statements"}),
    ("name_speakers", "actors", {"actors", "events", "meeting"}),
    ("find_things", "named things", set()),
    ("find_statements", "statements", {"statements"}),
    ("find_events", "events", {"events"}),
    ("find_meeting", "facts of the meeting", {"meeting"}),
]


@pytest.mark.parametrize(("step", "name", "empty"), PARTS)
def test_one_part_is_empty(
    whole: Record,
    step: str,
    name: str,
    empty: set[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(f"memcon.reading.{step}", failing)
    record = memcon.read(TALKS)
    for field in ("attributions", "actors", "statements", "events", "meeting"):
        assert getattr(whole, field) not in ((), Meeting())
        assert (getattr(record, field) in ((), Meeting())) == (field in empty), field
    [message] = [r.getMessage() for r in caplog.records if name in r.getMessage()]
    assert "StopIteration at reading.py:" in message and message.isprintable()


def test_parts_that_do_not_fit_each_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("memcon.reading.find_meeting", lambda *_: Meeting(participants=("nobody",)))
    record = memcon.read(TALKS)
    assert record.attributions and not record.actors
    assert "ValidationError" in caplog.text


def test_attributions_that_fit_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad = Attribution(
        id="a1", source=(), cue=((8, 9),), content=((0, 13),), type="direct", confidence=1.0
    )
    monkeypatch.setattr("memcon.reading.assemble", lambda *_: [bad])
    assert memcon.read(TALKS).attributions == ()
    assert "its attributions could not be read (ValidationError" in caplog.text


@pytest.mark.parametrize("error", [ModelError("no model"), MemoryError()])
def test_what_no_part_can_do_without(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(*_: object) -> object:
        raise error

    monkeypatch.setattr("memcon.reading.find_events", raising)
    with pytest.raises(type(error)):
        memcon.read(TALKS)


def test_the_log_goes_to_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("memcon.reading.find_events", failing)
    for handler in logging.getLogger().handlers:
        monkeypatch.setattr(handler, "level", logging.CRITICAL)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    memcon.read(TALKS)
    assert "its events could not be read" in capsys.readouterr().err
