"""Train the coreference heads on GUM, on the shipped encoder's states: `python -m training.coreference`.

The encoder is not trained here: 49 documents would teach it little, and attribution must stay what it
is. Ten documents are held out (`corpora.gum.split`); on part of the rest `--folds` cross-validates.
Minutes on one core.
"""

from __future__ import annotations

import argparse
import io
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel

from memcon.attribution.extract import Prepared, encode, prepare
from memcon.coreference import clusters
from memcon.coreference.candidates import find_candidates
from memcon.coreference.description import OWN, PAIR, Described, describe, describe_pairs
from memcon.coreference.heads import OWN_STARTS, PAIR_STARTS, Heads
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.spans import Span
from training.corpora.gum import CoreferenceGold, read_gum, split
from training.export import write_model

EMBEDDED, HIDDEN = 96, 128
#: Candidates of at least this logit are asked for antecedents while training.
_KEPT = -1.5


@dataclass(slots=True)
class Text:
    """A document with all that the heads read.

    :param states: `(words, width)`.
    :param entity: number of the annotated entity of each candidate, −1 if it is no mention.
    """

    gold: CoreferenceGold
    states: np.ndarray
    described: Described
    spans: list[Span]
    entity: np.ndarray


def open_text(gold: CoreferenceGold) -> Text:
    """Read one document with the shipped encoder."""
    model = shipped_model()
    words, quotations = parse(gold.text), find_quotations(gold.text)
    prepared = prepare(words, quotations, model)
    described = describe(words, find_candidates(words), prepared.quoted)
    c = described.candidates
    spans = [words.span(a, b) for a, b in zip(c.first.tolist(), c.last.tolist(), strict=True)]
    numbers: dict[str, int] = {}
    known = {m.span: numbers.setdefault(m.entity, len(numbers)) for m in gold.mentions}
    entity = np.array([known.get(span, -1) for span in spans])
    return Text(gold, states_of(prepared, model), described, spans, entity)


def states_of(prepared: Prepared, model: Model) -> np.ndarray:
    """The encoder's states `(words, width)`; each word's are of the window that decides it."""
    parts = []
    for window in prepared.windows:
        own = slice(window.own_start - window.start, window.own_stop - window.start)
        parts.append(encode(prepared, window, model).states[own])
    return np.concatenate(parts)


class Network(nn.Module):
    """The same sums as `memcon.coreference.heads`, with dropout."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Linear(3 * width, EMBEDDED)
        self.own = nn.EmbeddingBag(sum(OWN), EMBEDDED, mode="sum")
        self.mention = nn.Linear(EMBEDDED, 1)
        self.later = nn.Linear(EMBEDDED, HIDDEN, bias=False)
        self.earlier = nn.Linear(EMBEDDED, HIDDEN, bias=False)
        self.product = nn.Linear(EMBEDDED, HIDDEN, bias=False)
        self.pair = nn.EmbeddingBag(sum(PAIR), HIDDEN, mode="sum")
        self.pair_bias = nn.Parameter(torch.zeros(HIDDEN))
        self.link = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(dropout)
        self.less = nn.Dropout(dropout * 0.4)
        for table in (self.own, self.pair):
            nn.init.normal_(table.weight, std=0.05)

    def embed(self, states: torch.Tensor, described: Described) -> torch.Tensor:
        c = described.candidates
        rows = [torch.from_numpy(x.astype(np.int64)) for x in (c.head, c.first, c.last)]
        joined = self.dropout(torch.cat([states[r] for r in rows], dim=-1))
        own = torch.from_numpy((described.own + OWN_STARTS).astype(np.int64))
        return functional.gelu(self.words(joined) + self.own(own), approximate="tanh")

    def mentions(self, embedded: torch.Tensor) -> torch.Tensor:
        return self.mention(self.less(embedded)).squeeze(-1)

    def links(self, embedded, described: Described, later, earlier) -> torch.Tensor:
        classes = describe_pairs(described, later, earlier) + PAIR_STARTS
        a, b = torch.from_numpy(later), torch.from_numpy(earlier)
        embedded = self.less(embedded)
        hidden = self.later(embedded)[a] + self.earlier(embedded)[b] + self.pair_bias
        hidden = hidden + self.product(embedded[a] * embedded[b])
        hidden = hidden + self.pair(torch.from_numpy(classes.astype(np.int64)))
        return self.link(self.less(functional.gelu(hidden, approximate="tanh"))).squeeze(-1)

    def weights(self) -> dict[str, np.ndarray]:
        """Arrays as `memcon.coreference.heads.NAMES` has them."""
        get = lambda x: x.detach().numpy().astype(np.float32)  # noqa: E731
        return {
            "words": get(self.words.weight.T), "own": get(self.own.weight),
            "bias": get(self.words.bias), "mention": get(self.mention.weight[0]),
            "mention_bias": get(self.mention.bias), "later": get(self.later.weight.T),
            "earlier": get(self.earlier.weight.T), "product": get(self.product.weight.T),
            "pair": get(self.pair.weight), "pair_bias": get(self.pair_bias),
            "link": get(self.link.weight[0]), "link_bias": get(self.link.bias),
        }  # fmt: skip


def loss(network: Network, text: Text, weight: float) -> torch.Tensor:
    """Cross-entropy of mentions, and the marginal likelihood of all right antecedents."""
    embedded = network.embed(torch.from_numpy(text.states), text.described)
    logits = network.mentions(embedded)
    gold = torch.from_numpy((text.entity >= 0).astype(np.float32))
    total = functional.binary_cross_entropy_with_logits(logits, gold)
    kept = np.flatnonzero((logits.detach().numpy() > _KEPT) | (text.entity >= 0))
    described, entity = text.described.take(kept), text.entity[kept]
    stretches = list(clusters.antecedents(described))
    if not stretches:
        return total
    later, earlier = (np.concatenate(part) for part in zip(*stretches, strict=True))
    scores = network.links(embedded[torch.from_numpy(kept)], described, later, earlier)
    count = len(kept)
    right = torch.from_numpy((entity[later] == entity[earlier]) & (entity[later] >= 0))
    rows = torch.from_numpy(later)
    everything = _log_sum(scores, rows, count, dummy=True)
    first = torch.ones(count, dtype=torch.bool)
    first[rows[right]] = False
    good = _log_sum(torch.where(right, scores, -1e4), rows, count, dummy=False)
    wanted = torch.where(first, torch.zeros(count), good)
    return total + weight * (everything - wanted).mean()


def _log_sum(scores, rows, count: int, *, dummy: bool) -> torch.Tensor:
    """Log of the summed exponentials of each row's scores, with 0 for no antecedent."""
    top = torch.zeros(count) if dummy else torch.full((count,), -1e4)
    top = top.scatter_reduce(0, rows, scores.detach(), "amax")
    total = (-top).exp() if dummy else torch.zeros(count)
    total = total.index_add(0, rows, (scores - top[rows]).exp())
    return top + (total + 1e-30).log()


def train(texts: Sequence[Text], options: argparse.Namespace, seed: int) -> dict[str, np.ndarray]:
    """Weights of heads trained on the texts."""
    torch.manual_seed(seed)
    network = Network(texts[0].states.shape[1], options.dropout)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.02)
    steps = options.epochs * len(texts)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps)
    order = random.Random(seed)
    # The mean of the last epochs' weights does a little better than the last ones.
    average = AveragedModel(network)
    for epoch in range(options.epochs):
        running = 0.0
        for text in order.sample(texts, len(texts)):
            value = loss(network, text, options.link_weight)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if epoch >= options.epochs * 0.7:
                average.update_parameters(network)
            running += value.item()
        if (epoch + 1) % 5 == 0:
            print(f"epoch {epoch + 1}: loss {running / len(texts):.3f}", flush=True)
    return average.module.weights()


def predicted(text: Text, heads: Heads) -> list[list[Span]]:
    """Clusters of one document, those of one mention included."""
    embedded = heads.embed(text.states, text.described)
    kept = clusters.choose_mentions(text.described, heads.mentions(embedded), clusters.MENTION)
    found = clusters.cluster(text.described.take(kept), embedded[kept], heads)
    c = found.described.candidates
    spans = {(f, la): s for f, la, s in zip(
        text.described.candidates.first.tolist(), text.described.candidates.last.tolist(),
        text.spans, strict=True)}  # fmt: skip
    out: dict[int, list[Span]] = {}
    for first, last, number in zip(
        c.first.tolist(), c.last.tolist(), found.cluster.tolist(), strict=True
    ):
        out.setdefault(number, []).append(spans[first, last])
    return list(out.values())


def conll(texts: Sequence[Text], heads: Heads, *, singletons: bool) -> float:
    """CoNLL score in per cent, of scorch's MUC, B³ and CEAFe over all texts together."""
    from scorch.scores import b_cubed, ceaf_e, muc

    gold: list[set] = []
    found: list[set] = []
    for number, text in enumerate(texts):
        gold += [{(number, s) for s in g} for g in text.gold.clusters(singletons=singletons)]
        found += [
            {(number, s) for s in g} for g in predicted(text, heads) if singletons or len(g) > 1
        ]
    return 100 * float(np.mean([score(gold, found)[2] for score in (muc, b_cubed, ceaf_e)]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, default=Path("../shared/corpora/gum/dep"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/coreference.npz"))
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.5)
    parser.add_argument("--link-weight", type=float, default=1.5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", type=Path, help="model file to put the heads into")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on the training part")
    options = parser.parse_args()
    torch.set_num_threads(1)
    training, _ = split(read_gum(options.gum))
    texts = [open_text(gold) for gold in training]
    scores = []
    for fold in range(options.folds):
        rest = [t for k, t in enumerate(texts) if k % options.folds != fold]
        heads = Heads(train(rest, options, options.seed))
        held = [t for k, t in enumerate(texts) if k % options.folds == fold]
        scores.append([conll(held, heads, singletons=s) for s in (True, False)])
        print(f"fold {fold}: CoNLL {scores[-1][0]:.1f}, without singletons {scores[-1][1]:.1f}")
    if scores:
        mean = np.mean(scores, axis=0)
        print(f"mean: CoNLL {mean[0]:.1f}, without singletons {mean[1]:.1f}")
    weights = train(texts, options, options.seed)
    buffer = io.BytesIO()
    arrays: dict[str, Any] = {k: v.astype(np.float16) for k, v in weights.items()}
    np.savez_compressed(buffer, **arrays)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(buffer.getvalue())
    print(f"{options.out}: {len(buffer.getvalue())} bytes")
    if options.model:
        with zipfile.ZipFile(options.model) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        write_model(parts | {"coreference.npz": buffer.getvalue()}, options.model)


if __name__ == "__main__":
    main()
