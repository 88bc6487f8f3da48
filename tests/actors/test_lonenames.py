"""Names of one word that no recogniser saw."""


def test_a_given_name_before_the_word_makes_it_a_person(tell):
    told = tell(
        "Radio News Oda Quarrel asked for more. Quarrel said that the lamps stay lit.",
        ("Quarrel", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["Oda Quarrel"]
    assert told.actor("Oda Quarrel").kind == "person"


def test_a_word_that_is_also_an_ordinary_one_is_no_name(tell):
    told = tell(
        "Research is costly. Much research is wrong. Research suggests that the lamps stay lit.",
        ("Research", "suggests", "that the lamps stay lit"),
    )
    assert "name" not in told.actors[0].forms
