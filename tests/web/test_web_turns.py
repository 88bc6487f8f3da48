"""Turns: jobs are done by turns of those who asked, and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.errors import NotFoundError, UnfitError
from memcon.web.reading import jobs
from memcon.web.reading.work import read_all
from memcon.web.reading.worker import Worker
from memcon.web.store.tables import Job
from tests.archive.conftest import BOTH
from tests.web import reader_for_web
from tests.web.conftest import embed, form
from tests.web.people import add_people, guarded, sign_in

DATABASES = BOTH
TEXT = "“The lamp is out,” said Ana Quill after the meeting in the harbour of Talvik on Tuesday."


@pytest.fixture
def desk(web_db: Path | str) -> Iterator[Desk]:
    """A desk on an archive whose jobs nobody does."""
    made = Desk(Configuration(db=web_db, embed=embed))
    yield made
    made.close()


def ask(desk: Desk, author: str, text: str = TEXT) -> str:
    """Ask for a job, later than all before: what is asked for in one second has no order."""

    def later(session: Any) -> str:
        id = jobs.ask(session, "read", {"text": text}, author)
        session.get(Job, id).added = f"2022-01-01T00:00:00.{session.query(Job).count():06}"
        return id

    return desk.database.write(later)


def state(desk: Desk, id: str) -> str:
    with desk.database.reading() as session:
        return jobs.find(session, id).state


def take(desk: Desk, most_each: int | None = None) -> str | None:
    taken = desk.database.write(lambda s: jobs.take(s, "worker", most_each))
    return taken[3] if taken else None


def test_many_jobs_of_one_keep_nobody_else_waiting(desk: Desk) -> None:
    for author in ("amal", "amal", "amal", "beth", "beth", "carla"):
        ask(desk, author)
    assert [take(desk) for _ in range(7)] == [
        "amal", "beth", "carla", "amal", "beth", "amal", None,
    ]  # fmt: skip


def test_who_was_served_longest_ago_comes_first(desk: Desk) -> None:
    for author in ("amal", "amal", "beth", "beth"):
        ask(desk, author)
    served = []
    for _ in range(4):
        taken = desk.database.write(lambda s: jobs.take(s, "worker"))
        assert taken
        served.append(taken[3])
        desk.database.write(lambda s, id=taken[0]: jobs.end(s, id, "done"))  # type: ignore[misc]
    assert served == ["amal", "beth", "amal", "beth"]


def test_one_user_does_not_have_all_workers(desk: Desk) -> None:
    for author in ("amal", "amal"):
        ask(desk, author)
    assert [take(desk, 1), take(desk, 1)] == ["amal", None]
    ask(desk, "beth")
    assert take(desk, 1) == "beth"


def test_so_many_wait_of_one_and_no_more(desk: Desk) -> None:
    for _ in range(jobs.MOST_OF_ONE):
        ask(desk, "amal")
    with pytest.raises(UnfitError, match="stop some"):
        ask(desk, "amal")
    ask(desk, "beth")


def test_what_waits_and_is_stopped_is_not_read(desk: Desk) -> None:
    id = ask(desk, "amal")
    desk.database.write(lambda s: jobs.stop(s, id))
    assert (take(desk), state(desk, id)) == (None, "stopped")
    with pytest.raises(NotFoundError):
        desk.database.write(lambda s: jobs.stop(s, "none-such"))


def test_what_is_over_stays_so(desk: Desk) -> None:
    id = ask(desk, "amal")
    desk.database.write(lambda s: jobs.end(s, id, "done"))
    desk.database.write(lambda s: jobs.stop(s, id))
    assert state(desk, id) == "done"


def test_a_stopped_job_ends_after_the_document_under_way(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.isolated.read_document", reader_for_web.read_document)
    files = [(f"{n}.txt", TEXT.replace("lamp", f"lamp {n}").encode()) for n in range(4)]

    def report(done: int, doing: str) -> None:
        if done == 2:
            raise jobs.StoppedError

    documents, failures = read_all(desk, {}, files, report)
    assert ([name for _, name, _ in documents], failures) == (["0.txt", "1.txt"], [])


def test_a_worker_learns_that_its_job_was_stopped(desk: Desk) -> None:
    id = ask(desk, "amal")
    take(desk)
    assert desk.database.write(lambda s: jobs.beat(s, id, "worker", 0, 1, "x"))
    assert not desk.database.write(lambda s: jobs.beat(s, id, "another", 0, 1, "x"))
    desk.database.write(lambda s: jobs.stop(s, id))
    assert not desk.database.write(lambda s: jobs.beat(s, id, "worker", 0, 1, "x"))
    # What it had read by then is told, and the job stays stopped.
    read = [("0" * 64, "one", "new")]
    desk.database.write(lambda s: jobs.end(s, id, "done", read))
    with desk.database.reading() as session:
        job = jobs.find(session, id)
    assert (job.state, job.documents, job.done) == ("stopped", tuple(read), 1)


def test_while_one_reads_long_another_is_served(
    web_db: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, begun = threading.Event(), threading.Event()

    def read(document: Any) -> Any:
        if "LONG" in document.text:
            begun.set()
            assert going.wait(60)
        return reader_for_web.read_document(document)

    monkeypatch.setattr("memcon.isolated.read_document", read)
    desk = Desk(Configuration(db=web_db, warm=False, embed=embed))
    ask(desk, "amal", TEXT + " LONG")
    worker = Worker(desk)
    worker.start()
    try:
        assert begun.wait(60)
        second, others = ask(desk, "amal", TEXT + " Second."), ask(desk, "beth", TEXT)
        worker.call()
        for _ in range(600):
            if state(desk, others) == "done":
                break
            worker.wait_for_change(0.1)
        assert (state(desk, others), state(desk, second)) == ("done", "waiting")
    finally:
        going.set()
        for _ in range(600):
            if state(desk, second) == "done":
                break
            worker.wait_for_change(0.1)
        worker.stop()
        for thread in worker._threads:
            thread.join(60)
        desk.close()
    assert not any(thread.is_alive() for thread in worker._threads)


def test_a_job_is_stopped_by_who_asked(web_db: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    add_people(web_db)
    monkeypatch.setattr(Worker, "start", lambda self: None)
    with guarded(web_db) as client:
        sign_in(client, "rita")
        told = {"x-csrf-token": form(client)["csrf"]}
        one, two = (
            client.post("/api/v1/jobs", json={"text": TEXT}, headers=told).json()["id"]
            for _ in range(2)
        )
        assert "Stop it" in client.get(f"/jobs/{one}").text
        sign_in(client, "amal")
        assert client.post(f"/jobs/{one}/stop", data=form(client)).status_code == 404
        sign_in(client, "rita")
        assert client.post(f"/jobs/{one}/stop", data=form(client)).status_code == 303
        assert "Stopped." in client.get(f"/jobs/{one}").text
        told = {"x-csrf-token": form(client)["csrf"]}
        answer = client.post(f"/api/v1/jobs/{two}/stop", headers=told)
        assert answer.json()["state"] == "stopped"


def test_a_clock_that_was_set_back_keeps_no_job_waiting(desk: Desk) -> None:
    id = ask(desk, "amal")
    take(desk)

    def hour_ahead(session: Any) -> None:
        ahead = datetime.now(UTC) + timedelta(hours=1)
        session.get(Job, id).beat = ahead.isoformat()

    desk.database.write(hour_ahead)
    assert (
        take(desk) == "amal"
    )  # whoever had it and died an hour from now does not have it for ever
    assert take(desk) is None
