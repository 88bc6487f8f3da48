"""States of the table, and those that the text itself calls so."""


def test_a_state_is_one_whatever_it_is_called(tell):
    told = tell(
        "The U.S. said it rains. The Americans said it snows. Washington said the United States is cold.",
        ("The U.S.", "said", "it rains"),
        ("The Americans", "said", "it snows"),
        ("Washington", "said", "the United States is cold"),
    )
    assert told.speakers == ["United States"] * 3
    assert told.actors[0].kind == "state"


def test_the_american_government_is_not_the_americans(tell):
    told = tell(
        "The American government said it rains. The Americans said America is cold.",
        ("The American government", "said", "it rains"),
        ("The Americans", "said", "America is cold"),
    )
    assert told.speakers == ["the American government", "America"]
    assert told.actor("the American government").kind == "government"


def test_an_unknown_state_is_known_by_what_it_has(tell):
    told = tell(
        "The Foreign Minister of Kestria came. Kestria said it rains. The Kestrians said it snows.",
        ("Kestria", "said", "it rains"),
        ("The Kestrians", "said", "it snows"),
    )
    assert told.speakers == ["Kestria", "Kestria"]
    assert told.actor("Kestria").kind == "state"
