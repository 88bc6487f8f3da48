"""Two or more together."""

MET = "Secretary Ivo Talvik met Kestrian Foreign Minister Dara Quill in Ossel. "


def test_words_for_both_are_the_two_who_met(tell):
    told = tell(
        MET + "They said it rains. The two ministers said it snows. Both sides said it is cold.",
        ("They", "said", "it rains"),
        ("The two ministers", "said", "it snows"),
        ("Both sides", "said", "it is cold"),
    )
    assert told.speakers == ["Ivo Talvik and Dara Quill"] * 3
    assert told.actor("Ivo Talvik and Dara Quill").kind == "group"


def test_governments_speak_for_their_states(tell):
    told = tell(
        "The Governments of Norway, Kestria and Peru said it rains. They said it snows.",
        ("The Governments of Norway, Kestria and Peru", "said", "it rains"),
        ("They", "said", "it snows"),
    )
    assert told.speakers == ["Norway and Kestria and Peru"] * 2


def test_others_and_followers_leave_the_one_who_is_named(tell):
    told = tell(
        "President Talvik and others said it rains. "
        "The Norwegians and their friends said Norway is cold.",
        ("President Talvik and others", "said", "it rains"),
        ("The Norwegians and their friends", "said", "Norway is cold"),
    )
    assert told.speakers == ["Talvik", "Norway"]


def test_a_misprinted_member_is_known_by_the_other(tell):
    told = tell(
        "Secretary Ivo Talvik met Prime Minister Dara Quill. "
        "The Secretary and Prime Minster said it rains.",
        ("The Secretary and Prime Minster", "said", "it rains"),
    )
    assert told.speakers == ["Ivo Talvik and Dara Quill"]
