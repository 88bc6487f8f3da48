from memcon.document import Document
from memcon.record import Actor, Fact, Meeting, Participant, Record
from memcon.report.markdown import markdown
from memcon.report.meeting import meeting_facts
from tests.report.conftest import ENGINE

TEXT = (
    "Dara Quill received Jonas Talvik on Monday for around two hours, gave him a brass bell, "
    "signed a treaty, will visit Ossel in May."
)


def fact(kind: str, words: str, value: str | None = None, **more: str) -> Fact:
    start = TEXT.index(words)
    span = (start, start + len(words))
    return Fact.model_validate({"kind": kind, "words": words, "span": span, "value": value, **more})


def report() -> Record:
    start = TEXT.index("received")
    host = Participant(actor="p1", role="host", words="received", span=(start, start + 8))
    return Record(
        document=Document(name="visit.txt", text=TEXT),
        actors=(
            Actor(id="p1", name="Dara Quill", kind="person", mentions=((0, 10),)),
            Actor(id="p2", name="Jonas Talvik", kind="person", mentions=((20, 32),)),
        ),
        meeting=Meeting(
            participants=("p1", "p2"), roles=(host,), date="2024-03-04", duration="PT2H",
            format="bilateral", gifts=("a brass bell",),
            facts=(
                fact("date", "Monday", "2024-03-04"), fact("duration", "around two hours", "PT2H"),
                fact("gift", "a brass bell", giver="p1", receiver="p2"),
                fact("document", "a treaty"), fact("next step", "visit Ossel in May", "2024-05"),
            ),
        ),
        engine=ENGINE,
    )  # fmt: skip


def test_the_meeting_reads_well_in_words():
    assert dict(meeting_facts(report())) == {
        "Participants": "Dara Quill (host); Jonas Talvik",
        "Date": "Monday (2024-03-04)",
        "Duration": "around two hours (PT2H)",
        "Format": "bilateral",
        "Gifts": "a brass bell, from Dara Quill to Jonas Talvik",
        "Documents": "a treaty",
        "Next steps": "visit Ossel in May (2024-05)",
    }


def test_it_has_a_heading_of_its_own():
    assert "## The meeting\n\n- Participants: Dara Quill (host)" in markdown(report())
