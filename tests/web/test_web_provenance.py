"""A reader cannot put a text in the place of the official one, and each page tells how its text came."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.archive import Archive
from memcon.web.configuration import Configuration
from memcon.web.desk import Desk
from memcon.web.reading.work import read_all
from tests.archive.conftest import BOTH, entry
from tests.sources.made_files import page, warc
from tests.web import reader_for_web
from tests.web.conftest import embed, form
from tests.web.people import add_people, guarded, sign_in

DATABASES = BOTH
ADDRESS = "https://ossel.example/treaty"
HOLDS = "“The zorvik treaty holds,” said Ana Quill after the meeting in the harbour on Tuesday."
DEAD = HOLDS.replace("holds", "is dead")
BOTH_WORDS = {"The zorvik treaty holds,", "The zorvik treaty is dead,"}


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.isolated.read_document", reader_for_web.read_document)


@pytest.fixture
def desk(web_db: Path | str) -> Iterator[Desk]:
    made = Desk(Configuration(db=web_db, embed=embed))
    yield made
    made.close()


def said(archive: Archive) -> set[str]:
    return {hit.words.strip("“”") for hit in archive.search("zorvik", meaning=False).hits}


def hand_in(desk: Desk, asked: dict[str, Any], *files: tuple[str, bytes]) -> str:
    """The digest of the one document that comes of it."""
    documents, failures = read_all(desk, {**asked, "by": "rita"}, list(files), lambda *_: None)
    assert failures == []
    return documents[0][0]


def test_two_pasted_texts_with_one_address_are_two_documents(desk: Desk) -> None:
    hand_in(desk, {"text": HOLDS, "stood": ADDRESS})
    hand_in(desk, {"text": DEAD, "stood": ADDRESS})
    assert said(desk.archive) == BOTH_WORDS


@pytest.mark.parametrize("way", ["pasted", "json", "html", "warc"])
def test_what_was_fetched_stays_current_whatever_claims_its_address(desk: Desk, way: str) -> None:
    from memcon.document import Document

    official = reader_for_web.read_document(Document(name="official", text=HOLDS, url=ADDRESS))
    desk.archive.add(entry(official, ADDRESS, how="fetched"))
    if way == "pasted":
        sha256 = hand_in(desk, {"text": DEAD, "stood": ADDRESS})
    else:
        data = {
            "json": json.dumps({"text": DEAD, "url": ADDRESS}).encode(),
            "html": page(DEAD, canonical=ADDRESS),
            "warc": b"".join(warc((ADDRESS, page(DEAD)))),
        }[way]
        sha256 = hand_in(desk, {}, (f"a.{way}", data))
    assert said(desk.archive) == BOTH_WORDS
    assert [version.name for version in desk.archive.versions(ADDRESS)] == ["official"]
    [claims] = desk.archive.versions(sha256)
    how = "pasted" if way == "pasted" else "uploaded"
    assert (claims.how, claims.by, claims.said_at) == (how, "rita", ADDRESS)


def test_the_page_and_the_api_tell_who_pasted_it_and_what_they_say(web_db: Path | str) -> None:
    add_people(web_db)
    with guarded(web_db) as client:
        sign_in(client, "rita")
        asked = form(client, text=DEAD, address=ADDRESS, by="carla")
        place = client.post("/read", data=asked).headers["location"]
        shown = client.get(place).text
        [came] = client.get(f"/api/v1{place}").json()["came"]
    assert (came["how"], came["by"], came["said_at"]) == ("pasted", "rita", ADDRESS)
    assert "pasted by rita" in shown
    assert f'said to have stood at <a href="{ADDRESS}"' in shown
    # The address stands there as what somebody said, and nowhere as the document's own.
    assert shown.count(f'href="{ADDRESS}"') == 1


def test_hits_and_citations_of_a_pasted_text_mark_its_address_as_claimed(
    client: Any, web_db: Path | str
) -> None:
    desk = Desk(Configuration(db=web_db, embed=embed))
    sha256 = hand_in(desk, {"text": DEAD, "stood": ADDRESS})
    desk.close()
    [hit] = client.get("/api/v1/statements", params={"q": "zorvik"}).json()["items"]
    assert (hit["url"], hit["url_claimed"]) == (ADDRESS, True)
    [row] = csv.DictReader(client.get("/search/results.csv?q=zorvik").text.splitlines())
    assert (row["url"], row["url_claimed"]) == (ADDRESS, "True")
    place = f"/places/{sha256[:12]}:1-20/citation"
    assert f"{ADDRESS} (address as stated by who added it)." in client.get(place).text
    assert "not had the text from there" in client.get(place).text
    told = client.get(f"/api/v1{place}").json()
    assert told["w3c"]["body"]["value"] == "Source: address as stated by who added it."


def test_the_page_of_a_fetched_text_tells_where_it_was_had(client: Any, web_db: Path | str) -> None:
    from memcon.document import Document

    made = reader_for_web.read_document(Document(name="official", text=HOLDS, url=ADDRESS))
    desk = Desk(Configuration(db=web_db, embed=embed))
    desk.archive.add(entry(made, ADDRESS, how="fetched"))
    hand_in(desk, {"text": HOLDS, "stood": ADDRESS})
    desk.close()
    shown = client.get(f"/documents/{made.document.sha256[:12]}").text
    assert f'<bdi>fetched</bdi>: <a href="{ADDRESS}"' in shown
    assert f'pasted by rita</bdi>; said to have stood at <a href="{ADDRESS}"' in shown
