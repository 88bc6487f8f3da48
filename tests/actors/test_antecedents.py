"""Pronouns."""


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
