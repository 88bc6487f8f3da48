"""Train the model: `python -m training.fit --help`. Interrupted and started again, it goes on."""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from memcon.attribution.windows import piece_id
from training.backbone import backbone_folder
from training.corpora.corrections import own_texts
from training.corpora.polnear import read_polnear
from training.examples import Batch, Read, collate, example, read, windows_of
from training.network import Network


def loss(network: Network, batch: Batch) -> torch.Tensor:
    """Cross-entropy of cue tags and of roles, and binary cross-entropy of the spans' ends."""
    tags, roles = network(batch)
    total = functional.cross_entropy(tags.transpose(1, 2), batch.tags, ignore_index=-1)
    if len(batch.of_cue):
        present = batch.roles >= 0
        total = total + functional.cross_entropy(
            roles[..., :3].transpose(1, 2), batch.roles, ignore_index=-1
        )
        ends = functional.binary_cross_entropy_with_logits(
            roles[..., 3:][present], batch.ends[present], pos_weight=torch.tensor(4.0)
        )
        total = total + ends
    return total


def batches(texts: list[Read], rng: random.Random, size: int, windows: int, special) -> list:
    """One epoch's batches of about equally long windows, in random order."""
    cut = [(t, w) for t in texts for w in windows_of(t, rng, size)]
    rng.shuffle(cut)
    length = lambda item: item[0].pieces.first[item[1].stop] - item[0].pieces.first[item[1].start]  # noqa: E731
    out = []
    for i in range(0, len(cut), 50 * windows):
        block = sorted(cut[i : i + 50 * windows], key=length)
        out += [block[j : j + windows] for j in range(0, len(block), windows)]
    rng.shuffle(out)
    return out


class Average:
    """Exponential moving average of the weights, which is what is kept in the end."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: Network) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for key, value in network.state_dict().items():
            if value.is_floating_point():
                self.state[key].lerp_(value, 1 - decay)


def resume(
    checkpoint: Path, network: torch.nn.Module, optimizer, average: Average
) -> tuple[int, int]:
    """Load a checkpoint if there is one; the epoch and step at which to go on."""
    if not checkpoint.exists():
        return 0, 0
    saved = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(saved["network"])
    optimizer.load_state_dict(saved["optimizer"])
    average.state, average.steps = saved["average"], saved["steps"]
    print(f"goes on at epoch {saved['epoch']}, step {saved['step']}", flush=True)
    return saved["epoch"], saved["step"]


def keep(
    checkpoint: Path,
    network: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    average: Average,
    place: tuple[int, int],
) -> None:
    """Write a checkpoint, and the averaged weights beside it; an interruption leaves the last one whole.

    :param place: epoch and step at which to go on.
    """
    fresh = checkpoint.with_suffix(".new")
    torch.save(
        {"network": network.state_dict(), "optimizer": optimizer.state_dict(),
         "average": average.state, "steps": average.steps, "epoch": place[0], "step": place[1]},
        fresh,
    )  # fmt: skip
    fresh.replace(checkpoint)
    torch.save(average.state, checkpoint.with_name("average.pt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, default=Path("../shared/corpora/polnear/train"))
    parser.add_argument(
        "--own", type=Path, default=Path("training/own"), help="our own annotated texts"
    )
    parser.add_argument(
        "--corrections", type=Path, help="file of memcon export corrections, used as our own are"
    )
    parser.add_argument("--own-from", type=float, default=2, help="epoch from which they are used")
    parser.add_argument("--own-times", type=int, default=2, help="how often an epoch has them")
    parser.add_argument(
        "--backbone", help="folder of a Hugging Face model; default all-MiniLM-L6-v2"
    )
    parser.add_argument("--out", type=Path, default=Path("training/runs/student"))
    parser.add_argument("--epochs", type=float, default=6)
    parser.add_argument("--windows", type=int, default=8, help="windows in a step")
    parser.add_argument("--size", type=int, default=288, help="wordpieces in a window at most")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.999)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, help="texts to read, for trying the recipe out")
    options = parser.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    folder = options.backbone or backbone_folder()
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    special = piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]")
    started = time.time()
    # Parsing takes minutes, and the same parses serve an interrupted run that goes on.
    parsed = options.out / "parsed.pickle"
    if parsed.exists():
        texts = pickle.loads(parsed.read_bytes())
    else:
        texts = [read(g, tokenizer) for g in read_polnear(options.polnear)[: options.limit]]
        parsed.write_bytes(pickle.dumps(texts))
    print(f"read {len(texts)} texts in {time.time() - started:.0f} s", flush=True)

    network = Network(folder)
    encoder = list(network.encoder.parameters())
    heads = [*network.cues.parameters(), *network.roles.parameters()]
    decay = [
        {"params": encoder, "lr": options.encoder_rate, "top": options.encoder_rate},
        {"params": heads, "lr": options.head_rate, "top": options.head_rate},
    ]
    optimizer = torch.optim.AdamW(decay, weight_decay=0.01, fused=True)
    average = Average(network, options.average)
    checkpoint = options.out / "checkpoint.pt"
    epoch, step = resume(checkpoint, network, optimizer, average)

    while epoch < options.epochs:
        rng = random.Random(options.seed * 1000 + epoch)
        pool = list(texts)
        if epoch >= options.own_from:
            own = [read(g, tokenizer) for g in own_texts(options.own, options.corrections)]
            print(f"{len(own)} texts of our own", flush=True)
            pool += own * options.own_times
        plan = batches(pool, rng, options.size, options.windows, special)
        network.train()
        began, done, running = time.time(), 0, 0.0
        for i, items in enumerate(plan[step:], start=step):
            progress = (epoch + i / len(plan)) / options.epochs
            if progress >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(1.0, progress / 0.03) * (1 - progress)
            batch = collate([example(t, w, special) for t, w in items])
            value = loss(network, batch)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            average.update(network)
            done += int(batch.mask.sum())
            running += value.item()
            if (i + 1) % 50 == 0:
                rate = done / (time.time() - began)
                print(
                    f"epoch {epoch} step {i + 1}/{len(plan)} loss {running / 50:.3f} {rate:.0f} pieces/s",
                    flush=True,
                )
                running = 0.0
            if (i + 1) % 150 == 0 or i + 1 == len(plan):
                last = i + 1 == len(plan)
                place = epoch + last, 0 if last else i + 1
                keep(checkpoint, network, optimizer, average, place)
        epoch, step = epoch + 1, 0
    (options.out / "options.json").write_text(json.dumps(vars(options), default=str, indent=1))
    print("trained", flush=True)


if __name__ == "__main__":
    main()
