"""NewsMTSC's form of JSON Lines."""

import json
from pathlib import Path

import pytest

from training.corpora.newsmtsc import StanceGold, TargetGold, read_newsmtsc, split

TEXT = "Ivo Talvik praised Kestria, where he was born."


def row(polarity: float = 6.0, mention: str = "Talvik", **more: object) -> dict:
    target = {"from": 4, "to": 10, "mention": mention, "polarity": polarity, **more}
    return {
        "primary_gid": "list_7_3_25_Ivo Talvik_4_10",
        "sentence_normalized": TEXT,
        "targets": [target],
    }


def read(tmp_path: Path, *rows: dict) -> list[StanceGold]:
    path = tmp_path / "train.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return read_newsmtsc(path)


def test_a_row_has_its_target_polarity_and_further_mentions(tmp_path):
    he = {"from": 34, "to": 36, "mention": "he"}
    (gold,) = read(tmp_path, row(further_mentions=[he]))
    assert gold == StanceGold("list_7_3", TEXT, (TargetGold((4, 10), 1, ((34, 36),)),))
    assert TEXT[34:36] == "he"


@pytest.mark.parametrize(("number", "polarity"), [(2.0, -1), (4.0, 0), (6.0, 1)])
def test_polarities_are_counted_from_the_middle(tmp_path, number, polarity):
    assert read(tmp_path, row(number))[0].targets[0].polarity == polarity


def test_an_unknown_polarity_is_an_error(tmp_path):
    with pytest.raises(ValueError, match="polarity 5"):
        read(tmp_path, row(5.0))


def test_offsets_that_do_not_fit_are_an_error(tmp_path):
    with pytest.raises(ValueError, match="Quill"):
        read(tmp_path, row(mention="Quill"))


def test_an_article_is_on_one_side_of_the_split():
    gold = [StanceGold(f"list_{i // 4}_1", f"Sentence {i}.", ()) for i in range(800)]
    training, kept = split(gold)
    assert len(training) + len(kept) == 800
    assert {g.article for g in training}.isdisjoint(g.article for g in kept)
    assert 50 < len(kept) < 160
