"""Turns: labels in the forms in which they are printed, questions without any, and what is no turn."""

from __future__ import annotations

import pytest

from memcon.layout.plain import plain
from memcon.layout.reading import Layout

SAID = (
    "Thank you for coming. I have one announcement to make this morning.",
    "What do you expect of the talks in Tallin next week?",
    "We expect that both sides will keep to what they have promised.",
    "Will you meet the opposition as well, and when?",
    "I do not exclude it. We shall see.",
    "Let us move on to the next question, please.",
)


def turns(text: str, *, known: bool = False) -> list[tuple[str, str]]:
    layout = Layout(plain(text))

    def words(spans):
        return " … ".join(layout.text[a:b] for a, b in spans)

    return [
        (words([t.source]) if t.source else "", words(t.body)) for t in layout.turns(known=known)
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "labels",
    [
        # House styles of ministries, parliaments, the United Nations, papers and broadcasters.
        "MINISTER ORLEV:|QUESTION:|MINISTER ORLEV:|QUESTION:|MINISTER ORLEV:|MODERATOR:",
        "The President:|Mr. Orlev (Kestria):|Ms. Vargo (Ossel) (spoke in French):|"
        "The President (spoke in Spanish):|Mr. Orlev (Kestria):|The President:",
        "Mr. ORLEV.|Ms. VARGO (during the reading).|The CHAIRMAN.|Ms. VARGO.|Mr. ORLEV [presiding].|"
        "The SPEAKER pro tempore.",
        "Ivo Orlev [Minister]:|Ines Kallmer [Baltic Radio]:|Ivo Orlev:|Question [The Weekly Lamp]:|"
        "Ivo Orlev:|Moderator:",
        "Ivo Orlev, Minister of Trade:|Ines Kallmer, ARD:|Ivo Orlev:|"
        "Piet Maas, The Lamp:|Ivo Orlev:|Host:",
        "Ivo Orlev:|Ines Kallmer:|IO:|IK:|IO:|IK:",
        "Q1 Chair:|Ivo Orlev:|Q2 Ines Kallmer:|Ivo Orlev:|Q3 Chair:|Ivo Orlev:",
        "**Ivo Orlev:**|**Ana Reis:**|**Ivo Orlev:**|**Ana Reis:**|**Ivo Orlev:**|**Ana Reis:**",
        "Mr BRAMLEY (Port Ellis—Minister for Trade) (14:05):|Ms HOLT:|Mr BRAMLEY:|Opposition members:|"
        "Mr BRAMLEY:|The DEPUTY SPEAKER (Ms Holt):",
        "[10:02] Host:|[10:05] Ivo Orlev:|[10:06] Host:|[10:07] Ivo Orlev:|"
        "[10:08] Host:|[10:10] Ivo Orlev:",
        "Ivo Orlev, Spokesperson:|(Question asked in Hindi) Anil:|Ivo Orlev, Spokesperson:|"
        "(Through interpreter) Dev:|Ivo Orlev, Spokesperson:|Moderator:",
        "Ivo Orlev –|Ines Kallmer –|Ivo Orlev –|Ines Kallmer –|Ivo Orlev –|Ines Kallmer –",
        "ORLEV  |KALLMER  |ORLEV  |KALLMER  |ORLEV  |KALLMER  ",
        "Orlev:|Vargo:|Orlev:|Vargo:|Orlev:|Vargo:",
        ">> IVO ORLEV:|>> REPORTER:|>> IVO ORLEV:|>> REPORTER:|>> IVO ORLEV:|>> MODERATOR:",
        "Journalist 1:|Orlev:|Journalist 2:|Orlev:|Unidentified speaker:|Orlev:",
        "H.E. Mr. Ivo Orlev, Minister for Foreign Affairs and Trade of the Republic of Kestria:|"
        "Correspondent of Radio Ossel:|Ivo Orlev:|Correspondent of TV Lamp:|Ivo Orlev:|Moderator:",
        "The Minister for Trade (Ivo Orlev)\n|Ines Kallmer (North Weir) (Con)\n|Ivo Orlev\n|"
        "Piet Maas (Skell) (Lab)\n|Ivo Orlev\n|Mr Speaker\n",
    ],
)
def test_every_label_begins_a_turn_and_no_word_of_it_is_said(labels, between):
    rows = [
        label + ("" if label.endswith(("\n", " ")) else " ") + said
        for label, said in zip(labels.split("|"), SAID, strict=True)
    ]
    assert [said for _, said in turns(between.join(rows))] == list(SAID)


def test_whoever_stands_in_brackets_behind_a_part_or_an_office_is_who_speaks():
    text = (
        "The Deputy Speaker (Ms Holt): Order!\nQuestion (The Weekly Lamp): Will you go?\n"
        "Mr. Orlev (Kestria): I shall not.\nModerator (Jon Birk, Press Office): Thank you all.\n"
    )
    assert [who for who, _ in turns(text)] == [
        "Ms Holt",
        "The Weekly Lamp",
        "Mr. Orlev",
        "Jon Birk",
    ]


def test_labels_of_one_word_make_no_conversation_of_a_list():
    text = "Costs: The bridge takes 3 million.\nTime: Two years.\nCosts: None.\nTime: None.\n"
    assert turns(text) == []


def test_notes_on_lines_of_their_own_are_nobodys_words():
    text = (
        "Mr BRAMLEY: What we hear today is a complaint.\n\nMr Crane interjecting—\n\n"
        "We have answered it.\n\n(Applause.)\n\nThe SPEAKER: Order!\n\nMr BRAMLEY: I thank you.\n"
    )
    assert turns(text)[0][1] == "What we hear today is a complaint. … We have answered it."


def test_questions_in_bold_print_and_answers_without_a_label():
    text = (
        "Interview with Minister Ivo Orlev\n\n**Were people lied to?**\n\nNo. I believed it.\n\n"
        "**The opposition says that you knew.**\n\nThey say so. We did not.\n\n**And now?**\n\nWe wait.\n"
    )
    assert turns(text) == [
        ("", "Were people lied to?"),
        ("Minister Ivo Orlev", "No. I believed it."),
        ("", "The opposition says that you knew."),
        ("Minister Ivo Orlev", "They say so. We did not."),
        ("", "And now?"),
        ("Minister Ivo Orlev", "We wait."),
    ]


def test_remarks_and_answers_of_whom_the_heading_names():
    text = (
        "Foreign Council: Remarks by Commissioner Ana Reis upon arrival\n\nBrussels, 19/02/2024\n\n"
        "Check against delivery!\n\nGood morning. I have bad news for you.\n\nWe will go on.\n\n"
        "Q. Do you have a plan?\n\nI have one.\n\nQ. Will it work?\n\nWe shall see.\n\n###\n"
    )
    assert [who for who, _ in turns(text)] == [
        "Commissioner Ana Reis", "Q", "Commissioner Ana Reis", "Q", "Commissioner Ana Reis",
    ]  # fmt: skip
    assert turns(text)[0][1].startswith("Good morning.") and turns(text)[-1][1] == "We shall see."


def test_bold_words_in_a_report_ask_nothing():
    text = "The talks\n\n**Ossel** said no.\n\nIt was **late**.\n\n**What now?**\n\nNobody knows.\n"
    assert turns(text) == []


def test_an_em_space_behind_a_name_is_as_wide_as_two_spaces() -> None:
    said = [
        f"{label}\u2003{words}"
        for label, words in zip(["HARBOUR", "LORENZ"] * 3, SAID, strict=True)
    ]
    text = "\n\n".join(["“A calculator”", *said])
    assert turns(text) == turns(text.replace("\u2003", "  "))
    assert [label for label, _ in turns(text)] == ["HARBOUR", "LORENZ"] * 3
    assert turns(text.replace("\u2003", " ")) != turns(text)
