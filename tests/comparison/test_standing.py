"""One speaker over time."""

import pytest

from memcon.comparison import ComparisonError
from memcon.comparison.standing import diff
from memcon.comparison.strength import harder
from tests.comparison.conftest import Writer, words_as_vectors

BOATS = "the boats of Velmar to leave the strait of Harnes"
JOINT = "a joint patrol of the northern shoals is possible"


def difference(old, new, speaker="Quill"):
    return diff([old.record()], [new.record()], speaker, embed=words_as_vectors)


def then(cue="urged", act="urge", content=BOATS, **more):
    return Writer("old.txt").say("Ana Quill", cue, content, act=act, **more)


def now(cue="demanded", act="demand", content=BOATS, **more):
    return Writer("new.txt").say("Ana Quill", cue, content, act=act, **more)


def test_a_stronger_act_hardens_and_a_weaker_one_softens():
    assert [p.verdict for p in difference(then(), now()).phrases] == ["hardened"]
    back = difference(then("demanded", "demand"), now("urged", "urge"))
    assert [p.verdict for p in back.phrases] == ["softened"]


def test_a_stronger_word_for_the_same_act_hardens():
    [phrase] = difference(then("called for", "urge"), now("urged", "urge")).phrases
    assert phrase.verdict == "hardened"
    assert [c.change for c in phrase.changes] == ["wording"]


def test_a_hedge_that_is_gone_hardens():
    old = then("said", "state", f"perhaps {JOINT}")
    [phrase] = difference(old, now("said", "state", JOINT)).phrases
    assert phrase.verdict == "hardened"
    assert phrase.changes[0].values[0].text == "perhaps"


def test_a_condition_that_is_new_softens():
    new = now("said", "state", f"{JOINT} if the fog lifts", condition="if the fog lifts")
    assert [p.verdict for p in difference(then("said", "state", JOINT), new).phrases] == [
        "softened"
    ]


def test_a_number_that_is_new_tells_no_direction():
    old, new = (
        then("said", "state", f"{JOINT} in 20 weeks"),
        now("said", "state", f"{JOINT} in 30 weeks"),
    )
    assert [p.verdict for p in difference(old, new).phrases] == ["changed"]


def test_what_is_dropped_and_what_is_added():
    old = then().say("Ana Quill", "said", "the lamps stay lit")
    new = now("urged", "urge").say("Ana Quill", "thanked", "Norvane for its pilots", act="thank")
    found = difference(old, new)
    assert [p.verdict for p in found.phrases] == ["dropped", "added", "kept"]
    assert found.of("dropped")[0].old[0].said.text == "the lamps stay lit"


def test_words_of_others_are_left_out():
    new = now().say("Oren Halvard", "said", "the lamps stay lit")
    assert len(difference(then(), new).phrases) == 1


def test_a_speaker_who_says_nothing_is_told_with_those_who_do():
    with pytest.raises(ComparisonError, match=r"earlier documents; those who do: Ana Quill"):
        difference(then(), now(), "Helga Stroem")


def test_scales_hold_only_acts_of_one_kind():
    assert harder("request", "demand") == 1
    assert harder("demand", "urge") == -1
    assert harder("thank", "demand") == 0
