"""“Her office”: whoever is somebody's is called by whose."""


def test_it_is_called_by_its_owner(tell):
    told = tell(
        "President Dara Quill of Kestria left. Her office said that it rained.",
        ("Her office", "said", "that it rained"),
    )
    assert told.speakers == ["Dara Quill's office"]
    assert told.actor("Dara Quill's office").kind == "organisation"


def test_it_is_the_same_each_time_and_another_behind_another_pronoun(tell):
    told = tell(
        "Mr Dara Quill spoke. His office said that it rained. His office said that it poured. "
        "Mrs Oda Ferris spoke. Her office said that it snowed.",
        ("His office", "said", "that it rained"),
        ("His office", "said", "that it poured"),
        ("Her office", "said", "that it snowed"),
    )
    assert told.speakers == ["Dara Quill's office", "Dara Quill's office", "Oda Ferris's office"]


def test_an_owner_without_a_name_lends_none(tell):
    told = tell("Her office said that it rained.", ("Her office", "said", "that it rained"))
    assert told.speakers == ["Her office"]
