"""To whom each attribution was said; every rule has the sentence that needed it."""

import pytest

QUILL, HARNES, FERRIS = "Dara Quill", "Ludovic Harnes", "Oda Ferris"
NAMES = f"Minister {HARNES} of Kestria, President {QUILL} of Ossel and Ms. {FERRIS} were there. "


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "addressee"),
    [
        ("Harnes told Quill that it rains.", "told", "that it rains", QUILL),
        ("Harnes told reporters that it rains.", "told", "that it rains", "reporters"),
        ("Harnes told Lamp News Agency it rains.", "told", "it rains", "Lamp News Agency"),
        ("Harnes urged President Quill to wait.", "urged", "to wait", QUILL),
        ("Harnes asked Quill to wait.", "asked", "to wait", QUILL),
        ("Harnes thanked Quill for the lamps.", "thanked", "for the lamps", QUILL),
        ("Harnes congratulated Norway on its lamps.", "congratulated", "on its lamps", "Norway"),
        ("Harnes called on Norway to stop.", "called on", "to stop", "Norway"),
        ("Harnes said to Quill that it rains.", "said", "that it rains", QUILL),
        (
            "Harnes expressed his condolences to Quill on the loss.",
            "expressed",
            "on the loss",
            QUILL,
        ),
        ("Harnes made clear to Norway that it rains.", "made clear", "that it rains", "Norway"),
        ("Harnes shared ideas with Norway about lamps.", "shared ideas", "about lamps", "Norway"),
        ("In a letter to Quill, Harnes wrote that it rains.", "wrote", "that it rains", QUILL),
        ("Speaking to reporters, Harnes said it rains.", "said", "it rains", "reporters"),
        ("Harnes informed Quill of the visit, adding that it rains.", "adding", "it rains", QUILL),
        ("Harnes warned pilots of the risk.", "warned", "of the risk", "pilots"),
        ("Harnes warned pilots of Ossel.", "warned", "of Ossel", "pilots of Ossel"),
        ("Harnes was told that it rains.", "was told", "that it rains", None),
        ("Harnes said that Norway must wait.", "said", "that Norway must wait", None),
        ("Harnes asked questions about the lamps.", "asked questions", "about the lamps", None),
        ("Harnes encouraged steps towards peace.", "encouraged", "steps towards peace", None),
        ("Harnes told himself that it rains.", "told", "that it rains", None),
        ("Harnes stressed the commitment to Norway.", "stressed", "the commitment to Norway", None),
    ],
)
def test_the_words_at_the_cue_say_to_whom(tell, sentence, cue, content, addressee):
    told = tell(NAMES + sentence, ("Harnes", cue, content))
    assert told.addressees == [addressee]


def test_passives_name_who_hears(tell):
    told = tell(NAMES + "Quill was told by Harnes that it rains.", ("Harnes", "told", "it rains"))
    assert told.speakers == [HARNES]
    assert told.addressees == [QUILL]


def test_two_who_hear_are_a_group(tell):
    told = tell(
        NAMES + "Harnes told Quill and Ferris that it rains.", ("Harnes", "told", "that it rains")
    )
    assert told.addressees == ["Dara Quill and Oda Ferris"]
    assert told.actor("Dara Quill and Oda Ferris").kind == "group"


def test_thanks_are_for_the_help_and_the_minister_is_not_for_it(tell):
    told = tell(
        "Minister Ludovic Harnes met President Dara Quill."
        " Quill thanked the Minister for Norway’s help.",
        ("Quill", "thanked", "the Minister for Norway’s help"),
    )
    assert told.addressees == [HARNES]


def test_in_a_meeting_of_two_it_is_the_other_side(tell):
    told = tell(
        "Minister Ludovic Harnes, in a meeting with President Dara Quill on Monday, welcomed the bridge."
        " He said it is long.\nPresident Quill called it short. Both discussed lamps.",
        ("Minister Ludovic Harnes", "welcomed", "the bridge"),
        ("He", "said", "it is long"),
        ("President Quill", "called", "it short"),
        ("Both", "discussed", "lamps"),
    )
    assert told.addressees == [QUILL, QUILL, HARNES, None]


@pytest.mark.parametrize(
    "opening",
    [
        "Minister Ludovic Harnes met today in Port Sabel with President Dara Quill.",
        "Minister Ludovic Harnes spoke today with President Dara Quill.",
        "Minister Ludovic Harnes called President Dara Quill to discuss lamps.",
        "Minister Ludovic Harnes held talks with President Dara Quill.",
        "Minister Ludovic Harnes and President Dara Quill met on Monday.",
    ],
)
def test_what_tells_of_a_meeting(tell, opening):
    told = tell(opening + " Harnes stressed its length.", ("Harnes", "stressed", "its length"))
    assert told.addressees == [QUILL]


@pytest.mark.parametrize(
    "opening",
    [
        "Minister Ludovic Harnes will meet with President Dara Quill.",
        "Minister Ludovic Harnes did not meet with President Dara Quill.",
        "Minister Ludovic Harnes praised President Dara Quill.",
    ],
)
def test_what_does_not(tell, opening):
    told = tell(opening + " Harnes stressed its length.", ("Harnes", "stressed", "its length"))
    assert told.addressees == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Later Harnes told reporters that it rains. Harnes said it snows.",
        "In a speech to no one, Harnes said it snows.",
        "On Friday Harnes said it snows.",
    ],
)
def test_another_occasion_ends_the_meeting(tell, sentence):
    told = tell(
        "Minister Ludovic Harnes met President Dara Quill on Monday. " + sentence,
        ("Harnes", "said", "it snows"),
    )
    assert told.addressees != [QUILL]


def test_who_was_not_there_heard_nothing(tell):
    told = tell(
        "Minister Ludovic Harnes met President Dara Quill. Ms. Oda Ferris said it rains.",
        ("Ms. Oda Ferris", "said", "it rains"),
    )
    assert told.addressees == [None]


def test_who_discuss_have_met(tell):
    told = tell(
        NAMES + "In a call, Harnes and Quill discussed lamps. Harnes condemned the flood.",
        ("Harnes and Quill", "discussed", "lamps"),
        ("Harnes", "condemned", "the flood"),
    )
    assert told.addressees == [None, QUILL]


def test_a_spokesperson_gives_out_what_was_said_at_the_meeting_in_the_heading(tell):
    text = """Minister Harnes’s Call with President Quill
The following is attributable to Spokesperson Ivo Talvik:
Minister Ludovic Harnes stressed to nobody that President Dara Quill was right. Harnes noted the rain."""
    whole = text.split(":\n")[1]
    told = tell(text, ("Spokesperson Ivo Talvik", ":", whole), ("Harnes", "noted", "the rain"))
    assert told.addressees[1] == QUILL


def test_a_quotation_calls_by_name(tell):
    told = tell(
        NAMES + "“Oda Ferris, thank you,” Harnes said.",
        ("Harnes", "said", "“Oda Ferris, thank you,”"),
    )
    assert told.addressees == [FERRIS]


def test_what_is_told_in_parentheses_calls_nobody(tell):
    told = tell(
        "PRESIDENT QUILL: It rains. (Oda Ferris.) It snows.\nMINISTER HARNES: Yes.\nMINISTER TALVIK: No.",
        ("PRESIDENT QUILL", ":", "It rains. (Oda Ferris.) It snows."),
        ("MINISTER HARNES", ":", "Yes."),
        ("MINISTER TALVIK", ":", "No."),
    )
    assert told.addressees[0] is None


def test_inside_a_quotation_i_heard_and_we_tell_the_addressee(tell):
    told = tell(
        "President Dara Quill of Ossel met Minister Ludovic Harnes of Kestria."
        " “He told me that it rains, and we hope you agree,” Quill said.",
        ("Quill", "said", "“He told me that it rains, and we hope you agree,”"),
        ("He", "told", "that it rains"),
        ("we", "hope", "you agree"),
    )
    assert told.addressees == [HARNES, QUILL, HARNES]


def test_as_you_said_is_said_to_who_now_says_so(tell):
    told = tell(
        "Minister Ludovic Harnes received President Dara Quill."
        " “As Your Excellency said, it rains, and you know it,” Harnes added. Quill smiled, she said.",
        ("Harnes", "added", "“As Your Excellency said, it rains, and you know it,”"),
        ("Your Excellency", "said", "it rains"),
        ("you", "know", "it"),
        ("she", "said", "Quill smiled"),
    )
    assert told.speakers[1:3] == [QUILL, QUILL]
    assert told.addressees[:3] == [QUILL, HARNES, None]


def test_what_was_said_before_was_said_to_whom_the_text_does_not_say(tell):
    told = tell(
        "Minister Ludovic Harnes met President Dara Quill. “I said that it rains,” Harnes added.",
        ("Harnes", "added", "“I said that it rains,”"),
        ("I", "said", "that it rains"),
    )
    assert told.addressees == [QUILL, None]


TALKS = """Minister Ludovic Harnes and President Dara Quill before Their Meeting
MINISTER HARNES: Good morning, everyone. It is great to have you here. I hope you like lamps.
PRESIDENT QUILL: Mr. Minister, thank you. I like them.
MINISTER HARNES: Thank you, all."""


def test_turns_of_two_address_each_other_unless_everybody_is_meant(tell):
    told = tell(
        TALKS,
        ("MINISTER HARNES", ":", TALKS.split("HARNES: ")[1].split("\n")[0]),
        ("I", "hope", "you like lamps"),
        ("PRESIDENT QUILL", ":", "Mr. Minister, thank you. I like them."),
        ("MINISTER HARNES", ":", "Thank you, all."),
    )
    assert told.addressees == [QUILL, QUILL, HARNES, None]


def test_a_nameless_question_is_put_to_who_answers_and_the_answer_to_nobody_named(tell):
    told = tell(
        """Briefing by Ludovic Harnes, Ministry Spokesperson
MR HARNES: Good day.
QUESTION: Is it true?
MR HARNES: It is. I can confirm it.""",
        ("MR HARNES", ":", "Good day."),
        ("QUESTION", ":", "Is it true?"),
        ("MR HARNES", ":", "It is. I can confirm it."),
        ("I", "can confirm", "it"),
    )
    assert told.addressees == [None, HARNES, None, None]


def test_among_three_who_asked_is_answered(tell):
    told = tell(
        """Minister Ludovic Harnes, President Dara Quill and Ms. Oda Ferris
MS FERRIS: What do you say?
PRESIDENT QUILL: It rains.
MINISTER HARNES: It snows.""",
        ("MS FERRIS", ":", "What do you say?"),
        ("PRESIDENT QUILL", ":", "It rains."),
        ("MINISTER HARNES", ":", "It snows."),
    )
    assert told.addressees == [QUILL, FERRIS, None]


def test_the_heading_of_a_speech_says_before_whom(tell):
    told = tell(
        """Opening Remarks by Minister Ludovic Harnes Before the Lamp Committee
MINISTER HARNES: Thank you, Chairwoman Quill. I am grateful for your time.""",
        ("MINISTER HARNES", ":", "Thank you, Chairwoman Quill. I am grateful for your time."),
        ("I", "am grateful", "for your time"),
    )
    assert told.addressees == ["Lamp Committee", "Lamp Committee"]


def test_remarks_to_the_press_address_nobody_named(tell):
    told = tell(
        "Minister Ludovic Harnes Remarks to the Press\nMINISTER HARNES: It rains.",
        ("MINISTER HARNES", ":", "It rains."),
    )
    assert told.addressees == [None]


def test_an_answer_is_to_whichever_paper_asked(tell):
    told = tell(
        "Spokesperson Dara Quill: Good afternoon.\n"
        "Lamp News Agency: Will it rain?\n"
        "Dara Quill: It will not.\n"
        "Oda Wire: Will it snow?\n"
        "Dara Quill: It may.\n"
        "Follow-up: When?\n",
        ("Spokesperson Dara Quill", ":", "Good afternoon."),
        ("Lamp News Agency", ":", "Will it rain?"),
        ("Dara Quill", ":", "It will not."),
        ("Oda Wire", ":", "Will it snow?"),
        ("Dara Quill", ":", "It may."),
        ("Follow-up", ":", "When?"),
    )
    assert told.addressees[2] == "Lamp News Agency"
    assert told.addressees[4] == "Oda Wire"
    assert told.speakers[5] is None


def test_my_colleague_is_the_other_of_two_who_answer(tell):
    told = tell(
        "MINISTER QUILL: Welcome, Oda.\nMINISTER FERRIS: Thank you, Dara. I told my colleague that it "
        "rains.\n",
        ("MINISTER QUILL", ":", "Welcome, Oda."),
        ("MINISTER FERRIS", ":", "Thank you, Dara. I told my colleague that it rains."),
        ("I", "told", "that it rains"),
    )
    assert told.addressees[2] == told.speakers[0]
