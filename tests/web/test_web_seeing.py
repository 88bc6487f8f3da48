"""Seeing: jobs and codings are their own people's, and codings are blind until they are over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.reading import jobs
from memcon.web.review.blind import BlindLog
from memcon.web.review.codings import end_coding, make_coding
from memcon.web.review.queue import queue
from tests.archive.conftest import BOTH
from tests.web.people import add_people, guarded, sign_in
from tests.web.web_records import report

DATABASES = BOTH
SHA256 = report().document.sha256
FIRST = report().attributions[0].content
CODERS = ("amal", "beth")


@pytest.fixture
def desk(web_db: Path | str) -> Iterator[Desk]:
    """A desk on an archive with users."""
    add_people(web_db)
    made = Desk(Configuration(db=web_db))
    yield made
    made.close()


@pytest.fixture
def coding(desk: Desk) -> int:
    """A coding in which one coder has corrected a statement and accepted it, and the other not."""
    id = desk.database.write(lambda s: make_coding(s, "Ferry", [SHA256], CODERS, "carla"))
    BlindLog(desk, id, "amal").correct(SHA256, FIRST, "type", "mixed", "amal")
    BlindLog(desk, id, "beth").accept(SHA256, FIRST, "beth")
    return id


def apart(desk: Desk) -> set[int]:
    with desk.database.reading() as session:
        return {waiting.coded_apart for waiting in queue(session)[0]}


def test_what_coders_find_is_not_told_before_all_are_done(desk: Desk, coding: int) -> None:
    assert apart(desk) == {0}
    desk.database.write(lambda s: end_coding(s, coding, "amal"))
    assert apart(desk) == {0}
    desk.database.write(lambda s: end_coding(s, coding, "beth"))
    assert apart(desk) == {0, 2}


def test_neither_page_nor_api_tells_it(web_db: Path | str, desk: Desk, coding: int) -> None:
    with guarded(web_db) as client:
        sign_in(client, "beth")
        assert "coders differ" not in client.get("/review").text
        waiting = client.get("/api/v1/review/queue").json()["items"]
        assert {line["coded_apart"] for line in waiting} == {0}


def test_a_coding_is_its_peoples(web_db: Path | str, desk: Desk, coding: int) -> None:
    add_people(web_db, {"dora": "reviewer"})
    with guarded(web_db) as client:
        # Without signing in there is no telling which codings there are.
        strange = [client.get(f"/codings/{id}") for id in (coding, coding + 1, "9" * 40, "²")]
        assert {answer.status_code for answer in strange} == {303}
        for name, status in (("amal", 200), ("beth", 200), ("carla", 200), ("dora", 404)):
            sign_in(client, name)
            assert client.get(f"/codings/{coding}").status_code == status
            assert ("Ferry" in client.get("/codings").text) == (status == 200)
        # One that is somebody else's looks as one that there is not.
        sign_in(client, "dora")
        others, none = (client.get(f"/codings/{id}") for id in (coding, coding + 1))
        assert others.text.replace(f"/codings/{coding}", "") == none.text.replace(
            f"/codings/{coding + 1}", ""
        )


def test_a_job_is_its_askers(web_db: Path | str, desk: Desk) -> None:
    id = desk.database.write(lambda s: jobs.ask(s, "read", {"text": ""}, "rita"))
    with guarded(web_db) as client:
        for name, status in (("rita", 200), ("carla", 200), ("amal", 404)):
            sign_in(client, name)
            for path in (f"/jobs/{id}", f"/api/v1/jobs/{id}"):
                assert client.get(path).status_code == status


def test_old_things_of_nobodys_are_not_a_users(web_db: Path | str, desk: Desk) -> None:
    id = desk.database.write(lambda s: jobs.ask(s, "read", {"text": ""}, "local"))

    def rename(session: Any) -> None:
        from memcon.web.accounts.users import find_user

        user: Any = find_user(session, "rita")
        user.name = user.folded = "local"

    desk.database.write(rename)
    with guarded(web_db) as client:
        sign_in(client, "local")
        assert client.get(f"/jobs/{id}").status_code == 404
