"""Whole documents: who speaks, and who the actors are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors.speakers import name_speakers
from memcon.language.pipeline import parse
from memcon.record import Attribution

TALKS = """Foreign Minister Ludovic Harnes of Kestria met Dara Quill, the president of Ossel, on Monday.
“We welcome the bridge,” Harnes said. “As Her Excellency stated, the river is ours,” the minister added.
President Quill thanked him. She said the lamps stay lit."""


def test_names_titles_offices_and_pronouns_lead_to_one_actor(tell):
    told = tell(
        TALKS,
        ("Harnes", "said", "“We welcome the bridge,”"),
        ("We", "welcome", "the bridge"),
        ("the minister", "added", "“As Her Excellency stated, the river is ours,”"),
        ("Her Excellency", "stated", "the river is ours"),
        ("President Quill", "thanked", "him"),
        ("She", "said", "the lamps stay lit"),
    )
    assert told.speakers == [
        "Ludovic Harnes", "Kestria", "Ludovic Harnes", "Dara Quill", "Dara Quill", "Dara Quill",
    ]  # fmt: skip
    quill = told.actor("Dara Quill")
    assert quill.kind == "person"
    assert quill.titles == ("president of Ossel", "President")
    assert told.mentions("Dara Quill") == [
        "Dara Quill", "the president of Ossel", "Her Excellency", "President Quill", "She",
    ]  # fmt: skip
    assert [a.id for a in told.actors] == [f"p{i + 1}" for i in range(len(told.actors))]


def test_a_source_without_antecedent_has_no_speaker(tell):
    told = tell(
        "Those who dig say that it is deep. He said so.",
        ("Those who dig", "say", "that it is deep"),
        ("He", "said", "so"),
    )
    assert told.speakers == [None, None]
    assert told.actors == []


def test_an_unnamed_source_is_called_by_its_words(tell):
    told = tell(
        "Haulage companies said the road is closed. A ministry spokesman denied that it was.",
        ("Haulage companies", "said", "the road is closed"),
        ("A ministry spokesman", "denied", "that it was"),
    )
    assert told.speakers == ["Haulage companies", "a ministry spokesman"]
    assert [a.kind for a in told.actors] == ["group", "person"]


def test_a_transcript_has_its_speakers_from_the_heading(tell):
    told = tell(
        """Ludovic Harnes, Ministry Spokesperson
MR HARNES: Good day. I can confirm the visit.
QUESTION: You say so?
MR HARNES: Thank you for asking.""",
        ("MR HARNES", ":", "Good day. I can confirm the visit."),
        ("I", "can confirm", "the visit"),
        ("QUESTION", ":", "You say so?"),
        ("MR HARNES", ":", "Thank you for asking."),
        ("", "Thank", "you for asking"),
    )
    assert told.speakers == [
        "Ludovic Harnes",
        "Ludovic Harnes",
        None,
        "Ludovic Harnes",
        "Ludovic Harnes",
    ]


def test_in_an_interview_the_only_other_person_of_the_heading_asks(tell):
    told = tell(
        """Minister Ludovic Harnes with Dara Quill of Lamp Radio
QUESTION: Are you sure?
MINISTER HARNES: I am.""",
        ("QUESTION", ":", "Are you sure?"),
        ("you", "sure", "Are"),
        ("MINISTER HARNES", ":", "I am."),
    )
    assert told.speakers[0] == "Dara Quill"
    assert told.speakers[2] == "Ludovic Harnes"


def test_a_text_without_words_has_no_actors():
    assert name_speakers([], parse(" \n"), []) == ([], [])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Aab .,’'-\n“”:&(", max_size=60), st.integers(0, 40), st.integers(1, 20))
def test_any_text_and_source_gives_speakers_that_are_actors(text, start, length):
    if len(text) < 3:
        return
    start = min(start, len(text) - 2)
    source = (start, min(start + length, len(text) - 1))
    attribution = Attribution(
        id="a1",
        source=(source,),
        content=((len(text) - 1, len(text)),),
        type="direct",
        confidence=1,
    )
    attributions, actors = name_speakers([attribution], parse(text), [])
    assert attributions[0].speaker in {None, *(a.id for a in actors)}
    assert all(0 <= a < b <= len(text) for actor in actors for a, b in actor.mentions)
    assert (attributions, actors) == name_speakers([attribution], parse(text), [])
