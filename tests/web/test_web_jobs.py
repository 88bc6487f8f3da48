"""Jobs: texts, files and addresses are read by a worker, and what waits survives a restart."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.reading import jobs
from memcon.web.reading.work import handed_in
from tests.archive.conftest import BOTH
from tests.web import reader_for_web
from tests.web.conftest import form, make_client

DATABASES = BOTH

TEXT = "“The lamp is out,” said Ana Quill after the meeting in the harbour of Talvik on Tuesday."


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("memcon.isolated.read_document", reader_for_web.read_document)
    yield


def ended(client: Any, id: str) -> dict[str, Any]:
    """The job when it is over."""
    for _ in range(300):
        job = client.get(f"/api/v1/jobs/{id}").json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def test_a_pasted_text_leads_to_its_document(client: Any) -> None:
    answer = client.post("/read", data=form(client, text=TEXT, title="Lamps", date="2022-05-04"))
    place = answer.headers["location"]
    assert place.startswith("/documents/")
    assert "<h1><bdi>Lamps</bdi></h1>" in client.get(place).text
    assert client.get("/search?q=lamp").text.count("The") >= 1


def test_the_same_text_again_leads_to_the_same_document(client: Any) -> None:
    places = {client.post("/read", data=form(client, text=TEXT)).headers["location"] for _ in "12"}
    assert len(places) == 1


def test_files_are_read_and_failures_told(client: Any) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("one.txt", TEXT)
        made.writestr("two.txt", TEXT.replace("lamp", "light"))
    answer = client.post(
        "/read",
        data=form(client),
        files=[("files", ("both.zip", packed.getvalue())), ("files", ("bad.pdf", b"%PDF-1.7 no"))],
    )
    job = ended(client, answer.headers["location"].rpartition("/")[2])
    assert [name for _, name, _ in job["documents"]] == ["one.txt", "two.txt"]
    assert len(job["failures"]) == 1 and "bad.pdf" in job["failures"][0][0]
    shown = client.get(answer.headers["location"]).text
    assert "Not read" in shown and "bad.pdf" in shown


def test_one_text_that_memcon_fails_on_does_not_stop_the_worker(client: Any) -> None:
    id = client.post("/api/v1/jobs", json={"text": TEXT + " FAIL"}).json()["id"]
    assert "please report it" in ended(client, id)["failures"][0][1]
    id = client.post("/api/v1/jobs", json={"text": TEXT}).json()["id"]
    assert ended(client, id)["state"] == "done"


def test_an_empty_form_is_refused(client: Any) -> None:
    answer = client.post("/read", data=form(client, text=" "))
    assert answer.status_code == 422 and "Paste a text" in answer.text


def test_a_job_of_a_server_that_went_away_is_done_by_the_next(web_db: Path) -> None:
    desk = Desk(Configuration(db=web_db))
    id = desk.database.write(lambda s: jobs.ask(s, "read", {"text": TEXT}, "local"))
    taken = desk.database.write(lambda s: jobs.take(s, "a worker that dies"))
    assert taken and taken[0] == id
    # Nobody else takes it as long as its worker may live.
    assert desk.database.write(lambda s: jobs.take(s, "another")) is None

    def age(session: Any) -> None:
        from memcon.web.store.tables import Job

        session.get(Job, id).beat = "2020-01-01T00:00:00+00:00"

    desk.database.write(age)
    desk.close()
    with make_client(web_db) as client:
        assert ended(client, id)["documents"]


def test_workers_that_ask_at_once_get_a_job_each(web_db: Path | str) -> None:
    desk = Desk(Configuration(db=web_db))
    asked = {
        desk.database.write(lambda s: jobs.ask(s, "read", {"text": TEXT}, "local")) for _ in "1234"
    }
    with ThreadPoolExecutor(4) as workers:
        taken = list(
            workers.map(
                lambda n: desk.database.write(lambda s: jobs.take(s, f"worker {n}")), "1234"
            )
        )
    assert sorted(job[0] for job in taken if job) == sorted(asked)
    desk.close()


def test_a_job_that_brings_its_worker_down_again_and_again_is_given_up(web_db: Path) -> None:
    desk = Desk(Configuration(db=web_db))
    id = desk.database.write(lambda s: jobs.ask(s, "read", {"text": TEXT}, "local"))

    def age(session: Any) -> None:
        from memcon.web.store.tables import Job

        session.get(Job, id).beat = "2020-01-01T00:00:00+00:00"

    for _ in range(jobs.TRIES):
        assert desk.database.write(lambda s: jobs.take(s, "unlucky"))
        desk.database.write(age)
    assert desk.database.write(lambda s: jobs.take(s, "unlucky")) is None
    with desk.database.reading() as session:
        assert jobs.find(session, id).state == "failed"
    desk.close()


@pytest.mark.parametrize(
    "by", [{"names": ("desk.example",)}, {"secure": True}, {"host": "0.0.0.0"}]
)
def test_behind_a_proxy_on_this_machine_the_neighbours_are_not_asked(
    web_db: Path, by: dict[str, Any]
) -> None:
    desk = Desk(Configuration(db=web_db, **by))
    for address in ("http://127.0.0.1:9/internal", "http://localhost:9/", "http://[::1]:9/"):
        [(_, reason)] = list(handed_in(desk, {"url": address}, []))
        assert "it is not asked" in str(reason)
    desk.close()
