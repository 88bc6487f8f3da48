"""Generated documents are read without an error and without a part left empty for a fault of memcon's."""

from __future__ import annotations

from benchmarks.generated import run
from benchmarks.generated_text import document
from benchmarks.shrink import shrink


def test_five_hundred_documents():
    told: list[str] = []
    assert run(range(700_000, 700_500), 10, told.append) == {}, told


def test_a_seed_gives_the_same_document():
    assert [document(n) for n in range(50)] == [document(n) for n in range(50)]


def test_the_shortest_text_that_shows_a_fault():
    text = "One line.\nAnna Berg said no.\nAnother line.\n"
    assert shrink(text, lambda words: "Berg" in words) == "Berg "
    assert shrink("x", lambda words: True) == ""
