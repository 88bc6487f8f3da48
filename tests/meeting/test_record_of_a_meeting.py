"""A Record whose meeting breaks an invariant cannot be made."""

import pytest
from pydantic import ValidationError

from memcon.document import Document
from memcon.record import Actor, Engine, Fact, Meeting, Participant, Record

TEXT = "Dara Quill met Jonas Talvik."
QUILL = Actor(id="p1", name="Dara Quill", kind="person", mentions=((0, 10),))


def record(meeting: Meeting) -> Record:
    document = Document(name="text", text=TEXT)
    engine = Engine(version="0", model="sha256:0")
    return Record(document=document, actors=(QUILL,), meeting=meeting, engine=engine)


@pytest.mark.parametrize(
    ("meeting", "problem"),
    [
        (Meeting(facts=(Fact(kind="format", words="met", span=(10, 13)),)), "not what stands"),
        (Meeting(facts=(Fact(kind="format", words="met", span=(40, 43)),)), "ends behind the text"),
        (
            Meeting(facts=(Fact(kind="gift", words="met", span=(11, 14), giver="p9"),)),
            "giver is p9",
        ),
        (
            Meeting(roles=(Participant(actor="p1", role="host", words="met", span=(11, 14)),)),
            "no participant",
        ),
        (Meeting(participants=("p7",)), "participant is p7"),
    ],
)
def test_what_is_broken_is_named(meeting, problem):
    with pytest.raises(ValidationError, match=problem):
        record(meeting)


def test_a_sound_meeting_comes_back_from_its_json():
    role = Participant(actor="p1", role="caller", words="met", span=(11, 14))
    fact = Fact(kind="format", words="met", span=(11, 14), value="bilateral")
    made = record(Meeting(participants=("p1",), roles=(role,), facts=(fact,)))
    assert Record.from_json(made.to_json(), TEXT) == made
