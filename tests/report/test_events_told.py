"""Events in words."""

import pytest

from memcon.report import render
from memcon.report.events import events_told
from tests.report.meant import meant


def test_events_are_told_in_the_order_of_the_text_with_who_tells_them():
    told = [(e.id, e.sentence, e.code, e.teller) for e in events_told(meant())]
    assert told == [
        ("e1", "Dara Quill consulted with Jonas Talvik", "CONSULT, verbal, occurred", "the narrator"),
        ("e4", "Ossel is asked to cooperate", "COOPERATE, verbal, demanded", "Dara Quill (a2)"),
        ("e3", "Dara Quill and Ossel are said not to have given aid to Velmar",
         "AID, material, denied", "Dara Quill (a3)"),
        ("e2", "Ossel used force against Kestria", "ASSAULT, material, occurred", "the narrator"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("modality", "sentence"),
    [
        ("occurred", "Ossel used force against Kestria"),
        ("intended", "Ossel intends to use force against Kestria"),
        ("demanded", "Ossel is asked to use force against Kestria"),
        ("denied", "Ossel is said not to have used force against Kestria"),
        ("hypothetical", "Ossel might use force against Kestria"),
    ],
)
def test_what_is_wanted_denied_or_possible_is_not_told_as_done(modality, sentence):
    record = meant()
    event = record.events[1].model_copy(update={"modality": modality})
    (told,) = events_told(record.model_copy(update={"events": (event,)}))
    assert told.sentence == sentence


def test_all_root_codes_have_words_and_an_unknown_one_is_told_by_its_code():
    record = meant()
    codes = [
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]  # fmt: skip
    events = [record.events[1].model_copy(update={"type": code, "id": code}) for code in codes]
    sentences = [
        e.sentence for e in events_told(record.model_copy(update={"events": tuple(events)}))
    ]
    assert len(set(sentences)) == len(codes)
    assert not any(code in sentence for code, sentence in zip(codes, sentences, strict=True))
    strange = record.events[1].model_copy(update={"type": "SING"})
    (told,) = events_told(record.model_copy(update={"events": (strange,)}))
    assert told.sentence == "Ossel did “SING” to Kestria"


def test_somebody_who_is_not_named_and_when_and_where():
    record = meant()
    event = record.events[1].model_copy(
        update={"sources": (), "targets": (), "date": "2024-03-04", "place": "Saltmere"}
    )
    (told,) = events_told(record.model_copy(update={"events": (event,)}))
    assert told.sentence == "Somebody not named used force, 2024-03-04, Saltmere"


def test_support_in_words_alone_is_told_as_such():
    record = meant()
    given = {"type": "SUPPORT", "mode": "verbal"}
    event = record.events[1].model_copy(update=given)
    (told,) = events_told(record.model_copy(update={"events": (event,)}))
    assert told.sentence == "Ossel expressed support for Kestria"


def test_a_long_passage_is_cut():
    record = meant()
    event = record.events[1].model_copy(update={"span": ((0, 240),)})
    (told,) = events_told(record.model_copy(update={"events": (event,)}))
    assert told.words.endswith(" …") and len(told.words) <= 120


def test_every_form_has_the_section(talks):
    md, html = render(meant(), "md"), render(meant(), "html")
    assert (
        "## Events told\n\n- Dara Quill consulted with Jonas Talvik  \n  e1 · “received” · " in md
    )
    assert '<h2 id="events">Events told</h2>' in html
    assert 'told by <a href="#e2"><bdi>Dara Quill (a3)</bdi></a>' in html
    assert "Events told" not in render(talks, "md") + render(talks, "html")
