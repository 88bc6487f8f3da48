"""Who is told of only in passing, as a victim or as somebody urged, is not felt about."""

import pytest

from memcon.reading import read


def stances(sentence: str) -> dict[str, int]:
    """Signs of the speaker's stances that are for or against somebody, by name."""
    record = read(f"President Ana Quill of Chad said: “{sentence}”")
    outer = record.statements[0]
    return {record.actor(s.target).name: s.polarity for s in outer.stances if s.polarity}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway attacked Kenya without any reason and killed its soldiers.",
        "A savage assault by Norway on Kenya destroyed the harbour.",
    ],
)
def test_whoever_suffers_is_not_blamed(sentence):
    assert stances(sentence).get("Kenya", 0) >= 0


def test_what_the_speaker_s_own_side_does_to_somebody_is_against_them():
    assert stances("We imposed sanctions on Kenya because of its brutal crimes.")["Kenya"] == -1


@pytest.mark.parametrize(
    "sentence",
    [
        "We urge Kenya to build a better and peaceful future with its neighbours.",
        "We call on the Kenyan government to respect freedom and human rights.",
    ],
)
def test_whoever_is_urged_to_do_better_is_not_praised(sentence):
    assert stances(sentence).get("Kenya", 0) <= 0


def test_whoever_is_to_end_something_bad_is_not_we():
    assert "Chad" not in stances("We urge Kenya to end the violence.")


def test_a_state_that_only_says_of_what_kind_something_is_is_not_praised():
    assert "Kenya" not in stances("We welcome the success of the Kenyan Coffee Programme.")


def test_to_defend_against_somebody_is_not_to_support_them():
    record = read("Chad defended its harbour against Kenya.")
    signs = [s.polarity for st in record.statements for s in st.stances]
    assert 1 not in signs


@pytest.mark.parametrize(
    "sentence",
    [
        "The brutal invasion of Kenya goes on.",
        "Kenya continues to face a brutality without example.",
    ],
)
def test_whoever_bears_something_bad_is_not_bad(sentence):
    assert stances(sentence).get("Kenya", 0) >= 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya helps the terrorists in the region.",
        "Kenya supports terrorism.",
        "Kenya's assistance to terrorist groups goes on.",
    ],
)
def test_to_help_the_bad_is_bad(sentence):
    assert stances(sentence)["Kenya"] == -1


def test_whether_it_is_good_to_help_somebody_hangs_on_whom():
    assert stances("Kenya is helping Norway in its brutal war.").get("Kenya", 0) <= 0
    assert stances("Kenya helped to save thousands of lives.")["Kenya"] == 1


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("Kenya is not an enemy of Norway.", 1),
        ("Kenya has never betrayed its friends.", 1),
        ("Kenya has betrayed its friends.", -1),
        ("Kenya is a victim of aggression.", 0),
    ],
)
def test_what_somebody_is_and_is_not(sentence, sign):
    assert stances(sentence).get("Kenya", 0) == sign
    assert "Norway" not in stances(sentence)


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Kenya condemned the attack on Chad.", set()),
        ("Kenya condemned Chad's attack on Norway.", {"Chad"}),
        ("Kenya opposes any interference in the internal affairs of Chad.", set()),
        ("Kenya opposed the sanctions against Chad.", set()),
        ("Kenya condemned the invasion of Chad by Norway.", set()),
        ("Kenya criticised the policy of Chad.", {"Chad"}),
    ],
)
def test_whoever_condemns_a_deed_is_against_who_does_it(text, against):
    record = read(text)
    told = [s for st in record.statements for s in st.stances if s.polarity < 0]
    assert {record.actor(s.target).name for s in told} == against
