"""Bodies by their short and full names."""


def test_the_committee_is_the_one_named_in_full(tell):
    told = tell(
        "The Lamp Forum Steering Committee met. The Committee said it rains.",
        ("The Committee", "said", "it rains"),
    )
    assert told.speakers == ["Lamp Forum Steering Committee"]
    assert told.actors[0].kind == "organisation"


def test_an_acronym_is_the_body_with_these_initials(tell):
    told = tell("The River Lamp Union met. The RLU said it rains.", ("The RLU", "said", "it rains"))
    assert told.speakers == ["River Lamp Union"]


def test_the_regime_is_the_one_described_before(tell):
    told = tell(
        "The Talvik regime fell. They ask the regime to leave.", ("the regime", "to leave", "ask")
    )
    assert told.speakers == ["the Talvik regime"]


def test_an_acronym_is_nobody_whose_name_ends_like_it(tell):
    told = tell("Chairman Bo Rlu met. The RLU said it rains.", ("The RLU", "said", "it rains"))
    assert told.speakers == ["RLU"]
