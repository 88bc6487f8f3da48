"""Peoples, and those who go along with them."""

from __future__ import annotations

QUIET = ("Quill", "said", "so")


def test_a_people_is_one_however_it_is_called(tell):
    told = tell(
        "Dara Quill came. The brave Peruvian people sing. The people of Peru dance. Peruvians sleep. "
        "Quill said so.",
        QUIET,
    )
    people = told.actor("the brave Peruvian people")
    assert (people.kind, people.country) == ("population", "PE")
    assert told.mentions(people.name) == [
        "The brave Peruvian people", "The people of Peru", "Peruvians",
    ]  # fmt: skip


def test_they_can_be_a_people(tell):
    told = tell("The Syrian people are tired. They said it rains.", ("They", "said", "it rains"))
    assert told.speakers == ["the Syrian people"]


def test_some_of_them_are_not_all_of_them(tell):
    told = tell("Dara Quill left. Two Peruvians and many Chileans sleep. Quill said so.", QUIET)
    assert [a.kind for a in told.actors] == ["person"]


def test_what_a_people_modifies_is_not_the_people(tell):
    told = tell("Dara Quill left. The Peruvian public prosecutor sleeps. Quill said so.", QUIET)
    assert "population" not in {a.kind for a in told.actors}


def test_who_speaks_is_the_side_everywhere(tell):
    told = tell(
        "The Norwegians said it rains. Norway is cold. Talks with the Norwegians went on.",
        ("The Norwegians", "said", "it rains"),
    )
    assert told.mentions("Norway") == ["The Norwegians", "Norway", "the Norwegians"]


def test_followers_make_a_group_with_the_leader_inside(tell):
    told = tell(
        "Dara Quill left. The bridge is held by the Chileans and their followers. Quill said so.",
        QUIET,
    )
    group = told.actor("the Chileans and their followers")
    assert (group.kind, group.country) == ("group", None)
    assert told.actor("the Chileans").kind == "population"
