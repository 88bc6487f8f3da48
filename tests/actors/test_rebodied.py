"""Bodies named before that are called by what they are."""

import pytest


@pytest.mark.parametrize(
    ("before", "phrase", "name"),
    [
        (
            "The Commission on River Lamps met on Monday.",
            "The commission",
            "Commission on River Lamps",
        ),
        ("The Harbour Workers Union met on Monday.", "The union", "Harbour Workers Union"),
        ("Ossel Steel Corp. closed the mill on Monday.", "The company", "Ossel Steel Corp."),
    ],
)
def test_a_noun_takes_up_the_body_that_was_told_of(tell, before, phrase, name):
    told = tell(
        f"{before} {phrase} said that the lamps stay lit.",
        (phrase, "said", "that the lamps stay lit"),
    )
    assert [s.removeprefix("the ") for s in told.speakers] == [name]
    assert told.actors[0].kind == "organisation"


def test_a_noun_that_fits_nothing_is_described(tell):
    told = tell(
        "The Ministry of Fisheries met on Monday. The newspaper said that the lamps stay lit.",
        ("The newspaper", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["the newspaper"]
