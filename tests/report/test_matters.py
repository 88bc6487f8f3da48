"""A speaker's statements by topic, where that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.document import Document
from memcon.record import Actor, Attribution, Record, Statement
from memcon.report import render
from memcon.report.matters import OTHER, about
from memcon.report.outline import outline
from tests.report.conftest import ENGINE


def record(*topics: tuple[str, ...]) -> Record:
    """One speaker, who says a word about each of these."""
    text = "Quill: " + " ".join(f"word{n}" for n in range(len(topics)))
    at = [text.index(f"word{n}") for n in range(len(topics))]
    return Record(
        document=Document(name="words.txt", text=text),
        actors=(Actor(id="p", name="Quill", kind="person", mentions=((0, 5),)),),
        attributions=tuple(
            Attribution(
                id=f"a{n}", content=((a, a + 5),), type="indirect", speaker="p", confidence=1
            )
            for n, a in enumerate(at)
        ),
        statements=tuple(
            Statement(id=f"s{n}", attribution=f"a{n}", topics=own) for n, own in enumerate(topics)
        ),
        engine=ENGINE,
    )


def told(*topics: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    (group,) = outline(record(*topics))
    return [(matter.name, [entry.id for entry in matter.entries]) for matter in group.matters]


def test_topics_stand_as_the_speaker_comes_to_them_and_the_rest_last():
    assert told(("fog",), ("lamps",), (), ("fog",), ("rope",), ("lamps", "fog")) == [
        ("fog", ["a0", "a3"]),
        ("lamps", ["a1", "a5"]),
        (OTHER, ["a2", "a4"]),
    ]


def test_a_statement_stands_once_under_the_first_topic_that_is_shared():
    assert told(("rope", "lamps", "fog"), ("fog",), ("fog",), ("lamps",), ("lamps",)) == [
        ("lamps", ["a0", "a3", "a4"]), ("fog", ["a1", "a2"]),
    ]  # fmt: skip


def test_a_topic_of_the_users_list_is_not_hidden_by_the_one_it_lies_in():
    assert told(("Permits", "Sea"), ("Sea",), ("Sea",), ("Permits", "Sea"), ("Sea",)) == [
        ("Permits", ["a0", "a3"]), ("Sea", ["a1", "a2", "a4"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "topics",
    [
        (("fog",), ("fog",), ("fog",)),
        (("fog",), ("lamps",), ("rope",), ("salt",)),
        ((), (), (), (), ()),
    ],
    ids=["few statements", "nothing shared", "no topics"],
)
def test_where_topics_would_not_help_the_order_is_the_texts(topics):
    assert told(*topics) == [("", [f"a{n}" for n in range(len(topics))])]


def test_further_topics_are_named_beside_the_statement():
    (group,) = outline(record(("Fishing", "Sea"), ("Fishing",), ("Fishing",), ("rope",), ()))
    first, other = group.matters
    assert about(first.entries[0], first.name) == "also about Sea"
    assert about(first.entries[1], first.name) == ""
    assert about(other.entries[0], other.name) == "about rope"


def test_every_form_has_the_headings():
    shared = record(("fog",), ("lamps",), (), ("fog",))
    assert "### fog\n" in render(shared, "md") and f"### {OTHER}\n" in render(shared, "md")
    assert "<h3><bdi>fog</bdi></h3>" in render(shared, "html")


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=3, unique=True), min_size=1, max_size=9))
def test_no_statement_is_lost(topics):
    (group,) = outline(record(*map(tuple, topics)))
    ids = [entry.id for matter in group.matters for entry in matter.entries]
    assert sorted(ids) == [entry.id for entry in group.entries]
    for matter in group.matters:
        assert [e.span for e in matter.entries] == sorted(e.span for e in matter.entries)
