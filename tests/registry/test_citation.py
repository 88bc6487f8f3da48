"""Citation: a sentence that names somebody, cut out of its document."""

from __future__ import annotations

import pytest

from memcon.registry import Registry
from memcon.registry.citation import cited


def sentence(text: str, words: str) -> str:
    """The sentence around the words."""
    start = text.index(words)
    found = cited(text, start, start + len(words))
    assert text[found.start :].startswith(words)
    return f"{found.before}[{found.marked}]{found.after}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It rained. Oda Ferris left. It rained.", "[Oda Ferris] left."),
        ("It rained. She met Mr. Oda Ferris there. Then?", "She met Mr. [Oda Ferris] there."),
        ("In the U. S. she met Oda Ferris.", "In the U. S. she met [Oda Ferris]."),
        ("A headline\nOda Ferris left\nIt rained.", "[Oda Ferris] left"),
        ("“It rained.” Then came Oda Ferris.", "Then came [Oda Ferris]."),
        ("Oda Ferris", "[Oda Ferris]"),
        ("Then came Oda Ferris. It rained.", "Then came [Oda Ferris]."),
        ("\x1b[2J Oda Ferris left.", "⟨U+001B⟩[2J [Oda Ferris] left."),
    ],
)
def test_the_sentence_around_a_name(text: str, shown: str) -> None:
    assert sentence(text, "Oda Ferris") == shown


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    shown = sentence("and so on " * 100 + "Oda Ferris" + " and so on" * 100, "Oda Ferris")
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_the_sentence_with_the_name_is_taken(two_days: Registry) -> None:
    _, short = two_days.entries()
    found = two_days.citation(short)
    assert found is not None
    assert (found.before, found.marked, found.after) == (
        "The call was short, Foreign Minister ", "Ardane", " said.",
    )  # fmt: skip
