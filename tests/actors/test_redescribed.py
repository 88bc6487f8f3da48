"""Persons named before who are called by what they are."""

import pytest


def test_a_rank_before_the_name_is_the_office_behind_the(tell):
    told = tell(
        "Sen. Dara Quill asked the head of the bank, Ludovic Harnes, to go. “You took the money,” Quill "
        "told Harnes. The Labour senator said it was a theft.",
        ("The Labour senator", "said", "it was a theft"),
    )
    assert told.speakers == ["Dara Quill"]


@pytest.mark.parametrize(
    "phrase", ["The candidate", "The Labour nominee", "The presidential hopeful", "The businessman"]
)
def test_whoever_was_just_told_of_is_meant(tell, phrase):
    told = tell(
        "Ludovic Harnes came to the harbour on Monday. Rain fell on the boats.\n"
        f"{phrase} said that the lamps stay lit.",
        (phrase, "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["Ludovic Harnes"]


def test_words_beside_the_names_tell_two_apart(tell):
    told = tell(
        "Sen. Dara Quill (L-Northmark) met Sen. Ivo Talvik, a Unionist from Sabel. The Northmark "
        "senator said it rains. The Unionist senator denied it.",
        ("The Northmark senator", "said", "it rains"),
        ("The Unionist senator", "denied", "it"),
    )
    assert told.speakers == ["Dara Quill", "Ivo Talvik"]


def test_who_was_told_of_in_between_without_a_name_is_not_taken_for_another(tell):
    told = tell(
        "Judge Dara Quill read the letter. A second judge, who has not been named, was there. The "
        "judge said it rains. Harbour officials left. The spokesman said nothing fell.",
        ("The spokesman", "said", "nothing fell"),
    )
    assert told.speakers == ["the spokesman"]


def test_an_office_of_another_kind_does_not_fit(tell):
    told = tell(
        "Governor Dara Quill came on Monday. The ambassador said that the lamps stay lit.",
        ("The ambassador", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["the ambassador"]


def test_somebodys_aide_is_not_that_person(tell):
    told = tell(
        "Senator Dara Quill came on Monday. The senator’s lawyer said that the lamps stay lit.",
        ("The senator’s lawyer", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["the senator’s lawyer"]


def test_the_opening_may_describe_who_is_named_soon(tell):
    told = tell(
        "Northmark governor backs the bridge\n"
        "A governor said on Monday that the bridge is needed.\n"
        "Gov. Dara Quill wrote that the river is ours.",
        ("Northmark governor", "backs", "the bridge"),
        ("A governor", "said", "that the bridge is needed"),
    )
    assert told.speakers == ["Dara Quill", "Dara Quill"]


def test_in_somebodys_words_the_candidate_is_not_guessed(tell):
    told = tell(
        "Ludovic Harnes came on Monday. “The candidate says it rains,” Harnes said.",
        ("Harnes", "said", "“The candidate says it rains,”"),
        ("The candidate", "says", "it rains"),
    )
    assert told.speakers == ["Ludovic Harnes", "the candidate"]


def test_one_sentence_does_not_describe_one_person_twice(tell):
    told = tell(
        "Senator Dara Quill came on Monday. The senator left after the candidate said that it rains.",
        ("the candidate", "said", "that it rains"),
    )
    assert told.speakers == ["the candidate"]
