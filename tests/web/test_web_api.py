"""The API: lists in parts, ETags, problems, corrections, and what its description promises."""

from __future__ import annotations

from typing import Any

import pytest

from tests.archive.conftest import BOTH
from tests.web.web_records import readout, report

DATABASES = BOTH

REPORT, READOUT = (made().document.sha256[:12] for made in (report, readout))
V1 = "/api/v1"


def test_lists_come_in_parts_that_lead_to_each_other(client: Any) -> None:
    seen, place = [], f"{V1}/documents?limit=2"
    while place:
        part = client.get(place).json()
        assert part["total"] == 5
        seen += [item["sha256"] for item in part["items"]]
        place = part["next"]
    assert len(seen) == len(set(seen)) == 5


def test_what_has_not_changed_is_not_sent_again(client: Any) -> None:
    first = client.get(f"{V1}/documents/{REPORT}")
    again = client.get(f"{V1}/documents/{REPORT}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    correction = {"spans": [[185, 246]], "field": "speaker", "value": "Lena Orr"}
    assert client.post(f"{V1}/documents/{REPORT}/corrections", json=correction).status_code == 201
    after = client.get(f"{V1}/documents/{REPORT}", headers={"if-none-match": first.headers["etag"]})
    assert after.status_code == 200


def test_a_document_is_its_record(client: Any) -> None:
    whole = client.get(f"{V1}/documents/{REPORT}", params={"text": True}).json()
    start, end = whole["record"]["attributions"][0]["content"][0]
    assert whole["text"][start:end].startswith("“We will reopen")


def test_corrections_are_rows_with_author_time_and_the_old_value(client: Any) -> None:
    correction = {"spans": [[185, 246]], "field": "speaker", "value": "Lena Orr", "why": "a test"}
    row = client.post(f"{V1}/documents/{REPORT}/corrections", json=correction).json()
    assert (row["old"], row["new"], row["author"], row["why"]) == (
        "Ana Quill",
        "Lena Orr",
        "local",
        "a test",
    )
    assert client.get(f"{V1}/statements?speaker=Orr").json()["total"] == 1
    assert "speaker" in client.post(f"{V1}/documents/{REPORT}/undo").json()["undone"]
    assert client.get(f"{V1}/statements?speaker=Orr").json()["total"] == 0
    assert len(client.get(f"{V1}/documents/{REPORT}/corrections").json()) == 2
    read = client.get(f"{V1}/documents/{REPORT}?corrected=false").json()
    assert read["record"]["attributions"][0]["speaker"] == "p1"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/0123456789ab", 404), ("/documents/x", 422), ("/nothing", 404),
        ("/statements?since=soon", 422), ("/statements?limit=0", 422), ("/actors/person:nobody", 404),
        (f"/places/{REPORT}:5-9999999/citation", 404), (f"/comparison?text={REPORT}", 422),
        ("/jobs/none-such-job", 404),
    ],
)  # fmt: skip
def test_errors_are_problems(client: Any, path: str, status: int) -> None:
    answer = client.get(V1 + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status and answer.json()["title"]


def test_a_correction_that_does_not_fit_changes_nothing(client: Any) -> None:
    for wrong in (
        {"spans": [[185, 246]], "field": "colour", "value": "red"},
        {"spans": [[185, 246]], "field": "type", "value": "shouted"},
        {"spans": [[246, 185]], "field": "type", "value": "direct"},
        {"spans": [[0, 3]], "field": "type", "value": "direct"},
        {"spans": [[185, 246]], "field": "content", "value": "0 99999999"},
        {"spans": [[185, 246]], "field": "stance", "value": "5 Ossel"},
        {"spans": [[185, 246]], "field": "stance", "value": "soon Ossel"},
        {"spans": [[185, 246]], "field": "source", "value": "a b"},
    ):
        answer = client.post(f"{V1}/documents/{REPORT}/corrections", json=wrong)
        assert answer.status_code == 422, wrong
    assert client.get(f"{V1}/documents/{REPORT}/corrections").json() == []


def test_search_gives_facets(client: Any) -> None:
    found = client.get(f"{V1}/statements", params={"q": "treaty", "stance": "negative"}).json()
    assert found["items"][0]["speaker"] == "Ana Quill"
    assert {facet["name"] for facet in found["facets"]} >= {"speaker", "act", "topic"}


def test_overviews(client: Any) -> None:
    assert client.get(f"{V1}/timeline").json()[0]["period"] == "2022-05"
    tie = client.get(f"{V1}/network?actor=person:tolle").json()
    assert {t["target_name"]: (t["positive"], t["negative"]) for t in tie} == {
        "Ossel": (2, 0), "Mira Sonde": (0, 1),
    }  # fmt: skip
    assert client.get(f"{V1}/topics?q=ferry").json()["items"][0]["statements"] == 3
    assert (
        client.get(f"{V1}/actors/person:ana quill").json()["received"][0]["name"] == "Doran Velmar"
    )
    assert client.get(f"{V1}/comparison?text={REPORT}&text={READOUT}").json()["accounts"]


def test_the_description_has_every_operation(client: Any) -> None:
    described = client.get(f"{V1}/openapi.json").json()
    assert all(path.startswith(V1) for path in described["paths"])
    for operations in described["paths"].values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["422"]["content"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/jobs/files", "POST"), ("OPTIONS", "/jobs/files", "POST"),
        ("DELETE", "/jobs", "GET, POST"), ("POST", "/jobs/0123456789", "GET"),
    ],
)  # fmt: skip
def test_what_an_address_does_not_take_is_told(
    client: Any, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, V1 + path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_job_is_a_text_or_an_address_not_both_or_neither(client: Any) -> None:
    for wrong in ({}, {"text": " "}, {"text": "Yes.", "url": "https://courier.example/"}):
        assert client.post(f"{V1}/jobs", json=wrong).status_code == 422
