"""JSON-LD, read by rdflib with the terms of the Web Annotation vocabulary that are used."""

import json
from pathlib import Path

import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings
from rdflib import RDF, Graph, Namespace, URIRef

from memcon.exchange import jsonld, jsonld_reading
from memcon.exchange.errors import ExchangeError
from memcon.record import Record

OA = Namespace("http://www.w3.org/ns/oa#")
#: What http://www.w3.org/ns/anno.jsonld says of these, since a test does not ask the network.
TERMS = {
    "oa": str(OA), "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/", "rdf": str(RDF),
    "id": "@id", "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector",
                                       "TextPositionSelector", "exact", "prefix", "suffix",
                                       "start", "end")},
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "describing": "oa:describing", "identifying": "oa:identifying", "classifying": "oa:classifying",
    "Text": "http://purl.org/dc/dcmitype/Text", "format": "dc:format", "language": "dc:language",
}  # fmt: skip


def rdf(record: Record) -> Graph:
    page = jsonld.page(record)
    own, terms = page["@context"]
    assert own == "http://www.w3.org/ns/anno.jsonld"
    return Graph().parse(data=json.dumps(page | {"@context": [TERMS, terms]}), format="json-ld")


def test_every_attribution_is_an_annotation_with_two_selectors_a_span(talks: Record):
    graph = rdf(talks)
    id = URIRef(f"urn:memcon:{talks.document.sha256}:a1")
    assert (id, RDF.type, OA.Annotation) in graph
    assert graph.value(id, OA.motivatedBy) == OA.describing
    role = URIRef("urn:memcon:terms:role")
    told = {}
    for target in graph.objects(id, OA.hasTarget):
        selectors = {graph.value(s, RDF.type): s for s in graph.objects(target, OA.hasSelector)}
        position, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
        start, end = (int(graph.value(position, bound)) for bound in (OA.start, OA.end))
        assert talks.text[start:end] == str(graph.value(quote, OA.exact))
        told.setdefault(str(graph.value(target, role)), []).append((start, end))
    assert {k: sorted(v) for k, v in told.items()} == {
        "source": [(24, 57)], "cue": [(58, 62)], "content": [(0, 23), (70, 84)],
    }  # fmt: skip


def test_the_source_is_the_url_if_there_is_one(talks: Record):
    assert jsonld.source(talks) == f"urn:sha256:{talks.document.sha256}"
    document = talks.document.model_copy(update={"url": "https://news.example/talks"})
    record = talks.model_copy(update={"document": document})
    graph = rdf(record)
    assert set(graph.objects(None, OA.hasSource)) == {URIRef("https://news.example/talks")}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_what_annotations_carry_comes_back_equal(record: Record):
    read = jsonld_reading.parse(json.dumps(jsonld.page(record)), "a.jsonld:1")
    assert read.attributions == record.attributions
    assert read.statements == record.statements
    assert read.events == record.events
    assert read.meeting == record.meeting.model_copy(update={"roles": (), "facts": ()})
    assert read.document == record.document.model_copy(update={"encoding": None})
    assert read.actors == tuple(a.model_copy(update={"title_spans": ()}) for a in record.actors)


def test_a_page_is_a_line(tmp_path: Path, talks: Record, empty: Record):
    path = tmp_path / "out.jsonld"
    assert jsonld.write([talks, empty], path) == 2
    assert [record.text for record in jsonld_reading.read(path)] == [talks.text, empty.text]


def test_words_are_found_again_in_a_text_that_moved(talks: Record):
    page = jsonld.page(talks)
    page["memcon:document"]["memcon:text"] = "OSSEL – " + talks.text
    del page["memcon:document"]["memcon:sha256"]
    read = jsonld_reading.parse(json.dumps(page), "a")
    assert [read.words(a.content) for a in read.attributions] == [
        talks.words(a.content) for a in talks.attributions
    ]
    page["memcon:document"]["memcon:text"] = "Rain fell."
    with pytest.raises(ExchangeError, match="is not in the text"):
        jsonld_reading.parse(json.dumps(page), "a")


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"memcon:document": 1, "items": []}', "[" * 99999]
)
def test_other_files_are_refused(data: str):
    with pytest.raises(ExchangeError, match=r"^here: "):
        jsonld_reading.parse(data, "here")
