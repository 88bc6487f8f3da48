"""BERT's layers as onnxruntime runs them fastest: one operator for the whole of self-attention."""

from __future__ import annotations

import torch
from torch import nn


class _Attention(torch.autograd.Function):
    """Self-attention, exported as onnxruntime's contributed operator `Attention`."""

    @staticmethod
    def forward(ctx, x, weight, bias, heads):
        """`x` `(batch, places, width)`, `weight` `(width, 3 * width)` -> like `x`."""
        batch, places, width = x.shape
        packed = (x @ weight + bias).view(batch, places, 3, heads, width // heads)
        q, k, v = packed.permute(2, 0, 3, 1, 4)
        mixed = nn.functional.scaled_dot_product_attention(q, k, v)
        return mixed.transpose(1, 2).reshape(batch, places, width)

    @staticmethod
    def symbolic(g, x, weight, bias, heads):
        out = g.op("com.microsoft::Attention", x, weight, bias, num_heads_i=heads)
        out.setType(x.type())
        return out


class FusedBert(nn.Module):
    """The layers of a Hugging Face BERT without dropout or mask: for one unpadded sequence."""

    def __init__(self, bert: nn.Module) -> None:
        super().__init__()
        self.bert = bert
        self.heads = bert.config.num_attention_heads
        self.packed = nn.ParameterList()
        for layer in bert.encoder.layer:
            own = layer.attention.self
            three = (own.query, own.key, own.value)
            self.packed.append(nn.Parameter(torch.cat([m.weight.T for m in three], dim=1)))
            self.packed.append(nn.Parameter(torch.cat([m.bias for m in three])))

    def forward(self, embedded: torch.Tensor) -> torch.Tensor:
        """Embeddings of words, without places, `(1, pieces, width)` -> states, the same shape."""
        tables = self.bert.embeddings
        places = torch.arange(embedded.shape[1])
        x = embedded + tables.token_type_embeddings.weight[0] + tables.position_embeddings(places)
        x = tables.LayerNorm(x)
        for number, layer in enumerate(self.bert.encoder.layer):
            weight, bias = self.packed[2 * number], self.packed[2 * number + 1]
            mixed = _Attention.apply(x, weight, bias, self.heads)
            out = layer.attention.output
            x = out.LayerNorm(out.dense(mixed) + x)
            grown = nn.functional.gelu(layer.intermediate.dense(x))
            x = layer.output.LayerNorm(layer.output.dense(grown) + x)
        return x
