"""Train the sentence head on a shipped model's own states: `python -m training.sentence_head`.

`training/multitask.py` teaches it together with the encoder; here the encoder stays as it is, 8-bit
numbers and all, and the head learns to make of its states what the untouched backbone makes of the text.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray

from memcon.attribution.extract import encode, prepare
from memcon.language.model import SHIPPED, Model, read_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from training.backbone import backbone_folder
from training.corpora import newsmtsc
from training.corpora.polnear import read_polnear
from training.export import stored, write_model
from training.pointed import Pointed, point
from training.sentences import (
    SentenceHead,
    backbone_vectors,
    phrases,
    rank_correlation,
)
from training.teach import sentences as sentences_of


def states_of(texts: list[str], model: Model) -> list[NDArray[np.float16]]:
    """States of the words of each text, `(words, width)`; names are read as they are written."""
    out = []
    for text in texts:
        words = parse(text)
        prepared = prepare(words, find_quotations(text), model, as_written=True)
        parts = [encode(prepared, window, model).states for window in prepared.windows[:1]]
        out.append(parts[0].astype(np.float16))
    return out


def train(
    head: SentenceHead,
    states: list[NDArray[np.float16]],
    wanted: NDArray[np.float16],
    epochs: int,
) -> None:
    """Train the head; the loss is that of `training.multitask.sentence_loss`."""
    rng = Random(0)
    optimizer = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.01)
    size = 64
    total = epochs * -(-len(states) // size)
    step = 0
    for _ in range(epochs):
        order = rng.sample(range(len(states)), len(states))
        for a in range(0, len(order), size):
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * (1 - step / total)
            loss = _loss(head, *_laid(states, wanted, order[a : a + size]))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            step += 1


def _laid(states, wanted, rows: list[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(states[i]) for i in rows)
    words = torch.zeros(len(rows), longest, wanted.shape[1])
    present = torch.zeros(len(rows), longest)
    for row, i in enumerate(rows):
        words[row, : len(states[i])] = torch.from_numpy(states[i].astype(np.float32))
        present[row, : len(states[i])] = 1
    return words, present, torch.from_numpy(wanted[rows].astype(np.float32))


def _loss(head: SentenceHead, words, present, wanted) -> torch.Tensor:
    found = head(words, present)
    likeness = (found @ found.T - wanted @ wanted.T).square().mean()
    return (1 - (found * wanted).sum(-1)).mean() + 4 * likeness


@torch.no_grad()
def score(
    head: SentenceHead, states: list[NDArray[np.float16]], wanted: NDArray[np.float16]
) -> tuple[float, float]:
    """Mean cosine with the backbone's vectors, and Spearman's correlation of all pairs' likenesses."""
    found = np.concatenate(
        [
            head(*_laid(states, wanted, list(range(a, min(a + 64, len(states)))))[:2]).numpy()
            for a in range(0, len(states), 64)
        ]
    )
    return rank_correlation(found, wanted.astype(np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--sentences", type=int, default=3000, help="of PolNeAR")
    parser.add_argument("--phrases", type=int, default=2500, help="of NewsMTSC")
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args()
    torch.manual_seed(0)
    model = read_model(options.model)
    special = 101, 102
    rows, kept = newsmtsc.split(
        newsmtsc.read_newsmtsc(options.corpora / "newsmtsc" / "train.jsonl")
    )
    articles = [g.text for g in read_polnear(options.corpora / "polnear" / "train")[:200]]
    found = [text for text, _ in sentences_of(articles, {g.text for g in kept})]
    texts = Random(0).sample(found, min(options.sentences, len(found)))
    texts += [r.text for r in rows[:2500]]
    short = phrases([r.text for r in rows], options.phrases, model.tokenizer, special)
    texts += [p.text for p in short]
    print(f"{len(texts)} texts to learn from", flush=True)
    head = SentenceHead(384)
    if model.sentence:
        for name in ("inner", "outer"):
            layer = getattr(head, name)
            layer.weight.data = torch.from_numpy(model.sentence[name].T.copy())
            layer.bias.data = torch.from_numpy(model.sentence[f"{name}_bias"].copy())
    learnt, held = (
        (states_of(some, model), backbone_vectors(_pointed(some, model), backbone_folder()))
        for some in (texts, [r.text for r in kept])
    )
    print("before: cosine {:.3f}, correlation {:.3f}".format(*score(head, *held)), flush=True)
    train(head, *learnt, options.epochs)
    print("after: cosine {:.3f}, correlation {:.3f}".format(*score(head, *held)), flush=True)
    with zipfile.ZipFile(options.model) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["sentence.npz"] = stored(head.arrays())
    write_model(parts, options.model)


def _pointed(texts: list[str], model: Model) -> list[Pointed]:
    return [point(text, [], model.tokenizer, (101, 102)) for text in texts]


if __name__ == "__main__":
    main()
