"""Export the stance and the relation head as ONNX graphs on the states of one window's words."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from memcon.attribution import paths
from training.pointed_network import JointNetwork, PointedHead


class PointedGraph(nn.Module):
    """States of a window's words to logits of classes, a row for each question."""

    def __init__(self, head: PointedHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, words, spans, pairs, present):
        """`words` `(words, width)`; the others as in `PointedHead.forward`."""
        of = torch.zeros_like(present[:, 0], dtype=torch.int64)
        return self.head(words.unsqueeze(0), of, spans, pairs, present)


def export_heads(network: JointNetwork, folder: Path) -> list[Path]:
    """Write `stance.onnx` (one span a question) and `relation.onnx` (two: source, target).

    Inputs: `words` `(words, width)`, `spans` `(questions, spans, words)`, `pairs`
    `(questions, spans, 5, words)`, `present` `(questions, words)`, which is 1 for the words of the
    sentence that the question is about. Outputs: `logits` `(questions, classes)` and `weights`
    `(questions, words)`.
    """
    network.eval()
    size, questions, out = 9, 3, []
    for name, count in (("stance", 1), ("relation", 2)):
        path = folder / f"{name}.onnx"
        inputs = (
            torch.randn(size, network.encoder.width), torch.rand(questions, count, size),
            torch.zeros(questions, count, len(paths.VALUES), size, dtype=torch.int64),
            torch.ones(questions, size),
        )  # fmt: skip
        with torch.no_grad():
            torch.onnx.export(
                PointedGraph(getattr(network, name)).eval(), inputs, path,
                input_names=["words", "spans", "pairs", "present"], output_names=["logits", "weights"],
                dynamic_axes={"words": {0: "words"}, "spans": {0: "questions", 2: "words"},
                              "pairs": {0: "questions", 3: "words"},
                              "present": {0: "questions", 1: "words"}, "logits": {0: "questions"},
                              "weights": {0: "questions", 1: "words"}},
                opset_version=17, dynamo=False,
            )  # fmt: skip
        out.append(path)
    return out
