# ruff: noqa: E501 (quoted texts and scripts)
"""Pages without a browser: each answers, has a stable address, can be downloaded and cited."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.archive.conftest import BOTH
from tests.web.conftest import form
from tests.web.web_records import hostile, readout, report

DATABASES = BOTH

REPORT, READOUT, HOSTILE = (made().document.sha256[:12] for made in (report, readout, hostile))
PAGES = (
    "/", "/documents", "/documents?q=ferry", "/search", "/search?q=ferry&speaker=Quill&since=2022",
    "/actors", "/actors/person%3Aana%20quill", "/compare", f"/compare?text={REPORT}",
    f"/compare?text={REPORT}&text={READOUT}", "/timeline", "/timeline?speaker=person:ana+quill",
    "/network", "/network?actor=person:ana+quill", "/topics", "/topics?q=ferry", "/review", "/codings",
    "/settings", "/api", f"/places/{REPORT}:0-20/citation",
    *(f"/documents/{REPORT}?view={v}" for v in ("own", "stances", "events", "actors", "accounts", "history")),
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_each_page_answers_and_says_what_browsers_may_do(client: Any, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert "<script>" not in answer.text and " style=" not in answer.text
    assert " onclick" not in answer.text


def test_what_is_not_there_is_told(client: Any) -> None:
    for path in ("/nothing", "/documents/0123456789ab", "/actors/person:nobody", "/jobs/none"):
        answer = client.get(path)
        assert answer.status_code == 404 and "<h1>Not found</h1>" in answer.text


def test_a_question_that_cannot_be_asked_is_told_of_on_the_page(client: Any) -> None:
    answer = client.get("/search?since=soon")
    assert answer.status_code == 200 and "soon is no date" in answer.text


@pytest.mark.parametrize("format", ["json", "csv", "html", "md", "txt"])
def test_a_document_is_downloaded(client: Any, format: str) -> None:
    answer = client.get(f"/documents/{REPORT}/download.{format}")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "northern ferry" in answer.text or format == "json"


def test_the_original_is_never_shown_in_our_name(client: Any) -> None:
    answer = client.get(f"/documents/{HOSTILE}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_search_results_are_rows(client: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/search/results.csv?q=treaty").text)))
    assert {row["speaker"] for row in rows} == {"Ana Quill"}
    assert json.loads(client.get("/search/results.json?q=treaty").text)[0]["spans"]


def test_a_place_leads_to_its_words(client: Any) -> None:
    answer = client.get(f"/places/{REPORT}:185-246")
    assert answer.headers["location"] == f"/documents/{REPORT}#s185-246"
    assert 'id="s185-246"' in client.get(f"/documents/{REPORT}").text


def test_own_words_are_only_what_is_quoted(client: Any) -> None:
    shown = client.get(f"/documents/{REPORT}?view=own").text
    assert "“frank and useful”" in shown and "talks had been" not in shown


def test_other_accounts_of_the_meeting_are_offered(client: Any) -> None:
    shown = client.get(f"/documents/{REPORT}?view=accounts").text
    assert READOUT in shown and "both name" in shown


def test_a_search_is_kept_and_let_go(client: Any) -> None:
    client.post("/search/kept", data=form(client, name="the ferry", query="q=ferry"))
    shown = client.get("/search").text
    assert 'href="/search?q=ferry"' in shown
    id = shown.partition('name="gone" value="')[2].partition('"')[0]
    client.post("/search/kept", data=form(client, gone=id, query=""))
    assert "the ferry" not in client.get("/search").text


def test_the_choice_of_colours_is_kept(client: Any) -> None:
    client.post("/theme", data=form(client, theme="dark", next="/search"))
    assert 'data-theme="dark"' in client.get("/").text


def test_where_to_go_on_is_never_another_site(client: Any) -> None:
    for next in ("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"):
        answer = client.post("/theme", data=form(client, theme="light", next=next))
        assert answer.headers["location"] == "/"


def test_everything_of_a_hostile_document_is_escaped(client: Any) -> None:
    for path in (f"/documents/{HOSTILE}", "/search?q=words", "/topics", "/actors", "/network"):
        text = client.get(path).text
        assert "<script>window" not in text and "<img" not in text and "<b onclick" not in text
        assert 'href="javascript:' not in text
    assert "⟨U+202E⟩" in client.get(f"/documents/{HOSTILE}").text
