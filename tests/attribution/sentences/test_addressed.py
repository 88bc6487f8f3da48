"""Forms of address and the auxiliaries of questions are no part of who says something, and how."""

from __future__ import annotations

import pytest

from memcon.attribution.relation import Relation
from memcon.attribution.sentences.addressed import unaddressed
from memcon.language.pipeline import parse


def told(text: str, source: str, *cue: str) -> list[tuple[str, list[str]]]:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    relation = Relation((span(source),), tuple(map(span, cue)), ((len(text) - 4, len(text)),))
    return [
        (text[slice(*r.source[0])], [text[a:b] for a, b in r.cue])
        for r in unaddressed([relation], parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "named"),
    [
        (
            "Sir, Farah from Lotus News asks why.",
            "Sir, Farah from Lotus News",
            "Farah from Lotus News",
        ),
        ("Secretary General, Ossel says no.", "Secretary General, Ossel", "Ossel"),
        ("Anna Berg: Minister, Ossel says no.", "Minister, Ossel", "Ossel"),
        ("Mr. President, Congress asks why.", "Mr. President, Congress", "Congress"),
        ("Foreign Secretary, Anna Berg, asks why.", "Foreign Secretary, Anna Berg", None),
        ("The Minister, Anna Berg asks why.", "The Minister, Anna Berg", None),
        ("Kestria, Ossel and Vargo ask why.", "Kestria, Ossel and Vargo", None),
    ],
)
def test_whom_the_sentence_speaks_to_is_no_source(text, source, named):
    cue = next(verb for verb in ("asks", "says", "ask") if verb in text)
    assert told(text, source, cue)[0][0] == (named or source)


def test_the_auxiliary_of_a_question_is_no_cue():
    text = "Did Minister Rask ask for more ships?"
    assert told(text, "Minister Rask", "Did", "ask for") == [("Minister Rask", ["ask for"])]
    assert told(text, "Minister Rask", "Did") == []
