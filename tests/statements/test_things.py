"""Named things, and what speakers think of them."""

import pytest

from memcon.actors.reading import Reading
from memcon.language.pipeline import parse
from memcon.reading import read
from memcon.record import Actor
from memcon.statements.things import find_things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quill spoke of the Tidewater Treaty.", ["Tidewater Treaty"]),
        ("Quill called the Harnes process useful.", ["Harnes process"]),
        ("Quill cited Resolution 2231.", ["Resolution 2231"]),
        ("The Tidewater Treaty's aims are dead.", ["Tidewater Treaty"]),
        ("Quill left the Tidewater Treaty. The Tidewater Treaty stands.", ["Tidewater Treaty"]),
        ("Quill opposed the agreement and its treaty obligations.", []),
        ("Quill met the Tidewater Treaty Organization.", []),
    ],
)
def test_what_names_a_thing(text, names):
    assert [thing.name for thing in find_things(Reading(parse(text)), ())] == names


def test_an_actor_of_that_name_is_no_thing():
    text = "The Tidewater Treaty said no."
    party = Actor(id="p1", name="Tidewater Treaty", kind="organisation", mentions=((4, 20),))
    assert find_things(Reading(parse(text)), [party]) == ()


def test_ids_follow_the_actors():
    party = Actor(id="p7", name="Ana Quill", kind="person", mentions=((0, 5),))
    [thing] = find_things(Reading(parse("Quill spoke of the Tidewater Treaty.")), [party])
    assert (thing.id, thing.mentions) == ("p8", ((15, 35),))


def test_a_stance_may_be_towards_a_thing():
    record = read("President Ana Quill of Kenya condemned the Tidewater Treaty.")
    [stance] = record.statements[0].stances
    thing = record.actor(stance.target)
    assert (thing.name, thing.kind, stance.polarity) == ("Tidewater Treaty", "thing", -1)


def test_a_state_in_a_thing_s_name_is_not_meant():
    record = read("President Ana Quill condemned the Chad Treaty as a disaster.")
    assert {record.actor(s.target).name for s in record.statements[0].stances} == {"Chad Treaty"}


def test_a_thing_of_which_nobody_thinks_anything_is_not_listed():
    record = read("President Ana Quill of Kenya said that the Tidewater Treaty has ten articles.")
    assert "thing" not in {actor.kind for actor in record.actors}
