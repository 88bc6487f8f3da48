"""Files handed in by the form: feeds, ZIP archives, mails; none of them names a file of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.archive.conftest import BOTH
from tests.sources.made_files import atom, eml, packed
from tests.web import reader_for_web
from tests.web.conftest import form
from tests.web.test_web_jobs import ended

DATABASES = BOTH

SAID = "“The {} is out,” said Ana Quill after the meeting in the harbour of Talvik on Tuesday."
ENTRY = (
    "<entry><title>{0}</title><id>urn:{0}</id><published>2031-03-03T10:00:00Z</published>"
    '<content type="html">&lt;p&gt;' + SAID.format("{0}") + "&lt;/p&gt;</content></entry>"
)
FEED = atom(ENTRY.format("lamp"), ENTRY.format("light"))


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.isolated.read_document", reader_for_web.read_document)


def hand_in(client: Any, *files: tuple[str, bytes]) -> dict[str, Any]:
    """The job of the form with these files, when it is over."""
    answer = client.post("/read", data=form(client), files=[("files", file) for file in files])
    place = answer.headers["location"]
    if place.startswith("/documents/"):
        return {"documents": [[place.removeprefix("/documents/")]], "failures": []}
    return ended(client, place.rpartition("/")[2])


def said(client: Any, words: str) -> list[str]:
    """The statements that are found by the words."""
    found = client.get("/api/v1/statements", params={"q": words}).json()["items"]
    return [hit["words"].strip("“”") for hit in found if words in hit["words"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.xml", FEED),
        ("news.zip", packed(**{"news.rss": FEED})),
        ("news.eml", eml("See the feed.", attached={"news.atom": FEED})),
    ],
    ids=["feed", "ZIP", "mail"],
)
def test_entries_of_a_feed_are_documents(client: Any, name: str, data: bytes) -> None:
    hand_in(client, (name, data))
    assert (said(client, "lamp"), said(client, "light")) == (
        ["The lamp is out,"], ["The light is out,"],
    )  # fmt: skip
    [hit] = client.get("/api/v1/statements", params={"q": "lamp"}).json()["items"]
    [came] = client.get(f"/api/v1/documents/{hit['sha256']}").json()["came"]
    assert (came["how"], came["by"]) == ("uploaded", "local")
    assert came["address"].startswith("file:///upload/")


@pytest.mark.parametrize("way", ["feed", "ZIP", "mail"])
@pytest.mark.parametrize("body", ["{}", "<!-- <rss> -->{}", "file://{}"])
def test_a_feed_that_names_a_file_of_the_server_opens_none(
    client: Any, tmp_path: Path, way: str, body: str
) -> None:
    hidden = tmp_path / "hidden.xml"
    hidden.write_bytes(atom(ENTRY.format("password")))
    feed = body.format(hidden).encode()
    file = {
        "feed": ("x.rss", feed),
        "ZIP": ("x.zip", packed(**{"x.rss": feed, "note.txt": SAID.format("lamp").encode()})),
        "mail": ("x.eml", eml(SAID.format("lamp"), attached={"x.rss": feed})),
    }[way]
    job = hand_in(client, file)
    assert said(client, "password") == []
    [[name, reason]] = job["failures"]
    assert "x.rss" in name and "this is no feed" in reason
    assert str(tmp_path) not in str(job)
    # What it came with is read all the same.
    assert said(client, "lamp") == ([] if way == "feed" else ["The lamp is out,"])


def test_one_bad_file_costs_itself_only(client: Any) -> None:
    job = hand_in(
        client, ("news.xml", FEED), ("broken.zip", packed(a=b"x" * 99)[:60]),
        ("bell.txt", SAID.format("bell").encode()),
    )  # fmt: skip
    assert {word for word in ("lamp", "light", "bell") if said(client, word)} == {
        "lamp", "light", "bell",
    }  # fmt: skip
    assert [name for name, _ in job["failures"]] == ["broken.zip"]
