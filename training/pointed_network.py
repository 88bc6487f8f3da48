"""The head that answers a question which points at spans, on the encoder's states of the words.

Like the role head, it sees a sentence from the spans it is asked about: every word's state is shifted
and matched with theirs, and one layer of self-attention lets the words settle what they say of them.
Then the words that matter are weighed (attention pooling) and classified.
"""

from __future__ import annotations

import itertools

import torch
from torch import nn

from memcon.attribution import paths
from training.corpora.plover import ROOTS
from training.network import WIDTH, Network, SharedDropout, attended, summed
from training.pointed import PointedBatch
from training.sentences import SentenceHead

#: Polarities towards a target, in the order of the stance head's classes.
STANCES = (-1, 0, 1)


class PointedHead(nn.Module):
    """Classes of a question, from the words of its sentence.

    :param width: of the encoder's states.
    :param spans: how many spans a question points at.
    :param classes: answers that there are.
    """

    def __init__(self, width: int, spans: int, classes: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.word = nn.Linear(width, (1 + spans) * WIDTH)
        self.anchors = nn.ModuleList(nn.Linear(width, 2 * WIDTH) for _ in range(spans))
        # One table for the features of all pairs of a span and a word.
        values = [*paths.VALUES.values()] * spans
        self.features = nn.EmbeddingBag(sum(values), WIDTH, mode="sum")
        nn.init.normal_(self.features.weight, std=0.02)
        starts = [0, *itertools.accumulate(values)][:-1]
        self.register_buffer("starts", torch.tensor(starts), persistent=False)
        self.is_anchor = nn.Parameter(torch.zeros(spans, WIDTH))
        self.norm = nn.LayerNorm(WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.ffn_norm = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 2 * WIDTH)
        self.down = nn.Linear(2 * WIDTH, WIDTH)
        self.final_norm = nn.LayerNorm(WIDTH)
        self.weigh = nn.Linear(WIDTH, 1)
        self.hidden = nn.Linear((1 + spans) * WIDTH, WIDTH)
        self.classes = nn.Linear(WIDTH, classes)
        self.dropout = SharedDropout(dropout)
        self.drop_last = nn.Dropout(dropout)
        self.heads = 4

    def forward(self, words, of, spans, pairs, present) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of the classes, and what each word weighed.

        :param words: states of words, `(sentences, words, width)`.
        :param of: sentence of each question, `(questions,)`.
        :param spans: weights that average each span's words, `(questions, spans, words)`.
        :param pairs: features of `memcon.attribution.paths.describe`, `(questions, spans, 5, words)`.
        :param present: 1 for a word that may be looked at, else 0, `(questions, words)`.
        :returns: `(questions, classes)` and `(questions, words)`.
        """
        questions, count, size = spans.shape
        plain, *matched = self.word(words).index_select(0, of).chunk(1 + count, dim=-1)
        means = torch.bmm(spans, torch.index_select(words, 0, of))
        x = plain + self._describe(pairs).view(questions, size, WIDTH)
        for number, anchor in enumerate(self.anchors):
            shift, match = anchor(means[:, number : number + 1]).chunk(2, dim=-1)
            x = x + shift + matched[number] * match
        x = x + torch.einsum("qsw,sd->qwd", (spans > 0).to(x.dtype), self.is_anchor)
        x = nn.functional.gelu(self.norm(x))
        x = self.dropout(x)
        hide = (1.0 - present.to(x.dtype)) * -1e4
        x = x + self.dropout(self.out(attended(self.qkv(self.attention_norm(x)), hide, self.heads)))
        x = x + self.dropout(self.down(nn.functional.gelu(self.up(self.ffn_norm(x)))))
        x = self.final_norm(x)
        weighed = (self.weigh(x).squeeze(-1) + hide).softmax(-1)
        pooled = torch.bmm(weighed.unsqueeze(1), x)
        seen = torch.cat([pooled, torch.bmm(spans, x)], dim=1).reshape(questions, -1)
        hidden = nn.functional.gelu(self.hidden(self.drop_last(seen)))
        return self.classes(self.drop_last(hidden)), weighed

    def _describe(self, pairs) -> torch.Tensor:
        """`(questions, spans, 5, words)` -> `(questions * words, width)`."""
        questions, spans, features, size = pairs.shape
        which = pairs.reshape(questions, spans * features, size) + self.starts[None, :, None]
        return summed(self.features, which)


class JointNetwork(Network):
    """The network of attribution with heads for stance, relations and sentences on the same states."""

    def __init__(self, backbone: str, dropout: float = 0.2) -> None:
        super().__init__(backbone)
        self.stance = PointedHead(self.encoder.width, 1, len(STANCES), dropout)
        self.relation = PointedHead(self.encoder.width, 2, len(ROOTS), dropout)
        self.sentence = SentenceHead(self.encoder.width)

    def words(self, batch) -> torch.Tensor:
        """States of words `(windows, words, width)`; the encoder counts in 16 bits, which is half
        as fast again on a processor that can.
        """
        with torch.autocast("cpu", torch.bfloat16):
            states = self.encoder(batch.ids, batch.mask, batch.shapes, batch.quotes)
        at = batch.first.clamp(min=0).unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return states.float().gather(1, at)

    def answer(self, head: PointedHead, batch: PointedBatch) -> torch.Tensor:
        """Logits of the classes for the questions of a batch, `(questions, classes)`."""
        return head(self.words(batch), batch.of, batch.spans, batch.pairs, batch.present)[0]
