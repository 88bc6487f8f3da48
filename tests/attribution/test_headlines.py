"""Headlines with a colon: who says the clause, if anybody."""

from __future__ import annotations

import pytest

from memcon.attribution.headlines import headline, without_topics
from memcon.attribution.relation import Relation
from memcon.language.pipeline import parse
from memcon.layout.plain import plain
from memcon.layout.reading import Layout

BELOW = (
    "\n\nTransport Minister Anna Berg said on Monday that the bridge would stay. Berg spoke in Tuura.\n"
    "\nThe Teesta has risen for a week, and Taiwan sent boats.\n"
)


def read(title: str):
    text = title + BELOW
    words = parse(text)
    blocks = Layout(plain(text)).blocks()
    return text, words, blocks


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Berg: the bridge will stay for now", "Berg", "the bridge will stay for now"),
        ("Transport Minister: the bridge will stay", "Transport Minister", "the bridge will stay"),
        ("The bridge will stay: Berg", "Berg", "The bridge will stay"),
        ("Anna Berg: No Bridge Without a Law", "Anna Berg", "No Bridge Without a Law"),
    ],
)
def test_a_person_or_an_office_says_the_clause(title, source, content):
    text, words, blocks = read(title)
    said = headline(words, blocks)
    assert said is not None
    assert [text[a:b] for a, b in said.source + said.content] == [source, content]


@pytest.mark.parametrize(
    "title", ["Teesta: why nobody waits any more", "Taiwan: No Justice for Crews", "Berg: remarks"]
)
def test_a_topic_says_nothing(title):
    _, words, blocks = read(title)
    assert headline(words, blocks) is None


def test_what_a_topic_was_taken_to_say_goes():
    _, words, blocks = read("Teesta: why nobody waits any more")
    told = Relation(((0, 6),), ((6, 7),), ((8, 33),))
    other = Relation(((40, 44),), ((50, 54),), ((60, 70),))
    assert without_topics([told, other], words, blocks) == [other]
