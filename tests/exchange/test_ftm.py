"""FollowTheMoney, read by its own model and by memcon's registry."""

import json
from pathlib import Path

import pytest
from followthemoney import model

from memcon.exchange import ftm
from memcon.record import Record
from memcon.registry.ftm import entity, problem


@pytest.fixture
def proxies(tmp_path: Path, talks: Record):
    path = tmp_path / "out.ftm.json"
    assert ftm.write([talks], path) == 1
    lines = path.read_text(encoding="utf-8").splitlines()
    return {proxy.id.partition("-")[2][25:]: proxy for proxy in map(read, lines)}


def read(line: str):
    """An entity, with values that it refuses told as errors."""
    data = json.loads(line)
    proxy = model.get_proxy(data)
    proxy.schema.validate(data)
    return proxy


def test_actors_are_of_their_schemata(proxies):
    assert proxies["p1"].schema.name == "Person"
    assert proxies["p1"].get("position") == ["harbour minister"]
    assert proxies["p1"].get("wikidataId") == ["Q0"]
    assert proxies["p2"].schema.name == "PublicBody"
    assert proxies["p2"].caption == "Kestria"


def test_what_is_said_is_a_note_on_the_speaker(proxies):
    note = proxies["a1"]
    assert note.first("description") == "“The lamps 𝔏 stay lit,” … “Every night.”"
    assert note.get("entity") == [proxies["p1"].id, proxies["p3"].id]
    assert note.get("proof") == [proxies[""].id]
    assert note.get("keywords") == ["the lamps"]


def test_an_event_and_its_link(proxies):
    assert proxies["e1"].get("keywords") == ["THREATEN"]
    assert proxies["e1"].get("startDate") == ["2024-03-05"]
    (link,) = (p for p in proxies.values() if p.schema.name == "UnknownLink")
    assert (link.get("subject"), link.get("object")) == ([proxies["p2"].id], [proxies["p1"].id])
    assert proxies["meeting"].get("location") == ["the Lamp Room"]


def test_all_that_is_pointed_at_is_there(proxies):
    ids = {proxy.id for proxy in proxies.values()}
    pointed = {value for proxy in proxies.values() for prop, value in proxy.itervalues()
               if prop.type.name == "entity"}  # fmt: skip
    assert pointed <= ids


def test_memcons_registry_reads_the_actors(proxies):
    read = [entity(p.to_dict()) for p in proxies.values() if problem(p.to_dict()) is None]
    assert {(e.name, e.kind, e.country) for e in read if e} == {
        ("Dara Quill", "person", "XK"), ("Kestria", "government", "XK"), ("Ossel", "government", None),
    }  # fmt: skip


def test_an_actor_keeps_the_id_that_a_registry_gave(talks: Record):
    known = talks.actors[1].model_copy(update={"identifiers": {"ftm": "os-77"}})
    record = talks.model_copy(update={"actors": (talks.actors[0], known, talks.actors[2])})
    assert "os-77" in {proxy.id for proxy in ftm.entities(record)}


def test_a_population_is_nobody(talks: Record):
    people = talks.actors[1].model_copy(update={"kind": "population"})
    record = talks.model_copy(update={"actors": (talks.actors[0], people, talks.actors[2])})
    made = list(ftm.entities(record))
    assert "Kestria" not in {proxy.caption for proxy in made}
    assert not any(proxy.schema.name == "UnknownLink" for proxy in made)
