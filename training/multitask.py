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
from pathlib import Path

import torch
from tokenizers import Tokenizer

from memcon.attribution.windows import piece_id
from training import fit
from training.backbone import backbone_folder
from training.corpora import plover
from training.corpora.corrections import own_texts
from training.corpora.polnear import read_polnear
from training.examples import Read, collate, example, read
from training.losses import attribution_loss, pointed_loss, sentence_loss
from training.measures import sentence_score, stance_score
from training.network import Network
from training.pointed import Pointed, in_company, shifted, shuffled
from training.pointed_network import STANCES, JointNetwork
from training.questions import load_pointed
from training.rates import parameter_groups
from training.sentences import Vectors, vectors_of

#: A step of the plan: what is read for attribution, for stance and for relations; any may be empty.
Step = dict[str, list]


def plan_epoch(tasks: dict[str, list[list]]) -> list[Step]:
    """The steps of an epoch: batches of every task, spread evenly over as many steps as most have."""
    count = max(len(b) for b in tasks.values())
    steps: list[Step] = [{} for _ in range(count)]
    for name, batches in tasks.items():
        for j, batch in enumerate(batches):
            steps[j * count // len(batches)][name] = batch
    return steps


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


def _taught(options, rng: random.Random) -> dict[str, list[list[Pointed]]]:
    """A teacher's answers, as many sentences of them in an epoch as `--taught-sentences` says."""
    if not options.taught.exists():
        return {}
    sentences: list[Pointed] = pickle.loads(options.taught.read_bytes())
    some = rng.sample(sentences, min(options.taught_sentences, len(sentences)))
    print(f"{len(some)} of {len(sentences)} sentences that a teacher read", flush=True)
    return {"taught": shuffled(in_company(some, rng), options.batch, rng)}


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
