"""Paragraphs of a row that open with a cue are read alike."""

from __future__ import annotations

from dataclasses import replace

from memcon.attribution.relation import Relation
from memcon.attribution.sentences.openings import as_items
from memcon.language.pipeline import parse
from tests.attribution.sentences.marked import told

RESOLUTION = (
    "The Assembly,\n\n"
    "1. Condemns the seizure of the boats;\n\n"
    "2. Welcomes the decision of Ossel and Kestria to free the crews, and thanks Norway for its help;\n\n"
    "3. Calls upon port States, in particular those on the strait, to open their docks;\n\n"
    "4. Takes note of the statement by the envoy of Ossel, who denied it."
)
LEAST = 0.4


def relation(text: str, source: str, cue: str, content: str, confidence: float) -> Relation:
    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    named = (span(source),) if source else ()
    return Relation(named, (span(cue),), (span(content),), confidence)


def read(text: str, found: list[Relation]) -> list[tuple[str, str, str]]:
    whole, _ = as_items(found, parse(text), LEAST)
    return [
        (told(text, r.source), told(text, r.cue), told(text, r.content))
        for r in whole
        if r.confidence >= LEAST
    ]


FOUND = [
    relation(RESOLUTION, "", "Condemns", "the seizure of the boats", 0.9),
    relation(RESOLUTION, "", "Welcomes", "the decision of Ossel and Kestria", 0.8),
    relation(RESOLUTION, "Ossel and Kestria", "thanks", "Norway for its help", 0.5),
    relation(RESOLUTION, "", "Calls upon", "port States", 0.3),
    relation(RESOLUTION, "the envoy of Ossel", "Takes note of", "the statement", 0.7),
]


def test_items_have_no_source_and_are_told_to_their_end_or_the_next_verb():
    assert read(RESOLUTION, FOUND) == [
        ("", "Condemns", "the seizure of the boats"),
        ("", "Welcomes", "the decision of Ossel and Kestria to free the crews"),
        ("", "thanks", "Norway for its help"),
        ("", "Calls upon", "port States, in particular those on the strait, to open their docks"),
        ("", "Takes note of", "the statement by the envoy of Ossel, who denied it"),
    ]


PREAMBLE = (
    "Recalling its report on the strait, reaffirming that the law of the sea applies and noting the "
    "promise of Ossel;\n\nNoting that nine boats were taken, and expressing its solidarity with the "
    "crews,\n\n"
)


def test_the_preamble_above_is_read_likewise():
    text = PREAMBLE + RESOLUTION
    found = [
        relation(text, "", "Recalling", "its report on the strait", 0.8),
        relation(
            text,
            "",
            "reaffirming",
            "that the law of the sea applies and noting the promise of Ossel",
            0.9,
        ),
        relation(text, "", "noting", "the promise of Ossel", 0.8),
        relation(text, "", "Noting", "that nine boats were taken", 0.7),
        relation(text, "", "expressing its", "solidarity with the crews", 0.6),
        *(
            Relation(
                tuple((a + len(PREAMBLE), b + len(PREAMBLE)) for a, b in r.source),
                tuple((a + len(PREAMBLE), b + len(PREAMBLE)) for a, b in r.cue),
                tuple((a + len(PREAMBLE), b + len(PREAMBLE)) for a, b in r.content),
                r.confidence,
            )
            for r in FOUND
        ),
    ]
    assert read(text, found)[:5] == [
        ("", "Recalling", "its report on the strait"),
        ("", "reaffirming", "that the law of the sea applies"),
        ("", "noting", "the promise of Ossel"),
        ("", "Noting", "that nine boats were taken"),
        ("", "expressing its", "solidarity with the crews"),
    ]


def test_one_that_the_model_hardly_sees_stays_a_candidate():
    doubtful = [replace(r, confidence=0.1) if r.confidence == 0.3 else r for r in FOUND]
    assert "Calls upon" not in [cue for _, cue, _ in read(RESOLUTION, doubtful)]


def test_one_item_is_no_row():
    text = "Condemns the seizure of the boats, and more.\n\nThe boats lay in Ossel."
    alone = [relation(text, "", "Condemns", "the seizure of the boats", 0.9)]
    assert as_items(alone, parse(text), LEAST) == (alone, set())


def test_sentences_that_open_with_a_participle_are_no_items():
    text = (
        "Recalling the war, she called for peace.\n\nCiting the flood, he asked for help.\n\n"
        "Noting the drought, they asked for rain."
    )
    found = [
        relation(text, "she", "Recalling", "the war", 0.9),
        relation(text, "he", "Citing", "the flood", 0.9),
        relation(text, "they", "Noting", "the drought", 0.9),
    ]
    assert as_items(found, parse(text), LEAST) == (found, set())
