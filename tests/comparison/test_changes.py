"""What is otherwise in two statements that say the like."""

import pytest

from memcon.comparison import compare
from memcon.record import Stance
from tests.comparison.conftest import Writer, words_as_vectors

SAID = "the harbour of Harnes opens to every crew and every pilot"


def changes(one, other):
    comparison = compare(one, other, embed=words_as_vectors)
    return [change for pair in comparison.pairs for change in pair.changes]


def account(name, content, **options):
    cue = options.pop("cue", "said")
    writer = Writer(name).meet("Ana Quill", "Oren Halvard")
    return writer.say("Ana Quill", cue, content, **options).record()


def texts(change):
    return [value.text if value else None for value in change.values]


def test_nothing_differs_in_the_same_words():
    assert changes(account("a", SAID), account("b", SAID)) == []


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [
        (f"perhaps {SAID}", "hedge", "perhaps"),
        (f"{SAID} for the time being", "hedge", "for the time being"),
        (SAID.replace("opens", "may open"), "hedge", "may"),
        (f"{SAID} on 3 December 2024", "date", "3 December 2024"),
        (f"{SAID} within 40 weeks", "number", "40 weeks"),
    ],
)
def test_what_one_alone_adds(words, kind, told):
    found = {c.change: texts(c) for c in changes(account("a", SAID), account("b", words))}
    assert found == {kind: [None, told]}


def test_an_exception_of_one_alone():
    less = f"{SAID} except for whalers"
    [change] = changes(account("a", SAID), account("b", less, exception="except for whalers"))
    assert (change.change, texts(change)) == ("exception", [None, "except for whalers"])


def test_direct_in_one_and_indirect_in_the_other():
    [change] = changes(account("a", SAID), account("b", SAID, quoted=True))
    assert (change.change, texts(change)) == ("form", ["indirect", "direct"])


def test_numbers_that_differ_stand_side_by_side():
    one, other = account("a", f"{SAID} in 20 weeks"), account("b", f"{SAID} in 30 weeks")
    [change] = changes(one, other)
    assert (change.change, texts(change)) == ("number", ["20 weeks", "30 weeks"])


def test_the_addressee():
    one = account("a", SAID, to="Oren Halvard")
    other = Writer("b").meet("Ana Quill", "Oren Halvard", "Helga Stroem")
    other = other.say("Ana Quill", "said", SAID, to="Helga Stroem").record()
    assert [c.change for c in changes(one, other)] == ["addressee"]


def test_a_stance_of_another_sign():
    def stands(name, polarity):
        record = account(name, SAID)
        stance = Stance(
            target="Oren Halvard", polarity=polarity, evidence=record.attributions[0].cue
        )
        said = record.statements[0].model_copy(update={"stances": (stance,)})
        return record.model_copy(update={"statements": (said,)})

    [change] = changes(stands("a", 1), stands("b", -1))
    assert (change.change, change.target) == ("stance", "Oren Halvard")
    assert [value.normal for value in change.values] == ["+1", "-1"]


def test_she_welcomed_and_she_said_that_she_welcomed_are_one_act():
    one = account("a", "the opening of the harbour of Harnes", cue="welcomed", act="welcome")
    other = account("b", "she welcomed the opening of the harbour of Harnes")
    assert changes(one, other) == []


def test_a_negation_in_one_alone():
    one, other = account("a", f"that {SAID}"), account("b", f"that not {SAID}")
    start = other.text.index("not")
    said = other.statements[0].model_copy(update={"negations": ((start, start + 3),)})
    other = other.model_copy(update={"statements": (said,)})
    [change] = changes(one, other)
    assert (change.change, texts(change)) == ("negation", [None, "not"])


@pytest.mark.parametrize(
    ("act", "one", "other", "stronger"),
    [
        ("urge", "urged that", "called for", 0),
        ("urge", "called for", "pressed that", 1),
        ("express concern", "expressed concern that", "expressed grave concern that", 1),
        ("condemn", "strongly condemned", "condemned", 0),
    ],
)
def test_one_act_in_words_of_another_strength(act, one, other, stronger):
    records = (account("a", SAID, cue=one, act=act), account("b", SAID, cue=other, act=act))
    [change] = changes(*records)
    assert (change.change, texts(change), change.stronger) == ("wording", [one, other], stronger)
    [mirrored] = changes(*reversed(records))
    assert mirrored.stronger == 1 - stronger


@pytest.mark.parametrize("other", ["pushed for", "urges that"])
def test_words_of_one_strength_are_no_difference(other):
    one = account("a", SAID, cue="pressed for" if "push" in other else "urged that", act="urge")
    assert changes(one, account("b", SAID, cue=other, act="urge")) == []


def test_a_stronger_act_is_told_to_be_so():
    one, other = account("a", SAID, cue="demanded", act="demand"), account("b", SAID, cue="asked",
                                                                           act="request")  # fmt: skip
    [change] = changes(one, other)
    assert (change.change, change.stronger) == ("act", 0)


def test_acts_of_no_common_scale_have_no_order():
    one = account("a", SAID, cue="welcomed", act="welcome")
    [change] = changes(one, account("b", SAID, cue="regretted", act="regret"))
    assert (change.change, change.stronger) == ("act", None)


def test_a_date_behind_the_end_of_the_content_is_not_told_by_one_alone():
    one = account("a", f"{SAID} in the autumn")
    other = account("b", SAID + ", which is to happen in the autumn")
    said = other.attributions[0]
    start, end = said.content[0]
    short = ((start, end - len(", which is to happen in the autumn")),)
    other = other.model_copy(update={"attributions": (said.model_copy(update={"content": short}),)})
    assert changes(one, other) == []


def test_sums_of_two_currencies_stand_side_by_side():
    one, other = (
        account("a", f"{SAID} for £40 million"),
        account("b", f"{SAID} for 50 million dollars"),
    )
    [change] = changes(one, other)
    assert [value.normal for value in change.values] == ["40000000 pound", "50000000 dollar"]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (", provided the fees fall", ["condition"]),
        (", provided that the fees fall", ["condition"]),
        (", providing shelter to sailors", []),
        (", provided by the guild", []),
    ],
)
def test_what_is_provided_is_no_condition(behind, told):
    one, other = account("a", SAID), account("b", SAID + behind)
    said = other.attributions[0]
    start, end = said.content[0]
    content = ((start, end - len(behind)),)
    said = said.model_copy(update={"content": content})
    other = other.model_copy(update={"attributions": (said,)})
    assert [change.change for change in changes(one, other)] == told
