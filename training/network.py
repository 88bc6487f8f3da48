"""The network: one encoder, a head for cues, and a head for the roles of words given a cue.

The role head follows the span-based view of semantic role labelling (He et al., "Jointly Predicting
Predicates and Arguments in Neural Semantic Role Labeling", ACL 2018): every cue has its own labels,
so that nested and shared spans come out naturally. One small self-attention layer lets the words
settle among themselves, for this cue, where the spans begin and end.
"""

from __future__ import annotations

import itertools

import torch
from torch import nn
from transformers import AutoModel

from memcon.attribution import paths, surface
from training.examples import ENDS

WIDTH = 128


class SharedDropout(nn.Module):
    """Dropout with one mask for all places of a sequence (Gal and Ghahramani, NIPS 2016).

    Besides what that paper says for it, it draws few random numbers: on a CPU, drawing one for each
    of millions of values took a third of the training time.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(batch, places, width)` -> the same."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1]) >= self.rate
        return x * (kept / (1 - self.rate))


class Encoder(nn.Module):
    """A transformer with two more embeddings than its own: the shape of words, and quotation."""

    def __init__(self, backbone: str) -> None:
        super().__init__()
        self.backbone = AutoModel.from_pretrained(
            backbone, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        for module in list(self.backbone.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout) and child.p:
                    setattr(module, name, SharedDropout(child.p))
        width = self.backbone.config.hidden_size
        self.shape = nn.Embedding(len(surface.SHAPES), width)
        self.quote = nn.Embedding(len(surface.QUOTES), width)
        for table in (self.shape, self.quote):
            nn.init.zeros_(table.weight)

    @property
    def width(self) -> int:
        return self.backbone.config.hidden_size

    def forward(self, ids, mask, shapes, quotes) -> torch.Tensor:
        """`(windows, pieces)` each -> `(windows, pieces, width)`."""
        embedded = self.embed(ids, shapes, quotes)
        return self.backbone(inputs_embeds=embedded, attention_mask=mask).last_hidden_state

    def embed(self, ids, shapes, quotes) -> torch.Tensor:
        """Embeddings of the wordpieces and of what the uncased vocabulary hides."""
        return self.backbone.get_input_embeddings()(ids) + self.shape(shapes) + self.quote(quotes)


class RoleHead(nn.Module):
    """Labels of every word for each cue."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.word = nn.Linear(width, 2 * WIDTH)
        self.cue = nn.Linear(width, 2 * WIDTH)
        # The five features of a pair are summed embeddings, kept in one table.
        self.features = nn.EmbeddingBag(sum(paths.VALUES.values()), WIDTH, mode="sum")
        nn.init.normal_(self.features.weight, std=0.02)
        starts = [0, *itertools.accumulate(paths.VALUES.values())][:-1]
        self.register_buffer("starts", torch.tensor(starts), persistent=False)
        self.is_cue = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.ffn_norm = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 2 * WIDTH)
        self.down = nn.Linear(2 * WIDTH, WIDTH)
        self.final_norm = nn.LayerNorm(WIDTH)
        self.labels = nn.Linear(WIDTH, 3 + ENDS)
        self.dropout = SharedDropout(0.1)
        self.heads = 4

    def forward(self, words, of_cue, cue, pairs, present) -> torch.Tensor:
        """Logits: none, source, content, and the four ends.

        :param words: states of words, `(windows, words, width)`.
        :param of_cue: window of each cue, `(cues,)`.
        :param cue: weights that average the cue's words, `(cues, words)`.
        :param pairs: features of `memcon.attribution.paths.describe`, `(cues, 5, words)`.
        :param present: 1 for a word, 0 for padding, `(cues, words)`.
        :returns: `(cues, words, 7)`.
        """
        # The cue's words are averaged in the projection: linear maps and means commute.
        word = self.word(words).index_select(0, of_cue)
        mean = torch.bmm(cue.unsqueeze(1), torch.index_select(words, 0, of_cue))
        plain, matched = word.chunk(2, dim=-1)
        shift, match = self.cue(mean).chunk(2, dim=-1)
        cues, size = cue.shape
        x = plain + shift + matched * match + self._describe(pairs).view(cues, size, WIDTH)
        x = x + (cue > 0).unsqueeze(-1).to(x.dtype) * self.is_cue
        x = nn.functional.gelu(self.norm(x))
        x = self.dropout(x)
        x = x + self.dropout(self._attend(self.attention_norm(x), present))
        x = x + self.dropout(self.down(nn.functional.gelu(self.up(self.ffn_norm(x)))))
        return self.labels(self.final_norm(x))

    def _describe(self, pairs) -> torch.Tensor:
        """`(cues, 5, words)` -> `(cues * words, width)`."""
        return summed(self.features, pairs + self.starts[None, :, None])

    def _attend(self, x, present) -> torch.Tensor:
        return self.out(attended(self.qkv(x), (1.0 - present.to(x.dtype)) * -1e4, self.heads))


def summed(table: nn.EmbeddingBag, which: torch.Tensor) -> torch.Tensor:
    """Sums of the rows of a table, `(cues, rows, words)` -> `(cues * words, width)`."""
    if torch.onnx.is_in_onnx_export():
        # The exporter makes a loop over rows of an embedding bag; so many look-ups say the same.
        looked_up = (table.weight[which[:, i].reshape(-1)] for i in range(which.shape[1]))
        return sum(looked_up, start=torch.zeros(1))
    return table(which.transpose(1, 2).reshape(-1, which.shape[1]))


def attended(qkv: torch.Tensor, hide: torch.Tensor, heads: int) -> torch.Tensor:
    """Self-attention among words.

    :param qkv: queries, keys and values side by side, `(cues, words, 3 * width)`.
    :param hide: what is added to the scores of each word, −10000 for padding, `(cues, words)`.
    :returns: `(cues, words, width)`.
    """
    rows, size, width = qkv.shape[0], qkv.shape[1], qkv.shape[2] // 3
    q, k, v = qkv.view(rows, size, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
    mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=hide[:, None, None, :])
    return mixed.transpose(1, 2).reshape(rows, size, width)


class Network(nn.Module):
    def __init__(self, backbone: str) -> None:
        super().__init__()
        self.encoder = Encoder(backbone)
        self.cues = nn.Linear(self.encoder.width, 3)
        self.roles = RoleHead(self.encoder.width)
        self.dropout = SharedDropout(0.1)

    def words(self, batch) -> torch.Tensor:
        """States of words, each its first piece's: `(windows, words, width)`."""
        states = self.encoder(batch.ids, batch.mask, batch.shapes, batch.quotes)
        at = batch.first.clamp(min=0).unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return states.gather(1, at)

    def forward(self, batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of cue tags `(windows, words, 3)` and of roles `(cues, words, 7)`."""
        words = self.words(batch)
        tags = self.cues(self.dropout(words))
        roles = self.roles(words, batch.of_cue, batch.cue, batch.pairs, (batch.roles >= 0).long())
        return tags, roles
