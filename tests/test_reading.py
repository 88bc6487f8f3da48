"""Reading whole documents with the shipped model: examples, and what holds for every text."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import memcon
from memcon.document import Document
from memcon.language.quotations import find_quotations
from memcon.reading import read_document, read_many
from memcon.record import Attribution, Record
from memcon.schema import published_schema

VALID = Draft202012Validator(published_schema())

MIXED = (
    "President Ilse Maravel said that Kestria would “take the fence down”. "
    "“No fish will wait that long,” Prime Minister Oren Halvard answered."
)


def by_cue(record: Record, cue: str) -> Attribution:
    return next(a for a in record.attributions if record.words(a.cue) == cue)


def test_who_said_what_to_the_character():
    record = memcon.read(MIXED)
    said, answered = by_cue(record, "said"), by_cue(record, "answered")
    assert record.words(said.source) == "President Ilse Maravel"
    assert record.words(said.content).endswith("Kestria would “take the fence down”")
    assert said.type == "mixed"
    assert record.words(answered.content) == "“No fish will wait that long,”"
    assert answered.type == "direct"
    assert record.actor(answered.speaker).name == "Oren Halvard"


def test_a_fronted_clause_does_not_part_a_verb_from_its_source():
    record = memcon.read(
        "Referring to the talks on the lighthouse, Chancellor Ada Rothmayr described them as "
        "“long overdue” and added: “We lit the lamp in 1781 and will not be the ones to put it out.”"
    )
    source = by_cue(record, "added").source
    assert record.words(source) == "Chancellor Ada Rothmayr"
    assert source == by_cue(record, "described").source


def test_what_is_said_inside_what_is_said():
    record = memcon.read(
        "Minister Laila Qasimi said that the mayor had told her that the bridge was safe."
    )
    said, told = by_cue(record, "said"), by_cue(record, "had told")
    assert told.parent == said.id
    assert record.words(told.source) == "the mayor"


def test_a_path_and_its_text_give_the_same(folder):
    path = folder / "a.txt"
    path.write_text(MIXED, encoding="utf-8")
    of_path, of_text = memcon.read(path), memcon.read(MIXED)
    assert of_path.document.name == "a.txt"
    assert of_path.attributions == of_text.attributions


def test_a_sentence_longer_than_any_name_of_a_file_is_a_text():
    record = memcon.read("Minister Orde said that the sea was calm" + " and calm" * 60 + ".")
    assert record.document.name == "text"
    assert record.attributions


def test_a_path_that_is_not_there_is_not_taken_for_a_text(folder):
    with pytest.raises(memcon.MemconError, match=r"reprot\.txt"):
        memcon.read("reprot.txt")


def test_a_text_without_anybody_speaking_gives_an_empty_record():
    record = memcon.read("Rain fell on the harbour all night.")
    assert record.attributions == ()


#: Bits of text that are hard in some way, to be put together at random.
BITS = (
    "Anna Berg", "she", "the two sides", "said", "told them", "denied", "that Tavria would wait",
    "“", "”", '"', "'", "’", "‘", "«", "»", "„", "(", ")", "[even]", ",", ".", ":", "–", "?",
    "\n", "\n\n", "\r\n", "\u2028", " ", "\t", "\u00a0", "MINISTER BERG:", "QUESTION:", "Q:",
    "The following is attributable to Spokesperson Ann Lee:", "– Commissioner Lee",
    "\u202eleft\u202c", "e\u0301", "😀", "日本", "\x00", "\ufeff", "don't", "1,400", "…",
    "The two sides agreed", "according to", "her", "who", "adding",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(BITS), max_size=40).map(" ".join) | st.text(max_size=80)
STEADY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@STEADY
@given(TEXTS)
def test_every_record_is_sound_and_valid_against_the_schema(text):
    # Making a Record checks its invariants: see tests/test_record.py.
    record = read_document(Document(name="a", text=text))
    data = json.loads(record.to_json())
    VALID.validate(data)
    assert Record.from_json(record.to_json(), text) == record


@STEADY
@given(TEXTS)
def test_a_quotation_begins_and_ends_where_its_marks_are(text):
    for quotation in find_quotations(text):
        assert text.startswith(quotation.mark, quotation.start)
        if quotation.closed:
            assert text[quotation.end - 1] in "”“\"»›«‹’‘'"


@settings(STEADY, max_examples=8)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_threads_change_nothing(texts):
    documents = [Document(name=str(i), text=text) for i, text in enumerate([*texts, MIXED])]
    alone, together = (
        [record.to_json() for record in read_many(documents, threads=n)] for n in (1, 2)
    )
    assert alone == together


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50,
        '"' * 51,
        "“a ‘b “c ‘d’ e” f’ g,” she said.",
        "\x00 said \x00 that \x00.",
        "said " * 3000,
        "x" * 20_000,
        "A: " * 500,
    ],
    ids=["marks", "odd marks", "four deep", "NUL", "only cues", "one word", "labels"],
)
def test_what_nobody_would_write_is_read_all_the_same(text):
    VALID.validate(json.loads(read_document(Document(name="a", text=text)).to_json()))


def test_half_a_character_is_read_as_one_that_is_unknown():
    """Texts made by other programs may hold halves of surrogate pairs, which no parser takes."""
    text = (
        "Minister Dara Quill met Oren Halvard in Corran on 3 May 2027. "
        "Quill presented Halvard with a bronze \ud800 bell. "
        "Halvard said: “No fish\ud800 will wait.”"
    )
    record = memcon.read(text)
    assert record.words(by_cue(record, "said").content) == "“No fish\ud800 will wait.”"
    assert "a bronze \ufffd bell" in record.to_json()
    assert Record.from_json(record.to_json(), text) == record
