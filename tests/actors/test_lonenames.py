"""Names of one word that no recogniser saw."""


def test_a_given_name_before_the_word_makes_it_a_person(tell):
    told = tell(
        "Radio News Oda Tarn asked for more. Tarn said that the lamps stay lit.",
        ("Tarn", "said", "that the lamps stay lit"),
    )
    assert told.speakers == ["Oda Tarn"]
    assert told.actor("Oda Tarn").kind == "person"


def test_a_word_that_is_also_an_ordinary_one_is_no_name(tell):
    told = tell(
        "Research is costly. Much research is wrong. Research suggests that the lamps stay lit.",
        ("Research", "suggests", "that the lamps stay lit"),
    )
    assert "name" not in told.actors[0].forms
