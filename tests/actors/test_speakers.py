"""Whole documents: who speaks, and who the actors are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import memcon
from memcon.actors.reading import Reading
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


BEFORE_TALKS = """Minister Ludovic Harnes and Ossel President Dara Quill before Their Meeting
Ludovic Harnes, Minister
"""


def test_a_vocative_is_nobodys_subject(tell):
    told = tell(
        BEFORE_TALKS
        + """PRESIDENT QUILL: Mr. Minister, appreciate your visit.
MINISTER HARNES: Minister Quill, thank you.""",
        ("PRESIDENT QUILL", ":", "Mr. Minister, appreciate your visit."),
        ("Mr. Minister", "appreciate", "your visit"),
        ("MINISTER HARNES", ":", "Minister Quill, thank you."),
        ("Minister Quill", "thank", "you"),
    )
    assert told.speakers == ["Dara Quill", "Dara Quill", "Ludovic Harnes", "Ludovic Harnes"]


def test_it_is_a_pleasure_to_who_says_so(tell):
    told = tell(
        BEFORE_TALKS + "MINISTER HARNES: It’s a real pleasure to welcome the president.",
        ("MINISTER HARNES", ":", "It’s a real pleasure to welcome the president."),
        ("", "It’s a real pleasure", "to welcome the president"),
    )
    assert told.speakers[1] == "Ludovic Harnes"


def test_two_who_talk_and_are_named_together_nowhere_are_mentioned_one_by_one(tell):
    told = tell(
        BEFORE_TALKS
        + """MINISTER HARNES: So there is a lot to talk about.
PRESIDENT QUILL: There is.""",
        ("MINISTER HARNES", ":", "So there is a lot to talk about."),
        ("", "to talk about", "a lot"),
        ("PRESIDENT QUILL", ":", "There is."),
    )
    assert told.speakers[1] == "Ludovic Harnes and Dara Quill"
    assert told.mentions("Ludovic Harnes and Dara Quill") == [
        "Minister Ludovic Harnes", "Ossel President Dara Quill",
    ]  # fmt: skip


def test_nobody_thanks_themself_so_a_label_was_lost(tell):
    lost = "I will not tell.\nThank you, Mr. Minister, for the welcome. I hope to stay."
    told = tell(
        BEFORE_TALKS
        + f"""PRESIDENT QUILL: Good day.
MINISTER HARNES: {lost}""",
        ("PRESIDENT QUILL", ":", "Good day."),
        ("MINISTER HARNES", ":", lost),
        ("I", "will not tell", "not"),
        ("I", "hope", "to stay"),
    )
    assert told.speakers == ["Dara Quill", "Ludovic Harnes", "Ludovic Harnes", "Dara Quill"]
    assert told.addressees[3] == "Ludovic Harnes"


def test_what_we_know_of_one_who_speaks_for_no_side_is_everybodys(tell):
    told = tell(
        """Minister Ludovic Harnes with Dara Quill of Lamp Radio
QUESTION: We know that it rains. We appreciate your time.
MINISTER HARNES: We know that it snows.""",
        ("QUESTION", ":", "We know that it rains. We appreciate your time."),
        ("We", "know", "that it rains"),
        ("We", "appreciate", "your time"),
        ("MINISTER HARNES", ":", "We know that it snows."),
        ("We", "know", "that it snows"),
    )
    assert told.speakers == [
        "Dara Quill", None, "Dara Quill", "Ludovic Harnes", "Ludovic Harnes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "side"),
    [
        ("Oslo", "Norway"),
        ("Washington, D.C.", "United States"),
        ("Oslo, Norway", "United States"),
        ("Oslo Media Hub", "Ludovic Harnes"),
    ],
)
def test_a_capital_alone_is_home_and_with_its_country_abroad(tell, place, side):
    words = "We hope that it rains in Norway and the United States."
    head = "Minister Ludovic Harnes on Lamp Radio\nLudovic Harnes, Minister"
    told = tell(
        f"{head}\n{place}\nMINISTER HARNES: {words}",
        ("MINISTER HARNES", ":", words),
        ("We", "hope", "that it rains"),
    )
    assert told.speakers[1] == side


def test_abroad_the_side_is_what_is_named_together_with_the_host(tell):
    words = "We hope that it rains between Ireland and Norway."
    head = "Minister Ludovic Harnes on Lamp Radio\nLudovic Harnes, Minister"
    told = tell(
        f"{head}\nOslo, Norway\nMINISTER HARNES: {words}",
        ("MINISTER HARNES", ":", words),
        ("We", "hope", "that it rains"),
    )
    assert told.speakers[1] == "Ireland"


def test_who_only_calls_up_questions_is_no_party(tell):
    answer = "We agreed that it rains. " + "It rained on the lamps of the town. " * 20
    told = tell(
        f"""Minister Ludovic Harnes at a Press Availability
MR TALVIK: Go ahead.
QUESTION: Is it so?
MINISTER HARNES: {answer}""",
        ("MR TALVIK", ":", "Go ahead."),
        ("QUESTION", ":", "Is it so?"),
        ("MINISTER HARNES", ":", answer),
        ("We", "agreed", "that it rains"),
    )
    assert told.speakers[3] == "Ludovic Harnes"


def test_officials_are_persons_though_states_were_told_of_last(tell):
    told = tell(
        "Ludovic Harnes and Dara Quill discussed lamps. Norway and Ireland said it rains."
        " The two officials agreed to go.",
        ("Ludovic Harnes and Dara Quill", "discussed", "lamps"),
        ("Norway and Ireland", "said", "it rains"),
        ("The two officials", "agreed", "to go"),
    )
    assert told.speakers[2] == "Ludovic Harnes and Dara Quill"


def test_a_list_that_began_before_is_still_a_list(tell):
    told = tell(
        "Secretary of State Ludovic Harnes and Treasury Secretary Dara Quill said it rains"
        " and urged calm.",
        (
            "Secretary of State Ludovic Harnes and Treasury Secretary Dara Quill",
            "said",
            "it rains",
        ),
        ("Ludovic Harnes and Treasury Secretary Dara Quill", "urged", "calm"),
    )
    assert set(told.speakers) == {"Ludovic Harnes and Dara Quill"}


def test_all_of_us_are_nobody_in_particular(tell):
    told = tell(
        "“Rain is of concern to all of us,” Ludovic Harnes said.",
        ("Ludovic Harnes", "said", "“Rain is of concern to all of us,”"),
        ("all of us", "is of concern to", "Rain"),
    )
    assert told.speakers == ["Ludovic Harnes", None]


def test_a_text_without_words_has_no_actors():
    assert name_speakers([], Reading(parse(" \n")), []) == ([], [])


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
    attributions, actors = name_speakers([attribution], Reading(parse(text)), [])
    assert attributions[0].speaker in {None, *(a.id for a in actors)}
    assert all(0 <= a < b <= len(text) for actor in actors for a, b in actor.mentions)
    assert (attributions, actors) == name_speakers([attribution], Reading(parse(text)), [])


def test_an_apposition_of_two_nouns_is_one_person(tell):
    told = tell(
        "“It rains,” said Ludovic Harnes, a Labour consultant and longtime river critic.",
        ("Ludovic Harnes, a Labour consultant and longtime river critic", "said", "“It rains,”"),
    )
    assert told.speakers == ["Ludovic Harnes"]


def test_who_behind_a_description_is_the_one_described(tell):
    told = tell(
        "They got a letter from Ludovic Harnes, a Northmark builder, who says that it rains.",
        ("who", "says", "that it rains"),
    )
    assert told.speakers == ["Ludovic Harnes"]


def test_an_apposition_may_have_an_article_twice(tell):
    told = tell(
        "“It rains,” said Ludovic Harnes, a professor at Sabel University and the editor of a journal.",
        (
            "Ludovic Harnes, a professor at Sabel University and the editor of a journal",
            "said",
            "“It rains,”",
        ),
    )
    assert told.speakers == ["Ludovic Harnes"]


def test_in_a_report_of_two_sides_each_we_is_a_state(tell):
    told = tell(
        "The Leader of the Harbour, Dara Quill, met President Ludovic Harnes of Norway on Monday. They "
        "praised the ties between Norway and Chad, and the roads of Chad and Norway. “We want rain,” "
        "Quill said. “We want snow,” Harnes said.",
        ("Quill", "said", "“We want rain,”"),
        ("We", "want", "rain"),
        ("Harnes", "said", "“We want snow,”"),
        ("We", "want", "snow"),
    )
    assert told.speakers == ["Dara Quill", "Chad", "Ludovic Harnes", "Norway"]


@pytest.mark.parametrize(
    ("said", "cue", "content", "speaker"),
    [
        ("Can you say why it rains?", "Can … say", "why it rains", "Dara Quill"),
        ("I ask if you know why it rains. Why?", "know", "why it rains", "Dara Quill"),
    ],
)
def test_whoever_asks_means_who_answers(tell, said, cue, content, speaker):
    told = tell(
        f"Minister Dara Quill, Harbour Minister\nQUESTION: {said}\nMINISTER QUILL: It does.",
        ("QUESTION", ":", said),
        ("you", cue.split(" … ")[-1], content),
        ("MINISTER QUILL", ":", "It does."),
    )
    assert told.speakers[1] == speaker


def test_whoever_answers_may_mean_anybody(tell):
    said = "If you look, you can see that it rains."
    told = tell(
        f"Minister Dara Quill and Minister Ludovic Harnes\nMINISTER QUILL: {said}\n"
        "MINISTER HARNES: It does.",
        ("MINISTER QUILL", ":", said),
        ("you", "can see", "that it rains"),
        ("MINISTER HARNES", ":", "It does."),
    )
    assert told.speakers[1] is None


def test_it_goes_on_with_the_thing_that_the_sentence_before_was_about(tell):
    said = "The budget of Kestria has two parts. It will support the ports of Ossel."
    told = tell(
        f"Ludovic Harnes, Minister\nMINISTER HARNES: {said}",
        ("MINISTER HARNES", ":", said),
        ("It", "will support", "the ports of Ossel"),
    )
    assert told.speakers[1] is None


def test_it_is_a_pleasure_though_it_is_told_as_the_source(tell):
    told = tell(
        "Ludovic Harnes, Minister\nMINISTER HARNES: It is my pleasure to welcome the president.",
        ("MINISTER HARNES", ":", "It is my pleasure to welcome the president."),
        ("It", "is my pleasure", "to welcome the president"),
    )
    assert told.speakers[1] == "Ludovic Harnes"


def test_the_only_person_whom_an_interview_introduces_answers_as_a(tell):
    told = tell(
        "Interview with Minister Oda Ferris\n\nQ: Will it rain?\n\nA: It will not.\n\nQ: Snow?\n\n"
        "A: It may.\n",
        ("Q", ":", "Will it rain?"),
        ("A", ":", "It will not."),
        ("Q", ":", "Snow?"),
        ("A", ":", "It may."),
    )
    assert told.speakers == [None, "Oda Ferris", None, "Oda Ferris"]


def test_a_member_of_a_group_that_is_mentioned_nowhere_by_itself():
    """Offices before names, one behind the other: the group is heard, and a member stands nowhere."""
    told = memcon.read(
        "President of Norway Ines Orlo received President of Chile Ilva Prado and Foreign Minister of "
        "Chile Jon Brun in Talvik on Monday.\n\nIlva Prado said that trade had doubled.\n"
    )
    assert [a.name for a in told.actors if a.id == told.attributions[-1].speaker] == ["Ilva Prado"]
