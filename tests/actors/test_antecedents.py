"""Pronouns."""

from memcon.actors.ranking import CONSIDERATIONS, shipped_weights


def test_he_is_the_subject_rather_than_the_object(tell):
    told = tell(
        "Minister Ivo Talvik received Mr. Ludovic Harnes. He said it rains.",
        ("He", "said", "it rains"),
    )
    assert told.speakers == ["Ivo Talvik"]


def test_titles_tell_genders(tell):
    told = tell(
        "Mr. Ivo Talvik received Queen Dara Quill. She said it rains. He said it snows.",
        ("She", "said", "it rains"),
        ("He", "said", "it snows"),
    )
    assert told.speakers == ["Dara Quill", "Ivo Talvik"]


def test_inside_a_quotation_he_is_never_its_speaker(tell):
    text = "Mr. Ivo Talvik praised Mr. Ludovic Harnes. “He hopes that it rains,” Talvik said."
    told = tell(
        text,
        ("Talvik", "said", "“He hopes that it rains,”"),
        ("He", "hopes", "that it rains"),
    )
    assert told.speakers == ["Ivo Talvik", "Ludovic Harnes"]


def test_it_is_a_state_and_what_owns_goes_on_owning(tell):
    told = tell(
        "They praised Norway’s progress and its commitment to peace.",
        ("its", "commitment", "to peace"),
    )
    assert told.speakers == ["Norway"]


def test_who_is_the_noun_before_it(tell):
    told = tell(
        "He met Dara Quill, who said it rains. Those who doubt say it snows.",
        ("who", "said", "it rains"),
        ("who", "doubt say", "it snows"),
    )
    assert told.speakers == ["Dara Quill", None]


def test_his_brother_is_somebody_else(tell):
    told = tell(
        "Minister Ivo Talvik came. A woman stood at the quay. She said it rains.",
        ("She", "said", "it rains"),
    )
    assert told.speakers == ["A woman"]


def test_a_stranger_who_says_nothing_is_no_actor(tell):
    told = tell(
        "Minister Ivo Talvik saw a fisherman. The minister said it rains.",
        ("The minister", "said", "it rains"),
    )
    assert [a.name for a in told.actors] == ["Ivo Talvik"]


def test_whom_a_pronoun_means_goes_on_being_meant(tell):
    told = tell(
        "Minister Ivo Talvik came home. He slept. His house was cold. He told the town of it.",
        ("He", "told", "of it"),
    )
    assert told.mentions("Ivo Talvik") == ["Minister Ivo Talvik", "He", "His", "He"]


def test_a_style_of_honour_is_no_pronoun(tell):
    told = tell(
        "President Dara Quill came. “As His Excellency knows, it rains,” Minister Ivo Talvik said.",
        ("Minister Ivo Talvik", "said", "“As His Excellency knows, it rains,”"),
    )
    assert "His" not in told.mentions("Ivo Talvik") + told.mentions("Dara Quill")


def test_the_weights_are_of_the_considerations():
    assert len(shipped_weights()) == len(CONSIDERATIONS)


def test_who_is_named_in_the_words_did_not_say_them(tell):
    told = tell(
        "Ludovic Harnes met Ivo Talvik on Monday. Talvik thanked Mr. Harnes. “Talvik is late,” he said.",
        ("he", "said", "“Talvik is late,”"),
    )
    assert told.speakers == ["Ludovic Harnes"]
