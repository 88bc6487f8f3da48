"""An office set behind a name tells that it is one."""

from __future__ import annotations

import pytest

from memcon.actors.introductions import introduced_words
from memcon.actors.reading import Reading
from memcon.language.pipeline import parse


def introduced(text: str) -> list[str]:
    words = parse(text)
    reading = Reading(words)
    found = (introduced_words(reading, i) for i in range(len(words)))
    return [text[words.start[r.start] : words.end[r.stop - 1]] for r in found if r]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ilse Maravel, the president of Kestria, received the crew on Tuesday.", ["Ilse Maravel"]),
        ("In Port Sabel, the president said that the harbour was open.", []),
        ("Harbour Street, a long one, leads to the sea.", []),
        ("The prime minister, Ivo Talvik, came.", ["Ivo Talvik"]),
        ("My administrator, Ilse Maravel of the River Board, asked us all.", ["Ilse Maravel"]),
        # A line that only says who somebody is, as headings have it.
        ("Remarks\nIlse M. Maravel, Minister of Public Works\nPort Sabel", ["Ilse M. Maravel"]),
        ("Remarks\nHarbour Street, as the minister has said, is long", []),
        ("The ministers came from Ossel, Port Sabel and the hills.", []),
    ],
)
def test_names_before_an_office(text, names):
    assert introduced(text) == names
