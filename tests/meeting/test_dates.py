from datetime import date, timedelta

import pytest

from memcon.meeting.dates import resolve
from memcon.meeting.datewords import find_date_words

#: A Wednesday.
TODAY = date(2024, 3, 6)


def value(text: str, today: date | None = TODAY, *, future: bool = False) -> str | None:
    found = list(find_date_words(text))
    assert len(found) == 1, text
    return resolve(found[0], today, future=future)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("today", "2024-03-06"),
        ("earlier today", "2024-03-06"),
        ("this morning", "2024-03-06"),
        ("yesterday evening", "2024-03-05"),
        ("last night", "2024-03-05"),
        ("on Wednesday", "2024-03-06"),
        ("last Wednesday", "2024-02-28"),
        ("on Monday", "2024-03-04"),
        ("on Thursday", "2024-02-29"),
        ("on Tuesday evening", "2024-03-05"),
        ("last week", "2024-W09"),
        ("earlier this week", "2024-W10"),
        ("last month", "2024-02"),
        ("last year", "2023"),
        ("two days ago", "2024-03-04"),
        ("March 3", "2024-03-03"),
        ("on March 6", "2024-03-06"),
        ("on the 7th of March", "2023-03-07"),
        ("Monday, 4 March", "2024-03-04"),
        ("May 2, 2022", "2022-05-02"),
        ("2022-05-02", "2022-05-02"),
        ("from March 3 to 5", "2024-03-03/2024-03-05"),
        ("on 3–5 May 2022", "2022-05-03/2022-05-05"),
        ("in February", "2024-02"),
        ("in May", "2023-05"),
        ("May 2022", "2022-05"),
        ("in 2019", "2019"),
    ],
)
def test_words_of_the_past_mean_what_lies_behind_the_day_of_the_document(words, meant):
    assert value(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("on Wednesday", "2024-03-06"),
        ("next Wednesday", "2024-03-13"),
        ("on Monday", "2024-03-11"),
        ("tomorrow", "2024-03-07"),
        ("next week", "2024-W11"),
        ("in May", "2024-05"),
        ("in March", "2024-03"),
        ("in early February", "2025-02"),
        ("May 2", "2024-05-02"),
        ("later this year", "2024"),
        ("in early 2025", "2025"),
        ("the first half of 2025", "2025"),
    ],
)
def test_words_of_the_future_mean_what_lies_before_it(words, meant):
    assert value(words, future=True) == meant


def test_every_weekday_is_exact_from_every_day():
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for shift in range(7):
        today = TODAY + timedelta(days=shift)
        for number, name in enumerate(names):
            past = date.fromisoformat(value(f"on {name}", today) or "")
            coming = date.fromisoformat(value(f"on {name}", today, future=True) or "")
            assert past.weekday() == coming.weekday() == number
            assert 0 <= (today - past).days < 7
            assert 0 <= (coming - today).days < 7


def test_weeks_and_months_go_over_the_end_of_the_year():
    assert value("last week", date(2024, 1, 3)) == "2023-W52"
    assert value("last month", date(2024, 1, 3)) == "2023-12"
    assert value("next month", date(2024, 12, 3), future=True) == "2025-01"


@pytest.mark.parametrize("words", ["on Monday", "yesterday", "March 3", "last week", "in May"])
def test_without_a_day_to_reckon_from_nothing_is_said(words):
    assert value(words, None) is None


def test_a_year_makes_a_date_by_itself():
    assert value("on May 2, 2022", None) == "2022-05-02"
    assert value("in May 2022", None) == "2022-05"


def test_what_is_vague_has_no_value():
    assert value("a few days ago") is None
    assert value("last summer") is None


@pytest.mark.parametrize(
    "text", ["They may meet.", "The guards march on.", "Mayor Quill spoke.", "Rain fell all day."]
)
def test_other_words_are_no_dates(text):
    assert not list(find_date_words(text))


def test_a_day_that_does_not_exist_has_no_value():
    assert value("on April 31") is None
