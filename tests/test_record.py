"""The Record refuses what would mislead its readers."""

import json

import pytest
from pydantic import ValidationError

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Record

TEXT = "Anna Berg said that Tavria would wait."
ENGINE = Engine(version="0", model="sha256:0")


def attribution(**changes) -> Attribution:
    plain = {
        "id": "a1", "source": ((0, 9),), "cue": ((10, 14),), "content": ((15, 37),),
        "type": "indirect", "confidence": 0.9,
    }  # fmt: skip
    return Attribution(**plain | changes)


def record(*attributions: Attribution, actors=()) -> Record:
    document = Document(name="a.txt", text=TEXT)
    return Record(document=document, attributions=attributions, actors=actors, engine=ENGINE)


def test_json_form_has_every_part_and_not_the_text():
    data = json.loads(record(attribution()).to_json())
    assert list(data) == [
        "schema", "document", "attributions", "actors", "statements", "events", "meeting", "engine",
    ]  # fmt: skip
    assert data["schema"] == 1
    assert data["attributions"][0]["content"] == [[15, 37]]
    assert "text" not in data["document"]


def test_a_record_comes_back_from_json_with_its_text():
    before = record(attribution())
    assert Record.from_json(before.to_json(), TEXT) == before


def test_a_record_of_another_text_is_refused():
    with pytest.raises(ValidationError, match="SHA-256 differs"):
        Record.from_json(record(attribution()).to_json(), TEXT + "!")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"content": ()}, "has no content"),
        ({"content": ((15, 99),)}, "ends behind the text"),
        ({"content": ((20, 20),)}, "is empty"),
        ({"content": ((12, 37),)}, "overlaps its own cue"),
        ({"content": ((20, 30), (15, 18))}, "out of order"),
        ({"parent": "a9"}, "does not hold"),
        ({"parent": "a1"}, "own ancestor"),
        ({"speaker": "p1"}, "does not hold"),
    ],
)
def test_broken_attributions_are_refused(changes, problem):
    with pytest.raises(ValidationError, match=problem):
        record(attribution(**changes))


def test_a_child_lies_in_its_parent():
    outer = attribution()
    inner = attribution(
        id="a2", source=((20, 26),), cue=((27, 32),), content=((33, 37),), parent="a1"
    )
    assert record(outer, inner).children("a1") == [inner]
    with pytest.raises(ValidationError, match="not inside the content"):
        record(
            outer,
            attribution(id="a2", source=((0, 4),), cue=((5, 9),), content=((15, 37),), parent="a1"),
        )


def test_ids_are_unique_across_parts():
    actor = Actor(id="a1", name="Anna Berg", kind="person", mentions=((0, 9),))
    with pytest.raises(ValidationError, match="id used twice"):
        record(attribution(), actors=(actor,))
