"""Weights between those before and those after a joint training: `python -m training.between 0.6`.

What a network learns anew takes something from what it knew; of weights on the line between both, some
keep most of both (Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models", CVPR 2022). Heads that were
not there before stay as they are, and are settled on the encoder by `training.multitask --frozen`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

_NEW = ("stance", "relation", "sentence")


def between(
    before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], share: float
) -> dict[str, torch.Tensor]:
    """Weights by their names.

    :param share: of the weights after, 0 to 1.
    """
    out = {}
    for name, value in after.items():
        old = before.get(name)
        if old is None or name.startswith(_NEW) or not value.is_floating_point():
            out[name] = value
        else:
            out[name] = (1 - share) * old + share * value
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("share", type=float, help="of the weights after, 0 to 1")
    parser.add_argument("--before", type=Path, default=Path("training/runs/recovered.pt"))
    parser.add_argument("--after", type=Path, default=Path("training/runs/multitask/average.pt"))
    parser.add_argument("--out", type=Path, default=Path("training/runs/between.pt"))
    options = parser.parse_args()
    old, new = (torch.load(p, weights_only=True) for p in (options.before, options.after))
    torch.save(between(old, new, options.share), options.out)


if __name__ == "__main__":
    main()
