"""Train one encoder for attribution, stance and relations: `python -m training.multitask --help`.

It begins with the weights of the shipped model (`training/recover.py`), so attribution is there already;
on a part of PolNeAR in every epoch it is held to the gold and to what the shipped model says, while
NewsMTSC and Zero-Shot-PLOVER teach the new heads, and the untouched backbone what sentences mean.
Interrupted and started again, it goes on.

A teacher's answers about further sentences (`training/teach.py`) are used as soon as their file is there.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from memcon.attribution.windows import piece_id
from training import fit
from training.backbone import backbone_folder
from training.corpora import newsmtsc, plover
from training.corpora.corrections import own_texts
from training.corpora.polnear import read_polnear
from training.examples import Batch, Read, collate, example, read
from training.network import Network
from training.pointed import Pointed, Question, in_company, lay, point, shifted, shuffled
from training.pointed_network import STANCES, JointNetwork
from training.scores import macro_f1
from training.sentences import backbone_vectors, phrases, rank_correlation

#: The untouched backbone's vector of each text.
Vectors = dict[str, NDArray[np.float16]]
#: A step of the plan: what is read for attribution, for stance and for relations; any may be empty.
Step = dict[str, list]


def attribution_loss(network: Network, before: Network, batch: Batch, held: float) -> torch.Tensor:
    """The loss of `training.fit`, and the distance from what the network said before.

    :param held: weight of the latter, 0 to 1 (Li and Hoiem, "Learning without Forgetting", 2016).
    """
    tags, roles = network(batch)
    with torch.no_grad():
        old_tags, old_roles = before(batch)
    shown = batch.tags >= 0
    total = (1 - held) * functional.cross_entropy(tags[shown], batch.tags[shown])
    total = total + held * _soft(tags[shown], old_tags[shown])
    if len(batch.of_cue):
        shown = batch.roles >= 0
        new, old = roles[shown], old_roles[shown]
        gold = functional.cross_entropy(new[:, :3], batch.roles[shown])
        weight = torch.tensor(4.0)
        ends = functional.binary_cross_entropy_with_logits(
            new[:, 3:], batch.ends[shown], pos_weight=weight
        )
        same = functional.binary_cross_entropy_with_logits(new[:, 3:], old[:, 3:].sigmoid())
        total = total + (1 - held) * (gold + ends) + held * (_soft(new[:, :3], old[:, :3]) + same)
    return total


def _soft(logits: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Cross-entropy with another network's logits, `(rows, classes)` both."""
    return -(wanted.softmax(-1) * logits.log_softmax(-1)).sum(-1).mean()


def pointed_loss(
    network: JointNetwork, head: Any, batch: Sequence[Pointed], classes: int, smoothing: float
) -> torch.Tensor:
    """Cross-entropy of the questions' answers, a little of it spread over all classes."""
    laid = lay(batch, classes)
    wanted = laid.answers * (1 - smoothing) + smoothing / classes
    return -(wanted * network.answer(head, laid).log_softmax(-1)).sum(-1).mean()


def sentence_loss(
    network: JointNetwork, batch: Sequence[Pointed], vectors: Vectors
) -> torch.Tensor:
    """Distance from the backbone's vectors, and of the likenesses within the batch from theirs."""
    laid = lay(batch, 1)
    present = (laid.first > 0).float()
    found = network.sentence(network.words(laid), present)
    wanted = torch.from_numpy(np.stack([vectors[p.text] for p in batch]).astype(np.float32))
    likeness = (found @ found.T - wanted @ wanted.T).square().mean()
    return (1 - (found * wanted).sum(-1)).mean() + likeness


def plan_epoch(tasks: dict[str, list[list]]) -> list[Step]:
    """The steps of an epoch: batches of every task, spread evenly over as many steps as most have."""
    count = max(len(b) for b in tasks.values())
    steps: list[Step] = [{} for _ in range(count)]
    for name, batches in tasks.items():
        for j, batch in enumerate(batches):
            steps[j * count // len(batches)][name] = batch
    return steps


def load_pointed(
    folder: Path, tokenizer: Tokenizer, special: tuple[int, int]
) -> dict[str, list[Pointed]]:
    """NewsMTSC (`stance`, `stance.choose`), PLOVER (`relation`) and other events (`relation.other`)."""
    training, kept = newsmtsc.split(newsmtsc.read_newsmtsc(folder / "newsmtsc" / "train.jsonl"))

    def relations(rows: list[plover.RelationGold]) -> list[Pointed]:
        return relation_sentences(rows, tokenizer, special)

    def stances(rows: list[newsmtsc.StanceGold], *, further: bool) -> list[Pointed]:
        return stance_sentences(rows, tokenizer, special, further=further)

    return {
        "stance": stances(training, further=True),
        "stance.choose": stances(kept, further=False),
        "relation": relations(plover.read_plover(folder / "plover" / "PLV_train.tsv")),
        "relation.other": relations(plover.read_other_events(folder / "plover" / "AW_train.tsv")),
        "sentence": phrases([r.text for r in training], 3000, tokenizer, special)
        + [point(r.text, [], tokenizer, special) for r in training[:3000]],
        "sentence.choose": [point(r.text, [], tokenizer, special) for r in kept],
    }


@torch.no_grad()
def sentence_score(
    network: JointNetwork, sentences: Sequence[Pointed], vectors: Vectors
) -> tuple[float, float]:
    """Mean cosine with the backbone's vectors, and Spearman's correlation of all pairs' likenesses."""
    network.eval()
    found = []
    for batch in shuffled(sentences, 48, None):
        laid = lay(batch, 1)
        found.append(network.sentence(network.words(laid), (laid.first > 0).float()).numpy())
    mine = np.concatenate(found)
    order = [p.text for batch in shuffled(sentences, 48, None) for p in batch]
    theirs = np.stack([vectors[t] for t in order]).astype(np.float32)
    return rank_correlation(mine, theirs)


def relation_sentences(
    rows: Sequence[plover.RelationGold], tokenizer: Tokenizer, special: tuple[int, int]
) -> list[Pointed]:
    """Sentences with the question of what the source does to the target."""
    number = {root: i for i, root in enumerate(plover.ROOTS)}
    asked = [Question((r.source, r.target), number[r.root]) for r in rows]
    return [
        point(r.text, [q], tokenizer, special, shifted(r.text))
        for r, q in zip(rows, asked, strict=True)
    ]


def stance_sentences(
    rows: Sequence[newsmtsc.StanceGold],
    tokenizer: Tokenizer,
    special: tuple[int, int],
    *,
    further: bool,
    names: bool = False,
) -> list[Pointed]:
    """Sentences with the question of the polarity towards each target.

    :param further: whether it is asked of the targets' further mentions as well.
    :param names: whether names are read as they are written.
    """
    return [
        point(r.text, _towards(r, further=further), tokenizer, special, _shift(r.text, names))
        for r in rows
    ]


def _shift(text: str, names: bool) -> int | None:
    return None if names else shifted(text)


def _towards(gold: newsmtsc.StanceGold, *, further: bool) -> list[Question]:
    """A question for each target, and one more for each further mention of it."""
    out = []
    for target in gold.targets:
        answer = STANCES.index(target.polarity)
        out.append(Question((target.span,), answer))
        if further:
            out += [Question((span,), answer, again=True) for span in target.further]
    return out


@torch.no_grad()
def stance_score(network: JointNetwork, sentences: Sequence[Pointed]) -> float:
    """Macro-F1 of polarity in per cent."""
    network.eval()
    gold: list[int] = []
    said: list[int] = []
    for batch in shuffled(sentences, 48, None):
        laid = lay(batch, len(STANCES))
        gold += laid.answers.argmax(-1).tolist()
        said += network.answer(network.stance, laid).argmax(-1).tolist()
    return macro_f1(gold, said, len(STANCES))


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    folder = options.backbone or backbone_folder()
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    special = piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]")
    own = own_texts(options.own, options.corrections)
    gold = read_polnear(options.corpora / "polnear" / "train")[: options.limit]
    texts: list[Read] = _kept(
        options.out / "parsed.pickle", lambda: [read(g, tokenizer, shifted(g.text)) for g in gold]
    )
    ours = [read(g, tokenizer, shifted(g.text)) for g in own]
    pointed: dict[str, list[Pointed]] = _kept(
        options.out / "pointed.pickle", lambda: load_pointed(options.corpora, tokenizer, special)
    )
    vectors: Vectors = _kept(
        options.out / "vectors.pickle",
        lambda: vectors_of(pointed["sentence"] + pointed["sentence.choose"], folder),
    )
    if options.everything:
        pointed["stance"] = pointed["stance"] + pointed["stance.choose"]
    print(f"{len(texts)} articles, " + ", ".join(f"{k} {len(v)}" for k, v in pointed.items()))
    if options.read_only:
        return

    network = JointNetwork(folder)
    shipped = torch.load(options.start, weights_only=True)
    network.load_state_dict(shipped, strict=False)
    before = Network(folder)
    before.load_state_dict(torch.load(options.before or options.start, weights_only=True))
    before.eval()
    if options.frozen:
        network.encoder.requires_grad_(False)
    optimizer = torch.optim.AdamW(parameter_groups(network, options), weight_decay=0.01, fused=True)
    average = fit.Average(network, options.average)
    checkpoint = options.out / "checkpoint.pt"
    epoch, step = fit.resume(checkpoint, network, optimizer, average)

    while epoch < options.epochs:
        rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        part = texts[epoch % options.parts :: options.parts] + ours
        plan = plan_epoch(
            {
                "attribution": fit.batches(part, rng, options.size, options.windows, special),
                "stance": shuffled(
                    in_company([p.one_of_each(rng) for p in pointed["stance"]], rng),
                    options.batch,
                    rng,
                ),
                "relation": shuffled(
                    in_company(2 * pointed["relation"] + pointed["relation.other"], rng),
                    options.batch,
                    rng,
                ),
                "sentence": shuffled(pointed["sentence"], options.batch, rng),
                **_taught(options, rng),
            }
        )
        network.train()
        tasks = ("attribution", "stance", "relation", "sentence", "taught")
        began, running = time.time(), dict.fromkeys(tasks, 0.0)
        counts = dict.fromkeys(running, 0)
        for i, items in enumerate(plan[step:], start=step):
            progress = (epoch + i / len(plan)) / options.epochs
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(1.0, progress / 0.04) * (1 - progress)
            optimizer.zero_grad(set_to_none=True)
            for name, batch in items.items():
                value = (
                    options.sentence * sentence_loss(network, batch, vectors)
                    if name == "sentence"
                    else _loss(name, batch, network, before, options, special)
                )
                value.backward()
                running[name] += value.item()
                counts[name] += 1
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            average.update(network)
            if (i + 1) % 25 == 0:
                means = "  ".join(f"{k} {running[k] / n:.3f}" for k, n in counts.items() if n)
                seconds = (time.time() - began) / (i + 1 - step)
                print(
                    f"epoch {epoch} step {i + 1}/{len(plan)}  {means}  {seconds:.2f} s/step",
                    flush=True,
                )
            if (i + 1) % 75 == 0 or i + 1 == len(plan):
                last = i + 1 == len(plan)
                place = epoch + last, 0 if last else i + 1
                fit.keep(checkpoint, network, optimizer, average, place)
        epoch, step = epoch + 1, 0
        current = {k: v.clone() for k, v in network.state_dict().items()}
        network.load_state_dict(average.state)
        score = stance_score(network, pointed["stance.choose"])
        likeness, correlation = sentence_score(network, pointed["sentence.choose"], vectors)
        print(
            f"epoch {epoch} done: on the kept part macro-F1 of stance {score:.1f}, sentences: cosine "
            f"{likeness:.3f}, correlation of likenesses {correlation:.3f}",
            flush=True,
        )
        network.load_state_dict(current)
    (options.out / "options.json").write_text(json.dumps(vars(options), default=str, indent=1))
    print("trained", flush=True)


def _loss(
    name: str, batch, network: JointNetwork, before: Network, options, special
) -> torch.Tensor:
    if name == "attribution":
        laid = collate([example(t, w, special) for t, w in batch])
        return options.attribution * attribution_loss(network, before, laid, options.held)
    if name == "relation":
        head, classes = network.relation, len(plover.ROOTS)
    else:
        head, classes = network.stance, len(STANCES)
    smoothing = 0.0 if name == "taught" else options.smoothing
    weight = options.taught_weight if name == "taught" else 1.0
    return weight * pointed_loss(network, head, batch, classes, smoothing)


def parameter_groups(network: JointNetwork, options) -> list[dict[str, Any]]:
    """Parameters with their rates: lower layers learn more slowly (Howard and Ruder, ACL 2018)."""
    layers = network.encoder.backbone.config.num_hidden_layers
    by_rate: dict[float, list] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith(("stance", "relation", "sentence")):
            rate = options.head_rate
        elif name.startswith(("cues", "roles")):
            rate = options.encoder_rate
        else:
            number = int(name.split(".layer.")[1].split(".")[0]) if ".layer." in name else -1
            rate = options.encoder_rate * options.layer_decay ** (layers - 1 - number)
        by_rate.setdefault(rate, []).append(parameter)
    return [{"params": p, "lr": rate, "top": rate} for rate, p in by_rate.items()]


def _taught(options, rng: random.Random) -> dict[str, list[list[Pointed]]]:
    """A teacher's answers, as many sentences of them in an epoch as `--taught-sentences` says."""
    if not options.taught.exists():
        return {}
    sentences: list[Pointed] = pickle.loads(options.taught.read_bytes())
    some = rng.sample(sentences, min(options.taught_sentences, len(sentences)))
    print(f"{len(some)} of {len(sentences)} sentences that a teacher read", flush=True)
    return {"taught": shuffled(in_company(some, rng), options.batch, rng)}


def vectors_of(texts: Sequence[Pointed], folder: str) -> Vectors:
    """The untouched backbone's vector of each text."""
    return dict(zip((p.text for p in texts), backbone_vectors(texts, folder), strict=True))


def _kept(path: Path, make):
    """What was made once, so that an interrupted run goes on at once: parsing takes minutes."""
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    return pickle.loads(path.read_bytes())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--own", type=Path, default=Path("training/own"))
    parser.add_argument(
        "--corrections", type=Path, help="file of memcon export corrections, used as our own are"
    )
    parser.add_argument("--start", type=Path, default=Path("training/runs/recovered.pt"))
    parser.add_argument("--before", type=Path, help="to what attribution is held; default --start")
    parser.add_argument("--frozen", action="store_true", help="train the heads alone")
    parser.add_argument(
        "--backbone", help="folder of the Hugging Face model of the same architecture"
    )
    parser.add_argument("--out", type=Path, default=Path("training/runs/multitask"))
    parser.add_argument("--taught", type=Path, default=Path("training/runs/taught.pickle"))
    parser.add_argument("--taught-sentences", type=int, default=6000, help="of them in an epoch")
    parser.add_argument("--taught-weight", type=float, default=1.0)
    parser.add_argument("--epochs", type=int, default=6, help="times that NewsMTSC is read")
    parser.add_argument("--parts", type=int, default=4, help="of PolNeAR, one in an epoch")
    parser.add_argument("--windows", type=int, default=6, help="of PolNeAR in a step")
    parser.add_argument("--size", type=int, default=288, help="wordpieces in a window at most")
    parser.add_argument("--batch", type=int, default=24, help="sentences in a step")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.85)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--attribution", type=float, default=1.0, help="weight of its loss")
    parser.add_argument("--held", type=float, default=0.5, help="to what the shipped model says")
    parser.add_argument("--sentence", type=float, default=1.0, help="weight of its loss")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--everything", action="store_true", help="train on the kept part as well")
    parser.add_argument("--read-only", action="store_true", help="read the corpora and stop")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, help="articles to read, for trying the recipe out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
