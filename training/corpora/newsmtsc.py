"""NewsMTSC: sentences of the news and the polarity towards a named one (Hamborg, Donnay, EACL 2021)."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from memcon.spans import Span

#: Of the training articles one in so many is kept to choose on; the corpus's own test set never is.
_EVERY = 8


@dataclass(frozen=True, slots=True)
class TargetGold:
    """One target and the polarity towards it: −1, 0 or +1.

    :param span: of the mention that was annotated, in code points.
    :param further: other mentions of the same one in the sentence.
    """

    span: Span
    polarity: int
    further: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceGold:
    """A sentence with its targets; `article` is the same for all sentences of one article."""

    article: str
    text: str
    targets: tuple[TargetGold, ...]


def read_newsmtsc(path: Path) -> list[StanceGold]:
    """All sentences of a file, in its order.

    :raises ValueError: if a polarity is none of the corpus's 2, 4 and 6, or offsets do not fit.
    """
    return [_sentence(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def split(sentences: list[StanceGold]) -> tuple[list[StanceGold], list[StanceGold]]:
    """Sentences to train on and sentences to choose on; no article has some of both."""
    kept = [zlib.crc32(s.article.encode()) % _EVERY == 0 for s in sentences]
    return (
        [s for s, k in zip(sentences, kept, strict=True) if not k],
        [s for s, k in zip(sentences, kept, strict=True) if k],
    )


def _sentence(row: dict) -> StanceGold:
    text = row["sentence_normalized"]
    targets = []
    for target in row["targets"]:
        spans = [(m["from"], m["to"]) for m in (target, *target.get("further_mentions", ()))]
        if text[slice(*spans[0])] != target["mention"]:
            raise ValueError(f"{row['primary_gid']}: the offsets do not name {target['mention']!r}")
        targets.append(TargetGold(spans[0], _polarity(target["polarity"]), tuple(spans[1:])))
    # allsides_1000_401_25_Name_0_6: the list, the event, the article, the sentence, the target.
    article = "_".join(row["primary_gid"].split("_")[:3])
    return StanceGold(article, text, tuple(targets))


def _polarity(number: float) -> int:
    if number not in (2, 4, 6):
        raise ValueError(f"polarity {number}: NewsMTSC has 2, 4 and 6")
    return int(number - 4) // 2
