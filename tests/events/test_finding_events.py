"""The events of a document."""

import pytest

from memcon.document import Document
from memcon.errors import SpanError
from memcon.events import classify_relation
from memcon.reading import read


def told(text: str, date: str | None = None):
    record = read(Document(name="text", text=text, date=date))
    names = {a.id: a.name for a in record.actors}
    return [
        (e.type, e.modality, [names[i] for i in e.sources], [names[i] for i in e.targets])
        for e in record.events
    ], record


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya attacked Chad.", ("ASSAULT", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya will not attack Chad.", ("ASSAULT", "denied", ["Kenya"], ["Chad"])),
        ("Kenya denied that it had attacked Chad.", ("ASSAULT", "denied", ["Kenya"], ["Chad"])),
        ("Kenya and Chad held talks.", ("CONSULT", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya gave food to Chad.", ("AID", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya accused Chad of lying.", ("ACCUSE", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya and Chad agreed to talk.", ("AGREE", "occurred", ["Kenya"], ["Chad"])),
        (
            "Kenya threatened to cut off the gas to Chad.",
            ("THREATEN", "occurred", ["Kenya"], ["Chad"]),
        ),
        ("Kenya will send 500 tonnes of wheat to Chad.", ("AID", "intended", ["Kenya"], ["Chad"])),
        ("Kenya lifted its sanctions on Chad.", ("YIELD", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya suspended talks with Chad.", ("SANCTION", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya recalled its ambassador from Chad.", ("SANCTION", "occurred", ["Kenya"], ["Chad"])),
        ("Kenya lodged a protest with Chad.", ("ACCUSE", "occurred", ["Kenya"], ["Chad"])),
    ],
)
def test_who_did_what_to_whom(text, event):
    events, _ = told(text)
    if event[0] == "CONSULT":
        events = [(e[0], e[1], sorted(e[2] + e[3])[1:], sorted(e[2] + e[3])[:1]) for e in events]
    assert event in events


def test_an_event_told_by_a_speaker_sits_in_what_they_said():
    events, record = told(
        "President Ana Quill said that Kenya had attacked Chad on Monday.", "2024-03-05"
    )
    assert [e[0] for e in events] == ["ASSAULT"]
    (event,) = record.events
    assert event.attribution == record.attributions[0].id
    assert event.date == "2024-03-04"
    assert event.mode == "material"
    assert event.score is not None
    assert event.score < 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya attacked Chad in the Gulf of Aden on Monday.", "the Gulf of Aden"),
        ("Kenya and Chad held talks in Nairobi, the capital.", "Nairobi"),
        ("Kenya struck ships of Chad near Port Sudan.", "Port Sudan"),
        ("Kenya attacked Chad in 2014 in anger.", None),
    ],
)
def test_where_it_was(text, place):
    _, record = told(text)
    assert [e.place for e in record.events] == [place]


def test_without_actors_nothing_is_told():
    assert told("It rained. The harvest was good.")[0] == []


def test_a_relation_needs_somebody():
    with pytest.raises(SpanError, match="source or a target"):
        classify_relation("It rained.", None, None)
    with pytest.raises(SpanError, match="names no words"):
        classify_relation("It rained.", (0, 99), None)


def test_a_code_comes_with_all_that_it_means():
    text = "Kenya expelled two diplomats of Chad."
    found = classify_relation(text, (0, 5), (text.index("Chad"), len(text) - 1))
    assert found.quad in (3, 4)
    assert found.score < 0
    assert 0 < found.confidence <= 1


def test_what_two_do_side_by_side_is_not_done_to_each_other():
    assert told("Kenya and Chad welcomed the talks.")[0] == []
    (event,) = told("Kenya and Chad agreed on a border.")[0]
    assert (event[0], sorted(event[2] + event[3])) == ("AGREE", ["Chad", "Kenya"])


def test_the_label_of_a_turn_takes_no_part_in_what_it_tells():
    events, _ = told(
        "Spokesperson Ana Quill: Good afternoon.\nLamp News: Kenya yesterday accused Chad of "
        "jamming its signals. What is your response?\nAna Quill: I have none.\n"
    )
    assert ("ACCUSE", "occurred", ["Kenya"], ["Chad"]) in events


def test_a_matter_that_is_discussed_takes_no_part_in_it():
    events, _ = told("Kenya discussed Chad with Norway.")
    assert [(e[0], e[2], e[3]) for e in events] == [("CONSULT", ["Kenya"], ["Norway"])]


def test_an_ambassador_who_is_recalled_is_no_statement():
    _, record = told("Kenya recalled its ambassador from Chad last month.")
    assert record.attributions == ()


def test_who_is_called_something_is_asked_for_nothing():
    events, _ = told("Kenya called Chad a neighbour.")
    assert [e for e in events if e[0] == "REQUEST"] == []
    events, _ = told("Kenya called on Chad to stop.")
    assert [(e[0], e[2], e[3]) for e in events] == [("REQUEST", ["Kenya"], ["Chad"])]
