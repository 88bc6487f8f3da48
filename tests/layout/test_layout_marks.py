"""Straight marks are read as the curly ones that they stand for, and told as they are written."""

from __future__ import annotations

import pytest

import memcon
from memcon.layout.marks import as_written, curly


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('"We agree," he said.', "“We agree,” he said."),
        ('He called it ("rash") a "day of joy".', "He called it (“rash”) a “day of joy”."),
        ('"We agree,"\n"and more."', "“We agree,”\n“and more.”"),
        (
            "Harnes's note, the ministers' words, don't",
            "Harnes’s note, the ministers’ words, don’t",
        ),
        ("'Quite so'", "'Quite so'"),
        ("no marks", "no marks"),
        ('"', "”"),
    ],
)
def test_marks(text: str, read: str) -> None:
    assert curly(text) == read and len(read) == len(text)


def test_words_are_told_as_the_document_has_them() -> None:
    assert as_written("O’Dwire", "Mr O'Dwire") == "O'Dwire"
    assert as_written("O’Dwire", "Mr O’Dwire's") == "O’Dwire"


def test_a_name_with_an_apostrophe_is_the_one_of_the_text() -> None:
    record = memcon.read("Foreign Minister Sorcha O'Dwire said that the talks in Talvik went well.")
    assert [a.name for a in record.actors if a.id == record.attributions[0].speaker] == [
        "Sorcha O'Dwire"
    ]


def test_marks_with_spaces_on_both_sides_begin_and_end_in_turn():
    assert curly('-- " We are tired , " she said . " Yes . "\n" No . "') == (
        "-- “ We are tired , ” she said . “ Yes . ”\n“ No . ”"
    )
