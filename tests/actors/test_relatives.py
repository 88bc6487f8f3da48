"""Relatives."""

import pytest


@pytest.mark.parametrize(
    "phrase", ["His wife", "His ex-wife", "Harnes’s former wife", "Ludovic Harnes’s wife"]
)
def test_whoever_is_elsewhere_called_so_by_name(tell, phrase):
    told = tell(
        f"Ludovic Harnes came with his wife Dara Quill on Monday. {phrase} said that the lamps stay lit.",
        (phrase, "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["Dara Quill"]


def test_of_two_brothers_none_is_guessed(tell):
    told = tell(
        "Ludovic Harnes came with his brother Ivo Harnes and Oda Quill’s brother Juno Quill. His brother "
        "said that the lamps stay lit.",
        ("His brother", "said", "that the lamps stay lit"),
    )
    assert told.speakers != ["Juno Quill"]
