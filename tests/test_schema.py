"""The published JSON Schema takes Records, and nothing that no Record could be."""

from __future__ import annotations

import copy
import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Record
from memcon.schema import FILE, published_schema, record_schema, schema_text

TEXT = "Anna Berg said that Tavria would wait."
SCHEMA = Draft202012Validator(published_schema())


@pytest.fixture
def data() -> dict[str, Any]:
    """The JSON form of a Record with one attribution and its speaker."""
    record = Record(
        document=Document(name="a.txt", text=TEXT, language="en", encoding="utf-8"),
        attributions=(
            Attribution(
                id="a1", source=((0, 9),), cue=((10, 14),), content=((15, 37),), type="indirect",
                speaker="p1", confidence=0.9,
            ),
        ),
        actors=(Actor(id="p1", name="Anna Berg", kind="person", mentions=((0, 9),)),),
        engine=Engine(version="0", model="sha256:0"),
    )  # fmt: skip
    return json.loads(record.to_json())


def test_the_published_file_is_that_of_the_record() -> None:
    published = files("memcon").joinpath(FILE).read_text(encoding="utf-8")
    assert published == schema_text(), "run python -m memcon.schema > memcon/record.schema.json"


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(record_schema())


def test_a_record_is_valid(data: dict[str, Any]) -> None:
    SCHEMA.validate(data)


def test_a_record_without_attributions_is_valid() -> None:
    record = Record(document=Document(name="a", text=TEXT), engine=Engine(version="0", model="m"))
    SCHEMA.validate(json.loads(record.to_json()))


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (("attributions", 0, "content"), [], "non-empty|too short"),
        (("attributions", 0, "content"), [[]], "too short"),
        (("attributions", 0, "content"), [[0, 0]], "less than the minimum"),
        (("attributions", 0, "source"), [[-1, 9]], "less than the minimum"),
        (("attributions", 0, "cue"), [[10, 14, 15]], "too long|at most|Expected"),
        (("attributions", 0, "type"), "shouted", "is not one of"),
        (("attributions", 0, "confidence"), 1.5, "greater than the maximum"),
        (("attributions", 0, "mood"), "calm", "Additional properties"),
        (("actors", 0, "mentions"), [["0", 9]], "not of type 'integer'"),
        (("document", "text"), TEXT, "Additional properties"),
        (("schema",), 2, "1 was expected"),
        (("verdict",), None, "Additional properties"),
    ],
)
def test_what_no_record_could_be_is_refused(
    data: dict[str, Any], place: tuple[str | int, ...], value: object, message: str
) -> None:
    broken: Any = copy.deepcopy(data)
    part = broken
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(ValidationError, match=message):
        SCHEMA.validate(broken)


@pytest.mark.parametrize("part", ["document", "engine"])
def test_a_record_is_of_a_document_and_by_an_engine(data: dict[str, Any], part: str) -> None:
    del data[part]
    with pytest.raises(ValidationError, match="is a required property"):
        SCHEMA.validate(data)
