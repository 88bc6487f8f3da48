"""The corpora's sentences with what is asked of them: NewsMTSC's stances, PLOVER's relations, vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.corpora import newsmtsc, plover
from training.pointed import Pointed, Question, point, shifted
from training.pointed_network import STANCES
from training.sentences import phrases


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
