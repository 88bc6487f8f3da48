"""Real documents, which are kept outside the project: CI has them, other machines need not.

What is asked here lies a little below what `docs/figures.md` tells, so that a loss is noticed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.readouts import match, same_speaker
from benchmarks.shared import SHARED, annotated_documents, load_scorer
from memcon.document import Document
from memcon.reading import read_document, read_many

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the corpora are not at {SHARED}; they are not in the project"
)


def test_the_starting_document():
    document = next(d for d in annotated_documents() if d.name == "seed")
    record = read_document(Document(name=document.name, text=document.text))
    pairs = match(document, record, load_scorer())
    wrong = [
        record.words(found.content)
        for i, found in pairs.items()
        if not same_speaker(document.attributions[i], found, record)
    ]
    assert len(pairs) >= len(document.attributions) - 2
    assert not wrong
    assert len(record.attributions) <= len(pairs) + 4


@pytest.mark.parametrize(
    ("genre", "least"), [("readout", 0.88), ("joint statement", 0.75), ("transcript", 0.75)]
)
def test_genre_and_attributions_of_releases(genre, least):
    documents = [d for d in annotated_documents() if d.genre == genre and not d.held]
    scorer = load_scorer()
    records = read_many([Document(name=d.name, text=d.text) for d in documents])
    found = expected = 0
    for document, record in zip(documents, records, strict=True):
        assert record.document.genre == genre
        found += len(match(document, record, scorer))
        expected += len(document.attributions)
    assert found / expected >= least


def test_political_news():
    scorer = load_scorer()
    folder = SHARED / "corpora" / "polnear" / "dev"
    gold = [(Path(name).name, text, rows) for name, text, rows in scorer.read_gold(folder)][::6]
    records = read_many([Document(name=name, text=text) for name, text, _ in gold])
    told = [[a.model_dump() for a in record.attributions] for record in records]
    scores = scorer.score(
        (text, rows, found) for (_, text, rows), found in zip(gold, told, strict=True)
    )
    assert scores["relation.loose"]["f1"] >= 72
    assert scores["relation.strict"]["f1"] >= 54
    assert scores["quoted.who"]["r"] >= 84
