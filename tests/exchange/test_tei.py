"""TEI, read by lxml. (Documents were checked against TEI's own schema too, which is no part here.)"""

from pathlib import Path

import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings
from lxml import etree

from memcon.exchange import tei
from memcon.exchange.xmltext import legal
from memcon.record import Record

ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(record: Record):
    return etree.fromstring(tei.document(record))


def pieces(root, id: str) -> list[str]:
    """The words of an element and of all that `next` leads to."""
    words = []
    at = id
    while at:
        (element,) = root.xpath(f"//*[@xml:id='{at}']")
        words.append("".join(element.itertext()))
        at = (element.get("next") or "").removeprefix("#")
    return words


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_the_body_is_the_text_and_the_pieces_are_the_words(record: Record):
    root = parsed(record)
    (body,) = root.xpath("//*[local-name()='body']")
    assert "".join(body.itertext()) == legal(record.text)
    ids = {element.get(ID) for element in root.iter() if element.get(ID)}
    for element in root.iter():
        for pointer in ("who", "toWhom", "ana", "corresp", "ref", "next", "prev"):
            target = element.get(pointer)
            # What has no words but line ends is not written, so that nothing can point at it.
            assert target is None or target[1:] in ids or pointer == "corresp"
    for a in record.attributions:
        words = "".join(legal(record.text[x:y]) for x, y in a.content).replace("\r", "")
        if words.strip("\n"):
            assert "".join(pieces(root, a.id)) == words.replace("\n", "")


def test_said_has_who_to_whom_and_direct(talks: Record):
    root = parsed(talks)
    said = {element.get(ID): element for element in root.iter("{*}said")}
    assert list(said) == ["a1", "a1.2", "a2", "a3", "a2.2", "a3.2"]
    assert dict(said["a1"].attrib) == {
        "direct": "true", "ana": "#direct", "who": "#p1", "toWhom": "#p3", ID: "a1", "next": "#a1.2",
    }  # fmt: skip
    assert said["a2"].get("direct") == "false"
    assert said["a3"].getparent() is said["a2"]
    assert pieces(root, "a1") == ["“The lamps 𝔏 stay lit,”", "“Every night.”"]
    assert pieces(root, "a3") == ["that", "fog was near"]
    assert pieces(root, "a1-source") == ["Dara Quill, the harbour minister,"]


def test_actors_are_in_the_header(talks: Record):
    root = parsed(talks)
    assert (
        root.xpath("string(//*[local-name()='person']/*[local-name()='persName'])") == "Dara Quill"
    )
    assert root.xpath("//*[local-name()='org']/@xml:id") == ["p2", "p3"]


@pytest.mark.parametrize(("id", "name"), [("a1", "a1"), ("1", "_1"), ("a b", "a_b"), ("é", "_")])
def test_ids_are_xml_names(id: str, name: str):
    assert tei.id_of(id) == name


def test_a_file_for_each_document(tmp_path: Path, talks: Record, empty: Record):
    assert tei.write([talks, empty, empty], tmp_path) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty-2.xml", "empty.xml", "talks.xml"]
    assert etree.parse(tmp_path / "empty.xml").getroot().tag == "{http://www.tei-c.org/ns/1.0}TEI"
