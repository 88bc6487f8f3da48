"""Citation: a sentence that names somebody, cut out of its document."""

from __future__ import annotations

import random
import re

import pytest

from memcon.registry import Registry
from memcon.registry.citation import _ends, cited


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


#: What `_ends` finds step by step, as one pattern: short to read, and quadratic.
_PATTERN = re.compile(r"(\S+)[.!?…]['\")\]’”]*\s+(?=[\"'(\[‘“]?[A-Z0-9])|\s*\n\s*")


def test_ends_of_sentences_are_those_of_the_pattern() -> None:
    chance = random.Random(5)
    for _ in range(2000):
        text = "".join(chance.choices("aA.?”)( \n“1", k=chance.randrange(30)))
        wanted = [
            (m[1], m.start(), m.start(), m.end())
            if m[1] is None
            else (m[1], m.end(1), m.end(), m.end())
            for m in _PATTERN.finditer(text, 2)
        ]
        assert list(_ends(text, 2)) == wanted, text


@pytest.mark.parametrize("run", ["." * 400_000, " " * 400_000, "”" * 400_000, ". " * 200_000])
def test_long_runs_are_gone_through_once(run: str) -> None:
    # A pattern that goes back and forth would take hours here.
    assert sentence(f"Oda Ferris {run}x", "Oda Ferris").startswith("[Oda Ferris]")
