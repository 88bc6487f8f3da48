"""Imports: entities of FollowTheMoney and Wikidata files, and files that are not in order."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from memcon.errors import MemconError
from memcon.registry import Imported, Registry
from tests.registry.conftest import FULL


def ftm(id: str, schema: str = "Person", **properties: Any) -> dict[str, Any]:
    """An entity of FollowTheMoney."""
    return {"id": id, "schema": schema, "properties": properties}


def claim(value: Any, rank: str = "normal") -> dict[str, Any]:
    """A statement of Wikidata; a string that begins with Q is an entity."""
    found = {"id": value} if str(value).startswith("Q") else value
    return {"rank": rank, "mainsnak": {"datavalue": {"value": found}}}


def wikidata(id: str, label: str, *aliases: str, **claims: Any) -> dict[str, Any]:
    """An entity of Wikidata."""
    return {
        "id": id,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": {key: [claim(v) for v in values] for key, values in claims.items()},
    }


FERRIS = ftm(
    "xx-ferris", name=["Oda Ferris"], alias=["Ода Феррис"], country=["is"], wikidataId=["Q900001"],
    position=["Foreign Minister"], gender=["female"],
)  # fmt: skip
STATE = wikidata("Q900010", "Iceland", P31=["Q6256"], P297=["IS"])
OFFICE = wikidata("Q900020", "harbour minister of Iceland", P31=["Q4164871"])
PERSON = wikidata(
    "Q900001", "Oda Ferris", "O. Ferris", P31=["Q5"], P27=["Q900010"], P39=["Q900020"],
    P21=["Q6581072"],
)  # fmt: skip


def written(path: Path, *entities: dict[str, Any]) -> Path:
    """The file, one entity a line."""
    path.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entities), "utf-8")
    return path


def test_follow_the_money(registry: Registry, folder: Path) -> None:
    address = ftm("a", "Address", full=["Saltmere"])
    done = registry.import_file(written(folder / "some.json", FERRIS, address), "an archivist")
    assert done == Imported("ftm", added=1, changed=0, known=0, left_out=1)
    [entry] = registry.entries()
    assert (entry.name, entry.names, entry.kind, entry.country, entry.gender) == (
        "Oda Ferris", ("Ода Феррис",), "person", "IS", "f",
    )  # fmt: skip
    assert [title.words for title in entry.titles] == ["Foreign Minister"]
    assert entry.identifiers == (("ftm", "xx-ferris"), ("wikidata", "Q900001"))
    assert (entry.source, entry.imported) == ("some.json", True)


@pytest.mark.parametrize("form", ["lines", "list", "dump", "entities", "pretty", "gzip"])
def test_wikidata_in_all_its_forms(registry: Registry, folder: Path, form: str) -> None:
    entities = [STATE, OFFICE, PERSON]
    lines = [json.dumps(entity) for entity in entities]
    path = folder / "some.json"
    data = {
        "lines": "\n".join(lines),
        "list": json.dumps(entities),
        "dump": "[\n" + ",\n".join(lines) + "\n]\n",
        "entities": json.dumps({"entities": {entity["id"]: entity for entity in entities}}),
        "pretty": json.dumps(entities, indent=1),
        "gzip": "\n".join(lines),
    }[form].encode()
    path.write_bytes(gzip.compress(data) if form == "gzip" else data)
    assert registry.import_file(path, "a") == Imported("wikidata", 2, 0, 0, 1)
    state, person = registry.entries()
    assert (state.kind, state.country) == ("state", "IS")
    assert (person.name, person.names, person.country, person.gender) == (
        "Oda Ferris", ("O. Ferris",), "IS", "f",
    )  # fmt: skip
    assert [title.words for title in person.titles] == ["harbour minister of Iceland"]
    assert person.identifiers == (("wikidata", "Q900001"),)


def test_a_state_of_an_earlier_file_is_known_by_its_id(registry: Registry, folder: Path) -> None:
    registry.import_file(written(folder / "states.json", STATE), "a")
    registry.import_file(written(folder / "people.json", PERSON), "a")
    assert [entry.country for entry in registry.entries()] == ["IS", "IS"]


def test_a_name_gains_its_identifier_by_a_confirmation(registry: Registry, folder: Path) -> None:
    registry.add(FULL)
    known = ftm("xx-ardane", name=["Tomas Ardane"], position=["foreign minister"])
    registry.import_file(written(folder / "some.json", known), "a")
    assert registry.apply_rules() == []
    [pair] = registry.candidates().found
    registry.judge(pair.left, pair.right, "same", by="a")
    [ardane] = registry.actors()
    assert ardane.identifiers == (("ftm", "xx-ardane"),)


def test_what_is_there_unchanged_is_not_added_again(registry: Registry, folder: Path) -> None:
    path = written(folder / "some.json", FERRIS, FERRIS)
    assert registry.import_file(path, "a") == Imported("ftm", 1, 0, 1, 0)
    assert registry.import_file(path, "a") == Imported("ftm", 0, 0, 2, 0)
    assert len(registry.entries()) == 1


def test_what_has_changed_is_added_beside_and_joined(registry: Registry, folder: Path) -> None:
    registry.import_file(written(folder / "old.json", FERRIS), "a")
    newer = {**FERRIS, "properties": {**FERRIS["properties"], "position": ["President"]}}
    done = registry.import_file(written(folder / "new.json", newer), "a")
    assert done == Imported("ftm", 1, 1, 0, 0)
    [actor] = registry.actors()
    assert [words for words, _ in actor.titles] == ["Foreign Minister", "President"]
    [judgement] = registry.judgements()
    assert (judgement.by, judgement.rule) == ("memcon", "same-entity")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "some.json: there is no entity in it"),
        (b"[]", "some.json: there is no entity in it"),
        (b"name,country\nOda Ferris,is\n", "some.json:1: the line is not JSON"),
        (b'{"name": "Oda Ferris"}\n', "some.json:1: this is no entity; give JSON lines of Follow"),
        (json.dumps(FERRIS).encode() + b"\n{broken\n", "some.json:2: the line is not JSON"),
        (json.dumps(FERRIS).encode() + b"\n[1]\n", "some.json:2: this is no entity"),
        (json.dumps(FERRIS).encode() + b"\n\xff\xfe\n", "some.json:2: the line is not UTF-8"),
        (
            f"{json.dumps(FERRIS)}\n{json.dumps(STATE)}\n".encode(),
            "some.json:2: this is Wikidata, but the file began as FollowTheMoney",
        ),
        (b'{"id": 1, "schema": "Person", "properties": {}}', "some.json:1: the entity has no “id”"),
        (
            b'{"id": "x", "schema": "Person", "properties": {"name": "Oda"}}',
            "some.json:1: “name” is no list",
        ),
        (b'{"id": "Q1", "labels": 3}', "some.json:1: “labels” is no object"),
        (b"[" * 5000, "some.json:1: the line is not JSON"),
        (b"\x1f\x8bnot gzip at all", "some.json: the gzip file is broken"),
        (gzip.compress(json.dumps(FERRIS).encode())[:-20], "some.json: the gzip file is broken"),
    ],
)
def test_files_that_are_not_in_order(
    registry: Registry, folder: Path, data: bytes, message: str
) -> None:
    path = folder / "some.json"
    path.write_bytes(data)
    with pytest.raises(MemconError) as refused:
        registry.import_file(path, "a")
    assert str(refused.value).startswith(message)
    assert registry.entries() == []


def test_a_file_that_is_not_there(registry: Registry, folder: Path) -> None:
    with pytest.raises(MemconError, match="there is no such file"):
        registry.import_file(folder / "gone.json", "a")
    with pytest.raises(MemconError, match="it is a folder; give one file"):
        registry.import_file(folder, "a")


def test_what_wikidata_says_is_wrong_or_unknown_is_let_pass(
    registry: Registry, folder: Path
) -> None:
    person = wikidata("Q900002", "Ilse Maravel", P31=["Q5"])
    person["claims"]["P27"] = [
        claim("Q900010", "deprecated"),
        {"mainsnak": {"snaktype": "novalue"}},
    ]
    person["aliases"] = []
    registry.import_file(written(folder / "some.json", STATE, person), "a")
    assert [entry.country for entry in registry.entries()] == ["IS", None]
