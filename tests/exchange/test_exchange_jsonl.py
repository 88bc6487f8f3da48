import json
from pathlib import Path

import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings

from memcon.exchange import jsonl
from memcon.exchange.errors import ExchangeError
from memcon.record import Record

ROUND_TRIPS = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@ROUND_TRIPS
@given(records())
def test_a_record_comes_back_equal(record: Record):
    line = jsonl.line(record)
    assert line.isascii() and "\n" not in line
    assert jsonl.parse(line, "here") == record


def test_lines_are_read_back_in_order(tmp_path: Path, talks: Record, empty: Record):
    path = tmp_path / "out.jsonl"
    assert jsonl.write([talks, empty], path) == 2
    assert list(jsonl.read(path)) == [talks, empty]


def test_a_record_without_its_text_is_refused(talks: Record):
    with pytest.raises(ExchangeError, match="leaves the text out"):
        jsonl.parse(talks.to_json(), "x.jsonl:1")


def test_a_record_with_another_text_is_refused(talks: Record):
    form = json.loads(jsonl.line(talks)) | {"text": "Rain fell."}
    with pytest.raises(ExchangeError, match=r"x\.jsonl:1: no sound Record.*SHA-256 differs"):
        jsonl.parse(json.dumps(form), "x.jsonl:1")


@pytest.mark.parametrize("data", ["", "nonsense", "[1]", '{"record": 1, "text": "a"}', "[" * 99999])
def test_other_lines_are_refused(data):
    with pytest.raises(ExchangeError, match="here"):
        jsonl.parse(data, "here")
