"""Numbers in one form, whatever words a writer has for them."""

import pytest

from memcon.actors.reading import Reading
from memcon.comparison.numbers import find_quantities
from memcon.language.pipeline import parse


def quantities(text):
    return list(find_quantities(Reading(parse(text))))


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("Ossel gave £1.5 billion to the fund.", "1500000000 pound"),
        ("Ossel gave 1.5 billion pounds to the fund.", "1500000000 pound"),
        ("They took two hundred students.", "200 student"),
        ("They took 200 students.", "200 student"),
        ("They took two thousand five hundred students.", "2500 student"),
        ("Exports fell by 20 per cent.", "0.2 share"),
        ("Exports fell by 20%.", "0.2 share"),
        ("Exports fell by a quarter.", "0.25 share"),
        ("Kestria pays half of the cost.", "0.5 share"),
        ("The survey was delayed twice.", "2 time"),
        ("It was delayed on three occasions.", "3 time"),
        ("A dozen ships left.", "12 ship"),
        ("It sent 1,500 troops.", "1500 troop"),
        ("They mark 30 years of friendship.", "30 year"),
        ("They mark the 30th anniversary of the treaty.", "30 year"),
        ("They mark the fiftieth anniversary of the treaty.", "50 year"),
    ],
)
def test_a_number_has_one_form(words, normal):
    assert [q.normal for q in quantities(words)] == [normal]


@pytest.mark.parametrize(
    "words",
    [
        "The reactor closes in 2031.",
        "The two sides met at 3:30 p.m. on 4 May.",
        "Under Article 51 of the charter it may act.",
        "He came to the Palace of the Seven Gates.",
        "No one came.",
    ],
)
def test_years_times_names_and_the_parties_are_no_counts(words):
    assert quantities(words) == []


def test_the_word_that_says_how_exact_it_is_stays_with_the_number():
    [more, about] = quantities("More than 300 pilots and about 20 keepers came.")
    assert (more.words, more.bound) == ("More than 300", ">")
    assert (about.words, about.bound) == ("about 20", "~")
