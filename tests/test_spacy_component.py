"""memcon in spaCy's pipelines."""

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import memcon
from memcon.errors import MemconError

TEXT = (
    "“The lamps 𝔏 stay lit,” Dara Quill, the harbour minister of Kestria, said on Monday. She added "
    "that Ossel had warned her that fog was near."
)


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon")
    return nlp


@pytest.fixture(scope="module")
def doc(nlp: spacy.Language) -> Doc:
    return nlp(TEXT)


def test_spacy_finds_the_component_where_memcon_is_installed():
    found = entry_points(group="spacy_factories")
    if "memcon" not in found.names:
        pytest.skip("memcon is not installed, or was before it had the component: just setup")
    assert found["memcon"].value == "memcon.spacy_component:make"


def test_the_record_is_the_one_that_memcon_reads(doc: Doc):
    record = memcon.read(TEXT)
    assert doc._.memcon.attributions == record.attributions
    assert doc._.memcon.actors == record.actors
    assert doc._.memcon.text == TEXT
    assert record.attributions


def test_spans_have_the_role_and_the_attribution(doc: Doc):
    first = doc._.memcon.attributions[0]
    told = [(s.label_, s.text) for s in doc.spans["memcon"] if s.id_ == first.id]
    assert ("cue", "said") in told
    assert ("content", "“The lamps 𝔏 stay lit,”") in told


def test_spans_can_be_left_out_or_go_elsewhere():
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon", config={"spans_key": None})
    assert "memcon" not in nlp(TEXT).spans
    nlp = spacy.blank("en")
    nlp.add_pipe("memcon", config={"spans_key": "said"})
    assert len(nlp(TEXT).spans["said"])


def test_many_are_read_in_their_order(nlp: spacy.Language):
    texts = [TEXT, "", "Rain fell.", TEXT]
    docs = list(nlp.pipe(texts))
    assert [d._.memcon.text for d in docs] == texts
    assert [len(d._.memcon.attributions) for d in docs][1:3] == [0, 0]


def test_what_is_known_of_the_document_is_used(nlp: spacy.Language):
    doc = nlp.make_doc(TEXT)
    doc.user_data["memcon_document"] = {"name": "talks.txt", "date": "2024-03-05"}
    record = nlp(doc)._.memcon
    assert (record.document.name, record.document.date) == ("talks.txt", "2024-03-05")


def test_a_doc_is_kept_with_its_record(nlp: spacy.Language, doc: Doc):
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert back._.memcon == doc._.memcon
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.memcon == doc._.memcon


def test_a_doc_that_was_not_read_has_none(nlp: spacy.Language):
    assert nlp.make_doc(TEXT)._.memcon is None


def test_other_languages_are_refused():
    with pytest.raises(MemconError, match="memcon reads English, and this pipeline is for “de”"):
        spacy.blank("de").add_pipe("memcon")
