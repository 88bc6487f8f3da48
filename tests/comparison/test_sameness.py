"""Whether accounts are of one meeting."""

from memcon.comparison import compare
from tests.comparison.conftest import Writer, words_as_vectors


def lay(one, other):
    return compare(one.record(), other.record(), embed=words_as_vectors)


def test_accounts_that_share_a_participant_and_a_day_are_not_doubted():
    one = Writer("a").meet("Ana Quill", "Oren Halvard").tell("date", "6 May 2024", "2024-05-06")
    other = Writer("b").meet("Oren Halvard").tell("date", "Monday", "2024-05-06")
    assert lay(one, other).doubts == ()


def test_no_participant_in_common():
    comparison = lay(Writer("a").meet("Ana Quill"), Writer("b").meet("Helga Stroem"))
    assert comparison.apart
    assert "no participant of one is in the other" in comparison.doubts[0].words


def test_days_far_apart():
    one = Writer("a").meet("Ana Quill").tell("date", "6 May 2024", "2024-05-06")
    other = Writer("b").meet("Ana Quill").tell("date", "9 June 2024", "2024-06-09")
    assert lay(one, other).apart


def test_the_next_day_is_doubted_only():
    one = Writer("a").meet("Ana Quill").tell("date", "6 May 2024", "2024-05-06")
    other = Writer("b").meet("Ana Quill").tell("date", "7 May 2024", "2024-05-07")
    comparison = lay(one, other)
    assert [doubt.reason for doubt in comparison.doubts] == ["date"]
    assert not comparison.apart


def test_what_is_not_told_is_no_reason():
    assert lay(Writer("a").narrate("Rain fell."), Writer("b").meet("Ana Quill")).doubts == ()
