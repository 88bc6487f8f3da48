"""Spans that reach far beyond the text are refused at once, by every way in, for all their length.

A set of their characters took all of the machine's memory, and the lock of the archive with it.
"""

from __future__ import annotations

from typing import Any

import pytest

from memcon.web.errors import UnfitError
from memcon.web.pages.corrections import checked_spans
from tests.web.conftest import form
from tests.web.web_records import report

REPORT = report().document.sha256[:12]
FAR = 999_999_999


@pytest.mark.parametrize("field", ["added", "type", "rejected"])
def test_no_form_corrects_beyond_the_text(client: Any, field: str) -> None:
    told = form(client, spans=f"0 {FAR}", field=field, value="direct")
    answer = client.post(f"/documents/{REPORT}/correct", data=told)
    assert answer.status_code == 422
    assert client.get(f"/api/v1/documents/{REPORT}/corrections").json() == []


def test_no_form_accepts_beyond_the_text_or_where_there_is_no_statement(client: Any) -> None:
    for spans in (f"0 {FAR}", "0 1"):
        answer = client.post(f"/documents/{REPORT}/accept", data=form(client, spans=spans))
        assert answer.status_code == 422


def test_the_form_of_a_statement_is_asked_for_by_anybody(client: Any) -> None:
    answer = client.get(f"/documents/{REPORT}/edit", params={"spans": f"1 {FAR}"})
    assert answer.status_code == 404


@pytest.mark.parametrize("spans", [[[0, FAR]], [[n, n + 1] for n in range(100)]])
def test_the_api(client: Any, spans: list[list[int]]) -> None:
    body = {"spans": spans, "field": "added", "value": "yes"}
    if spans[0][1] == FAR:
        sent = client.post(f"/api/v1/documents/{REPORT}/corrections", json=body)
        assert sent.status_code == 422
    accepted = client.post(f"/api/v1/documents/{REPORT}/acceptances", json={"spans": spans})
    assert accepted.status_code == 422


@pytest.mark.parametrize(
    "written", ["1 " + " " * 40_000 + "x", "1 2;" * 40_000, "²  3", "1 2 3", "1", ";", "1 2,"]
)
def test_what_are_no_spans(written: str) -> None:
    if written == "1 2,":
        assert checked_spans(written) == "1 2"
        return
    with pytest.raises(UnfitError, match="first and last"):
        checked_spans(written)


def test_what_a_person_writes_between_offsets() -> None:
    assert checked_spans(" 140 - 238 ; 250–262;") == "140 238;250 262"
    assert checked_spans("140,238") == "140 238"
