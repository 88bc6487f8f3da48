"""Who is who across accounts."""

import pytest

from memcon.comparison.actors import cast
from memcon.record import Actor
from tests.comparison.conftest import Writer


def account(name, *also):
    """Ana Quill and Oren Halvard met, and the text has others too."""
    record = Writer(name).meet("Ana Quill", "Oren Halvard").narrate("They had tea.").record()
    others = tuple(
        Actor(id=f"x{n}", name=words, kind=kind, mentions=(), forms=())
        for n, (words, kind) in enumerate(also)
    )
    return record.model_copy(update={"actors": (*record.actors, *others)})


def test_the_minister_of_a_state_is_not_the_state():
    people = cast(
        [
            account("a", ("the Foreign Minister of Ossel", "person")),
            account("b", ("Ossel", "state")),
        ]
    )
    assert people.of(0, "x0") != people.of(1, "x0")


def test_what_one_reading_took_for_a_state_another_may_take_for_a_body():
    people = cast([account("a", ("Ossel", "organisation")), account("b", ("Ossel", "state"))])
    assert people.of(0, "x0") == people.of(1, "x0")


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("the two sides", True),
        ("The leaders", True),
        ("the two foreign ministers", True),
        ("the heads of state", True),
        ("the ministers of the alliance", False),
        ("the League ministers", False),
    ],
)
def test_the_two_sides_have_the_names_of_the_two_who_met(words, sides):
    record = account("a")
    start = len(record.text)
    text = record.text + words + " had tea."
    group = Actor(id="g", name=words, kind="group", mentions=((start, start + len(words)),),
                  forms=("description",))  # fmt: skip
    document = record.document.model_copy(update={"text": text})
    record = record.model_copy(update={"document": document, "actors": (*record.actors, group)})
    name = cast([record, account("b")]).name(0, "g")
    assert name == ("Ana Quill and Oren Halvard" if sides else words)
