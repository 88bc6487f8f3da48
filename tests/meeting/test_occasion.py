"""Which meeting, who was there, where and when."""

import pytest

BOTH = ["Dara Quill", "Jonas Talvik"]


@pytest.mark.parametrize(
    "text",
    [
        "President Dara Quill met with Prime Minister Jonas Talvik.",
        "President Dara Quill met today in Port Sabel with Prime Minister Jonas Talvik.",
        "President Dara Quill, in a meeting with Prime Minister Jonas Talvik, welcomed the plan.",
        "President Dara Quill and Prime Minister Jonas Talvik held talks.",
        "President Dara Quill phoned Prime Minister Jonas Talvik.",
        "President Dara Quill received Prime Minister Jonas Talvik.",
        "President Dara Quill’s Call with Prime Minister Jonas Talvik\nRain fell in the strait.",
        "OSSEL, March 5 – President Dara Quill and Prime Minister Jonas Talvik held talks.",
        "President Dara Quill visited Kenya at the invitation of Prime Minister Jonas Talvik.",
    ],
)
def test_a_meeting_is_told_in_many_ways(meet, text):
    assert meet(text).participants == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Monday.",
        "President Dara Quill will meet Prime Minister Jonas Talvik on Friday.",
        "President Dara Quill did not meet Prime Minister Jonas Talvik.",
        "President Dara Quill welcomed the decision of the harbour court.",
        "“President Dara Quill met Prime Minister Jonas Talvik,” the keeper said.",
    ],
)
def test_what_is_told_of_no_meeting_has_none(meet, text):
    met = meet(text)
    assert met.participants == []
    assert (met.meeting.date, met.meeting.place, met.meeting.facts) == (None, None, ())


def test_an_earlier_meeting_is_not_mixed_in(meet):
    met = meet(
        "President Dara Quill received Prime Minister Jonas Talvik in Port Sabel on March 3. "
        "When they met last year in Harnes, the two signed a treaty on fisheries. "
        "Quill had met Minister Oda Ferris in Harnes two years ago.",
        "2024-03-06",
    )
    assert met.participants == BOTH
    assert (met.meeting.date, met.meeting.place) == ("2024-03-03", "Port Sabel")
    assert met.words("date") == ["March 3"]
    assert met.words("place") == ["Port Sabel"]
    assert met.words("document") == []


def test_the_heading_says_which_meeting_it_is(meet):
    met = meet(
        "Minister Dara Quill’s Meeting with Minister Jonas Talvik\n"
        "Minister Oda Ferris met Ambassador Pell Orm in Harnes on Sunday. "
        "Minister Dara Quill met with Minister Jonas Talvik in Ossel on Monday.",
        "2024-03-06",
    )
    assert met.participants == BOTH
    assert (met.meeting.date, met.meeting.place) == ("2024-03-04", "Ossel")


def test_an_undated_report_keeps_the_words(meet):
    met = meet("President Dara Quill met Prime Minister Jonas Talvik on Monday.")
    assert met.meeting.date == "Monday"
    assert [f.value for f in met.facts("date")] == [None]


def test_the_dateline_is_of_the_report_and_its_day_is_today(meet):
    told = "President Dara Quill met Prime Minister Jonas Talvik in Harnes today."
    met = meet(f"OSSEL, March 5, 2024 – {told}")
    assert (met.meeting.date, met.meeting.place) == ("2024-03-05", "Harnes")
    assert meet(f"OSSEL, March 5 – {told}", "2024-03-06").meeting.date == "2024-03-05"
    assert meet(f"OSSEL, March 5 – {told}").meeting.date == "March 5"


def test_a_date_of_something_else_is_not_the_meeting_s(meet):
    met = meet(
        "President Dara Quill met with Prime Minister Jonas Talvik in Ossel. "
        "The ministers welcomed the treaty signed on March 1.",
        "2024-03-06",
    )
    assert met.meeting.date is None


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("in Ossel", "Ossel"),
        ("in Port Sabel, Ossel,", "Port Sabel, Ossel"),
        ("at the Lamp Palace in Harnes", "the Lamp Palace in Harnes"),
        ("at the old Customs House of Saltmere on Tuesday", "the old Customs House of Saltmere"),
        ("on the margins of the Tide Forum", "on the margins of the Tide Forum"),
        ("to discuss the harbour in Ossel", None),
    ],
)
def test_the_place_is_in_the_words_of_the_text(meet, place, words):
    met = meet(f"President Dara Quill met with Prime Minister Jonas Talvik {place}.")
    assert met.meeting.place == words


def test_a_call_is_in_no_place(meet):
    met = meet("President Dara Quill called Prime Minister Jonas Talvik about the unrest in Ossel.")
    assert (met.meeting.format, met.meeting.place) == ("call", None)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Minister Dara Quill phoned Minister Jonas Talvik.", "call"),
        ("Minister Dara Quill spoke by phone with Minister Jonas Talvik.", "call"),
        ("Minister Dara Quill held a video call with Minister Jonas Talvik.", "call"),
        ("Minister Dara Quill met Minister Jonas Talvik.", "bilateral"),
        ("Minister Dara Quill spoke with Minister Jonas Talvik.", None),
        (
            "President Dara Quill of Kenya, President Jonas Talvik of Peru and President Mira Holm "
            "of Norway held talks.",
            "multilateral",
        ),
        (
            "Minister Dara Quill, Minister Jonas Talvik and Minister Mira Holm held a trilateral "
            "meeting.",
            "multilateral",
        ),
        ("Minister Dara Quill, Minister Jonas Talvik and Minister Mira Holm held talks.", None),
    ],
)
def test_the_format_is_what_the_text_says(meet, text, format):
    assert meet(text).meeting.format == format


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "President Dara Quill received Minister Jonas Talvik.",
            {"Dara Quill": "host", "Jonas Talvik": "guest"},
        ),
        (
            "President Dara Quill was received by Chancellor Jonas Talvik.",
            {"Jonas Talvik": "host", "Dara Quill": "guest"},
        ),
        (
            "President Dara Quill telephoned Minister Jonas Talvik.",
            {"Dara Quill": "caller", "Jonas Talvik": "participant"},
        ),
        (
            "President Dara Quill met Minister Jonas Talvik. Talvik chaired the meeting.",
            {"Dara Quill": "participant", "Jonas Talvik": "chair"},
        ),
    ],
)
def test_roles_are_said_by_words(meet, text, roles):
    met = meet(text)
    assert met.roles == roles
    assert all(text[slice(*r.span)] == r.words for r in met.meeting.roles)


def test_members_of_a_delegation_are_named_as_such(meet):
    met = meet(
        "Minister Dara Quill met in Ossel with a delegation that included Trade Minister Oda Ferris "
        "and Ambassador Pell Orm."
    )
    assert met.roles == {
        "Dara Quill": "participant",
        "Oda Ferris": "delegation member",
        "Pell Orm": "delegation member",
    }


def test_a_transcript_tells_place_and_roles(meet):
    met = meet(
        "Minister Dara Quill and Minister Jonas Talvik Before Their Meeting\n"
        "Dara Quill, Minister of Harbours\n"
        "Paris, France\n"
        "Lamp Room\n"
        "MINISTER QUILL: Good morning. It is a pleasure to welcome Minister Talvik here today.\n"
        "MINISTER TALVIK: Thank you for having us. We met in Rome last year.\n",
        "2024-03-06",
        "transcript",
    )
    assert met.roles == {"Dara Quill": "host", "Jonas Talvik": "guest"}
    assert met.words("place") == ["Paris, France", "Lamp Room"]
    assert met.meeting.date == "2024-03-06"


def test_whose_thing_is_welcomed_is_no_guest(meet):
    met = meet(
        "President Dara Quill phoned Minister Jonas Talvik. Quill welcomed Talvik’s efforts in Ossel."
    )
    assert met.roles == {"Dara Quill": "caller", "Jonas Talvik": "participant"}


def test_a_meeting_that_was_talked_about_is_another_one(meet):
    met = meet(
        "Minister Dara Quill’s Call with Minister Jonas Talvik\n"
        "Minister Dara Quill spoke today with Minister Jonas Talvik to discuss the minister’s meeting "
        "with Chancellor Mira Holm.",
        "2024-03-06",
    )
    assert met.participants == BOTH


def test_who_pays_a_visit_is_the_guest_of_who_invited_them(meet):
    met = meet(
        "At the invitation of President Dara Quill, Prime Minister Jonas Talvik paid an official "
        "visit to Kenya on 11 and 12 June 2024."
    )
    assert met.roles == {"Dara Quill": "host", "Jonas Talvik": "guest"}
    assert met.meeting.date == "2024-06-11/2024-06-12"
    assert met.meeting.place == "Kenya"


def test_the_title_of_a_transcript_may_say_where_and_when(meet):
    met = meet(
        "Press conference of Minister Dara Quill and Minister Jonas Talvik, Prague, 12 May 2023\n\n"
        "MINISTER QUILL: Welcome to our city, Jonas. We had very good talks.\n"
        "MINISTER TALVIK: Thank you, Dara. I am glad to be here.\n"
    )
    assert met.meeting.place == "Prague"


def test_a_year_in_office_is_in_no_place(meet):
    met = meet("President Dara Quill met Prime Minister Jonas Talvik in his first year in office.")
    assert met.meeting.place is None
