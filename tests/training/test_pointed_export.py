"""The heads that answer questions, exported."""

import numpy as np
import onnxruntime as ort
import torch
from torch import nn

from training.network import WIDTH
from training.pointed_export import export_heads
from training.pointed_network import PointedHead


class Heads(nn.Module):
    """Heads without the encoder, which this export does not touch."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Module()
        self.encoder.width = 32
        self.stance = PointedHead(32, 1, 3)
        self.relation = PointedHead(32, 2, 15)


def test_the_graphs_say_what_the_heads_say(tmp_path):
    torch.manual_seed(1)
    heads = Heads().eval()
    for path in export_heads(heads, tmp_path):
        head = getattr(heads, path.stem)
        count = len(head.anchors)
        session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
        words, spans = torch.randn(14, 32), torch.rand(2, count, 14)
        pairs = torch.randint(0, 4, (2, count, 5, 14))
        present = torch.ones(2, 14)
        present[1, 8:] = 0
        wanted = head(words[None], torch.zeros(2, dtype=torch.int64), spans, pairs, present)
        names = ("words", "spans", "pairs", "present")
        given = {n: t.numpy() for n, t in zip(names, (words, spans, pairs, present), strict=True)}
        for found, asked in zip(session.run(None, given), wanted, strict=True):
            np.testing.assert_allclose(found, asked.detach().numpy(), rtol=1e-3, atol=1e-4)
        assert head.qkv.in_features == WIDTH
