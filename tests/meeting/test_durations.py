import pytest

from memcon.meeting.durations import find_durations


@pytest.mark.parametrize(
    ("text", "words", "value", "approximate"),
    [
        ("lasted around two hours.", "around two hours", "PT2H", True),
        ("a 90-minute call", "90-minute", "PT90M", False),
        ("for more than an hour", "more than an hour", "PT1H", True),
        ("two and a half hours", "two and a half hours", "PT2H30M", False),
        ("for an hour and a half", "an hour and a half", "PT1H30M", False),
        ("two hours and forty minutes", "two hours and forty minutes", "PT2H40M", False),
        ("for some forty-five minutes", "some forty-five minutes", "PT45M", True),
        ("for half an hour", "half an hour", "PT30M", False),
        ("an hour-long talk", "hour-long", "PT1H", False),
        ("the three-day summit", "three-day", "P3D", False),
        ("after two days of talks", "two days", "P2D", False),
        ("for 1.5 hours", "1.5 hours", "PT1H30M", False),
        ("from 3 to 5 p.m.", "from 3 to 5 p.m.", "PT2H", False),
        ("from 11 a.m. to 1:30 p.m.", "from 11 a.m. to 1:30 p.m.", "PT2H30M", False),
        ("from 10:15 to 11:00", "from 10:15 to 11:00", "PT45M", False),
    ],
)
def test_a_length_of_time_has_its_words_and_its_unit(text, words, value, approximate):
    (found,) = find_durations(text)
    assert (found.words, found.value, found.approximate) == (words, value, approximate)
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    "text",
    [
        "two hours ago", "within 48 hours", "every two days", "two days later", "for several hours",
        "from 3 to 5 ships", "over the past two days", "a few minutes",
    ],
)  # fmt: skip
def test_what_is_no_length_or_has_no_number_is_left(text):
    assert not list(find_durations(text))


def test_only_what_lasted_so_long_is_the_meeting(meet):
    met = meet(
        "President Dara Quill met Prime Minister Jonas Talvik in Ossel on Monday. "
        "The meeting lasted around two hours. The crossing takes three hours. "
        "The strike lasted ten days."
    )
    assert met.words("duration") == ["around two hours"]
    assert met.meeting.duration == "PT2H"


@pytest.mark.parametrize(
    "second",
    [
        "During this meeting, which lasted nearly three hours, they discussed pilots.",
        "The two leaders spoke for nearly three hours.",
        "It lasted nearly three hours.",
    ],
)
def test_the_meeting_is_taken_up_in_many_words(meet, second):
    met = meet(f"President Dara Quill met Prime Minister Jonas Talvik in Ossel. {second}")
    assert met.meeting.duration == "PT3H"
