"""Names in headings."""

import pytest


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Dara Quill Defends Herself Against Claims", "Dara Quill"),
        ("Another Northmark Figure Endorses Dara Quill", "Dara Quill"),
        ("Dara Quill Just Announced Her Plan For The Bridge.", "Dara Quill"),
    ],
)
def test_a_name_ends_where_the_text_ends_it(tell, heading, name):
    told = tell(
        f"{heading}\nDara Quill said on Monday that the bridge is needed. Quill left.",
        ("Dara Quill", "said", "that the bridge is needed"),
    )
    assert told.speakers == [name]
    assert told.actor(name).kind == "person"


def test_prose_full_of_names_is_no_heading(tell):
    told = tell(
        "Foreign Minister Ludovic Harnes met President Dara Quill.\nPresident Quill said it rains.",
        ("President Quill", "said", "it rains"),
    )
    assert told.speakers == ["Dara Quill"]


def test_a_line_with_an_office_ends_the_name_itself(tell):
    told = tell(
        "Dara Quill, Principal Deputy Spokesperson\nMS QUILL: I hope so.\nQUESTION: Hi, Dara. Why?",
        ("MS QUILL", ":", "I hope so."),
        ("QUESTION", ":", "Hi, Dara. Why?"),
    )
    assert told.speakers == ["Dara Quill", None]
    assert [a.name for a in told.actors] == ["Dara Quill"]
