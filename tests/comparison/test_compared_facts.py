"""Facts of two accounts: same, different, or told by one alone."""

import pytest

from memcon.comparison import compare
from tests.comparison.conftest import Writer, words_as_vectors


def facts(one, other, kind):
    comparison = compare(one.record(), other.record(), embed=words_as_vectors)
    return [f for f in comparison.facts if f.fact == kind]


def meeting(name, date="2024-05-06"):
    return Writer(name, date).meet("Ana Quill", "Oren Halvard")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("over 1.5 hours", "PT1H30M"), ("around two hours", "PT2H"), "different"),
        (("two hours", "PT2H"), ("120 minutes", "PT120M"), "same"),
        (("around two hours", "PT2H"), ("two hours", "PT2H"), "same"),
        (("nearly three hours", "PT3H"), ("three hours", "PT3H"), "different"),
    ],
)
def test_durations_are_compared_with_the_words_that_bound_them(one, other, verdict):
    left, right = meeting("a").tell("duration", *one), meeting("b").tell("duration", *other)
    [fact] = facts(left, right, "duration")
    assert fact.verdict == verdict
    assert [value.text for value in fact.values] == [one[0], other[0]]


def test_a_weekday_and_its_date_are_one():
    left = meeting("a").tell("date", "Monday", None)
    right = meeting("b").tell("date", "6 May", "2024-05-06")
    assert [f.verdict for f in facts(left, right, "date")] == ["same"]


def test_a_hall_is_in_the_town_that_another_account_names():
    left = meeting("a").tell("place", "the Lamp Hall of Harnes")
    right = meeting("b").tell("place", "Harnes")
    assert [f.verdict for f in facts(left, right, "place")] == ["same"]


def test_two_towns_differ_and_a_town_and_a_palace_need_not():
    harnes, talvik = meeting("a").tell("place", "Harnes"), meeting("b").tell("place", "Velport")
    assert [f.verdict for f in facts(harnes, talvik, "place")] == ["different"]
    palace = meeting("b").tell("place", "the Summer Palace")
    assert [f.verdict for f in facts(meeting("a").tell("place", "Harnes"), palace, "place")] == [
        "one", "one",
    ]  # fmt: skip


def test_a_gift_of_one_account_alone():
    [fact] = facts(meeting("a").tell("gift", "a bronze bell"), meeting("b"), "gift")
    assert fact.verdict == "one"
    assert fact.values[1] is None


def test_a_gift_in_other_words_is_the_same():
    left = meeting("a").tell("gift", "the bronze bell of a lightship")
    right = meeting("b").tell("gift", "an old lightship bell")
    assert [f.verdict for f in facts(left, right, "gift")] == ["same"]


def test_next_steps_on_two_days_differ():
    left = meeting("a").tell("next step", "a conference of donors on 3 December")
    right = meeting("b").tell("next step", "a conference of donors on 5 December")
    assert [f.verdict for f in facts(left, right, "next step")] == ["different"]


def test_numbers_of_aligned_statements_are_compared():
    left = meeting("a").say("Ana Quill", "said", "the harbour takes two hundred pilots a year")
    right = meeting("b").say("Ana Quill", "said", "the harbour takes 300 pilots a year")
    [fact] = facts(left, right, "number")
    assert fact.verdict == "different"
    assert [value.text for value in fact.values] == ["two hundred pilots", "300 pilots"]
    assert [value.normal for value in fact.values] == ["200 pilot", "300 pilot"]


def test_numbers_of_two_matters_are_told_by_one_each():
    left = meeting("a").say("Ana Quill", "said", "the harbour takes 200 pilots")
    right = meeting("b").say("Oren Halvard", "said", "the storm sank 30 boats")
    assert [f.verdict for f in facts(left, right, "number")] == ["one", "one"]


def test_a_named_thing_of_both_and_of_one():
    left = meeting("a").say("Ana Quill", "said", "the Sea of Orm is calm near the Lantern Islands")
    right = meeting("b").say("Ana Quill", "said", "all is calm on the Sea of Orm")
    found = {f.values[0].text: f.verdict for f in facts(left, right, "named thing")}
    assert found == {"Sea of Orm": "same", "Lantern Islands": "one"}


def test_participants_go_by_any_form_of_the_name():
    left = Writer("a").meet("Ana Quill", "Oren Halvard")
    right = Writer("b").meet("Quill", "Oren Halvard")
    assert [f.verdict for f in facts(left, right, "participant")] == ["same", "same"]


def things(one, other):
    left, right = (meeting(n).narrate(text) for n, text in (("a", one), ("b", other)))
    return {
        tuple(value.text if value else None for value in f.values): f.verdict
        for f in facts(left, right, "named thing")
    }  # fmt: skip


def test_the_members_of_a_body_are_not_its_seat():
    told = things("They thanked the Lisk Allies.", "They toured the Lisk Headquarters.")
    assert ("Lisk Allies", None) in told
    assert (None, "Lisk Headquarters") in told


def test_the_words_of_a_name_far_apart_do_not_name_it():
    one = "They spoke of the Corran Sea."
    other = "They spoke of the Corran Shoal and of free passage under the law of the sea."
    assert things(one, other)["Corran Sea", None] == "one"


def test_a_prefix_does_not_end_a_name():
    told = things("They praised the Nuclear Non-Aggression Treaty.", "They met in the rain.")
    assert ("Nuclear Non-Aggression Treaty", None) in told


def test_a_sum_in_another_currency_is_not_the_same():
    one = meeting("a").say("Ana Quill", "promised", "£400 million for the harbour of Harnes")
    other = meeting("b").say("Ana Quill", "promised", "$400 million for the harbour of Harnes")
    assert [f.verdict for f in facts(one, other, "number")] == ["different"]


def test_a_number_that_was_counted_before_is_told_once():
    one = meeting("a").narrate("They spoke of 95 million people. No year had more than 95 million.")
    assert len(facts(one, meeting("b"), "number")) == 1
