"""Cross-validate the relation head on Zero-Shot-PLOVER: `python -m training.relations`.

For every fold, encoder and head are trained on the other folds, and the answers to the held rows are
counted over all folds together, beside those of the commonest code and of a bag of words. The rows of
ACE and WikiEvents help to train and are never scored. Interrupted and started again, it goes on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from tokenizers import Tokenizer

from memcon.attribution.windows import piece_id
from training import fit
from training.backbone import backbone_folder
from training.corpora.plover import QUAD, ROOTS, RelationGold, folds, read_other_events, read_plover
from training.losses import pointed_loss
from training.pointed import Pointed, lay, shuffled
from training.pointed_network import JointNetwork
from training.questions import relation_sentences
from training.rates import parameter_groups
from training.scores import macro_f1

#: Of each method, the number of the root that it gives for each sentence.
Answers = dict[str, list[int]]
_QUAD_OF = [list(QUAD.values())[i] - 1 for i in range(len(ROOTS))]


def report(name: str, gold: Sequence[int], said: Sequence[int]) -> str:
    """A line of scores: macro-F1 and accuracy of root codes and of quad classes, in per cent."""
    quad, quad_said = ([_QUAD_OF[i] for i in x] for x in (gold, said))
    right, right_quad = (
        100 * float(np.mean(np.equal(a, b))) for a, b in ((gold, said), (quad, quad_said))
    )
    return (
        f"{name:14} root F1 {macro_f1(gold, said, len(ROOTS)):5.1f}  accuracy {right:5.1f}   "
        f"quad F1 {macro_f1(quad, quad_said, 4):5.1f}  accuracy {right_quad:5.1f}"
    )


def without_names(row: RelationGold) -> str:
    """The sentence with its source and its target named by their parts only."""
    text = row.text
    parts = [(row.source, " SOURCE "), (row.target, " TARGET ")]
    for span, name in sorted(((s, n) for s, n in parts if s), reverse=True):
        text = text[: span[0]] + name + text[span[1] :]
    return text


def bag_of_words(training: Sequence[RelationGold], held: Sequence[RelationGold]) -> list[int]:
    """Answers of a logistic regression on words and pairs of words."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=20, max_iter=2000, class_weight="balanced"),
    )
    model.fit([without_names(r) for r in training], [ROOTS.index(r.root) for r in training])
    return model.predict([without_names(r) for r in held]).tolist()


def train(sentences: list[Pointed], options: argparse.Namespace, folder: str) -> JointNetwork:
    """The network of `--start`, its encoder and relation head trained on."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    network = JointNetwork(folder)
    network.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
    optimizer = torch.optim.AdamW(parameter_groups(network, options), weight_decay=0.01, fused=True)
    average = fit.Average(network, 0.98)
    steps = options.epochs * -(-len(sentences) // options.batch)
    done = 0
    network.train()
    for _ in range(options.epochs):
        for batch in shuffled(sentences, options.batch, rng):
            progress = done / steps
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(1.0, progress / 0.06) * (1 - progress)
            value = pointed_loss(network, network.relation, batch, len(ROOTS), options.smoothing)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            average.update(network)
            done += 1
    network.load_state_dict(average.state)
    return network.eval()


@torch.no_grad()
def answers(network: JointNetwork, sentences: list[Pointed]) -> list[int]:
    out: list[int] = []
    for i in range(0, len(sentences), 32):
        laid = lay(sentences[i : i + 32], len(ROOTS))
        out += network.answer(network.relation, laid).argmax(-1).tolist()
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plover", type=Path, default=Path("../shared/corpora/plover"))
    parser.add_argument("--start", type=Path, default=Path("training/runs/recovered.pt"))
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--other", action="store_true", help="train on ACE and WikiEvents as well")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("training/runs/relations"),
        help="answers of the folds read",
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    settings = json.dumps(vars(options), default=str)
    folder = backbone_folder()
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    special = piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]")
    rows = read_plover(options.plover / "PLV_train.tsv")
    sentences = relation_sentences(rows, tokenizer, special)
    other = read_other_events(options.plover / "AW_train.tsv") if options.other else []
    further = relation_sentences(other, tokenizer, special)

    def fold(held: Sequence[int]) -> Answers:
        rest = sorted(set(range(len(rows))) - set(held))
        codes = [ROOTS.index(rows[i].root) for i in rest]
        network = train([sentences[i] for i in rest] + further, options, folder)
        return {
            "commonest code": [int(np.bincount(codes).argmax())] * len(held),
            "bag of words": bag_of_words([rows[i] for i in rest], [rows[i] for i in held]),
            "relation head": answers(network, [sentences[i] for i in held]),
        }

    gold: list[int] = []
    said: Answers = {"commonest code": [], "bag of words": [], "relation head": []}
    for number, held in enumerate(folds(rows, options.folds)):
        gold += [ROOTS.index(rows[i].root) for i in held]
        found = _kept(options.out / f"{number}.json", settings, partial(fold, held))
        for name in said:
            said[name] += found[name]
        for name, answered in said.items():
            print(f"{number + 1} folds  {report(name, gold, answered)}", flush=True)


def _kept(path: Path, settings: str, make: Callable[[], Answers]) -> Answers:
    """The answers of a fold; an interrupted run goes on behind the last one, by the same settings."""
    if path.exists():
        kept = json.loads(path.read_text("utf-8"))
        if kept["settings"] == settings:
            return kept["answers"]
    answered = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"settings": settings, "answers": answered}), "utf-8")
    return answered


if __name__ == "__main__":
    main()
