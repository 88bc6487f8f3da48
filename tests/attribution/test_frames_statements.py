"""Lead-ins, headings and bylines that give a text to its speaker."""

import pytest

from tests.attribution.forms import frames

BODY = "The Secretary met the Minister today. They discussed the canal at some length."


@pytest.mark.parametrize(
    ("lead", "source", "cue"),
    [
        (
            "The following is attributable to Spokesperson Vera Ilmari:",
            "Spokesperson Vera Ilmari",
            "is attributable to",
        ),
        (
            "The below is attributable to\u202fSpokesperson Vera Ilmari:\u200e",
            "Spokesperson Vera Ilmari",
            "is attributable to",
        ),
        (
            "The following readout of the call is attributable to Vera Ilmari, Deputy Spokesperson",
            "Vera Ilmari, Deputy Spokesperson",
            "is attributable to",
        ),
        ("Attributable to a senior official:", "a senior official", "Attributable to"),
        (
            "The following statement was issued today by the Spokesman of the Concert of Nations:",
            "the Spokesman of the Concert of Nations",
            "was issued today by",
        ),
        (
            (
                "The text of the following statement was released by the Governments of "
                "Kestria and Maresia on the occasion of the Dialogue."
            ),
            "the Governments of Kestria and Maresia",
            "was released by",
        ),
        (
            "Following is the text of a statement by Foreign Minister Ilian Dobrev on the canal:",
            "Foreign Minister Ilian Dobrev",
            "statement by",
        ),
        (
            (
                "The following is the text of a joint statement by the High Envoy on behalf of the "
                "Compact, and the Ministers of Kestria and Maresia, condemning the attack."
            ),
            "the High Envoy on behalf of the Compact, and the Ministers of Kestria and Maresia",
            "joint statement by",
        ),
        (
            "Kestria, Maresia and the Outer Shoals issue the following joint statement.",
            "Kestria, Maresia and the Outer Shoals",
            "issue the following joint statement",
        ),
        (
            "On Monday, the Ministry of Waters released the following statement:",
            "the Ministry of Waters",
            "released the following statement",
        ),
    ],
)
def test_lead_ins(lead, source, cue):
    assert frames(f"A Call\nOffice of the Spokesperson\n{lead}\n{BODY}") == [(source, cue, BODY)]


def test_the_text_may_begin_on_the_line_of_the_lead_in():
    assert frames(f"The following is attributable to Vera Ilmari: {BODY}")[0][2] == BODY


def test_the_given_text_lies_between_its_marks():
    text = (
        "Joint Statement on the Canal\nOffice of the Spokesperson\n"
        "The following statement was released by the Governments of Kestria and Maresia:\n"
        f"Begin Text:\n{BODY}\nWe look forward to the spring.\nEnd Text.\nFor details, call us."
    )
    assert frames(text)[0][2] == f"{BODY}\nWe look forward to the spring."


def test_a_second_lead_in_ends_the_first_text():
    text = (
        f"The following is attributable to Spokesperson Ilmari:\n{BODY}\n"
        f"The following is attributable to Spokesperson Dobrev:\n{BODY}"
    )
    assert [f[2] for f in frames(text)] == [BODY, BODY]


def test_a_heading_names_the_speaker():
    text = (
        "STATEMENT BY MINISTER CASPIAN ORDE ON THE CANAL\nMarrowgate, 4 May\nWe regret the "
        "delay in the works."
    )
    assert frames(text) == [
        ("MINISTER CASPIAN ORDE", "STATEMENT BY", "We regret the delay in the works.")
    ]


def test_a_heading_with_the_text_between_marks():
    text = (
        "Joint Statement by Minister Ode Lind and Chancellor Ada Thorn Commending the Crews\n"
        "Office of the Spokesperson\nBegin text:\nKestria welcomes the rescue.\nEnd text."
    )
    assert frames(text) == [
        (
            "Minister Ode Lind and Chancellor Ada Thorn",
            "Joint Statement by",
            "Kestria welcomes the rescue.",
        )
    ]


def test_a_byline_above_a_text_in_the_first_person():
    text = (
        "National Day\nAda Thorn, Chancellor of Kestria\nOn behalf of Kestria, I send my "
        "warmest wishes."
    )
    assert frames(text) == [
        ("Ada Thorn, Chancellor of Kestria", "", "On behalf of Kestria, I send my warmest wishes.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        # The one who signs tells of a third person.
        f"A Call\nAda Thorn, Chancellor of Kestria\n{BODY}",
        # An office names nobody.
        "National Day\nOffice of the Spokesperson\nWe send our warmest wishes to the islands.",
        (
            "Official communiqué of the Ministry of Waters\nThe Minister received an envoy. He "
            "thanked her."
        ),
        "Statement of Intent\nWe plan to build a bridge across the strait.",
        "Most of the deaths are attributable to the cold.\nWe mourn them.",
        "Ministers\nSaid Ada Thorn, an editor: “I like it.”\nThe talks went on without her.",
    ],
)
def test_what_names_no_speaker_of_the_text(text):
    assert frames(text) == []


def test_a_report_goes_on_behind_the_statement_that_it_quotes():
    text = (
        "The strike began on Monday.\nThe union issued the following statement:\n"
        "“We had no choice.\n“We have one now.”\nThe mayor left the room without a word.\n"
    )
    assert frames(text) == [
        ("The union", "issued the following statement", "“We had no choice.\n“We have one now.”")
    ]


def test_a_statement_that_is_told_by_somebody_else_is_no_statement_as_a_whole():
    text = (
        "Statement by the Minister on the canal\n\nThe Minister, Vera Ilmari, said:\n\n"
        "“I am glad that the canal is open. We will mend the lock.”\n\n"
        "She announced that a second lock would be built.\n"
    )
    assert frames(text) == []
