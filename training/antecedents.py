"""How much each consideration of the ranker weighs, learned from GUM: `python -m training.antecedents`.

Every “he” and “she” of a document is one example: the candidates that memcon has, and which of them
the annotators link it to. GUM tells of few meetings; `own/pronouns.tsv`, short texts of our own, does.
The documents are read as memcon reads them, so that the considerations are what they will be. A
conditional logit (multinomial over the candidates, L2) gives the weights.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from memcon.actors import ranking
from memcon.actors.cast import Cast, Figure
from memcon.actors.ranking import CONSIDERATIONS, Pronoun, Ranker, candidates, weigh
from memcon.actors.reading import Reading
from memcon.actors.speakers import Telling
from memcon.document import Document
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.reading import read_document
from training.corpora.gum import CoreferenceGold, read_gum, split

OUT = Path("memcon/actors/ranking.tsv")


@dataclass(slots=True)
class Example:
    """One pronoun.

    :param rows: considerations `(candidates, len(CONSIDERATIONS))`.
    :param gold: the candidate that is right, −1 if none is.
    """

    rows: list[list[float]]
    gold: int


class Teacher(Ranker):
    """Notes the examples, and answers as the annotators did."""

    def __init__(self, weights: Sequence[float], gold: CoreferenceGold) -> None:
        super().__init__(weights)
        self.entities = {m.span: m.entity for m in gold.mentions}
        self.gold = gold
        self.examples: list[Example] = []

    def choose(self, cast: Cast, pronoun: Pronoun, quoted: Sequence[int]) -> Figure | None:
        reading, i = cast.reading, pronoun.place
        entity = self.entities.get((reading.start[i], reading.end[i]))
        if entity is None:
            return super().choose(cast, pronoun, quoted)
        found = candidates(cast, pronoun)
        right = [k for k, (f, _) in enumerate(found) if self._entity(cast, f) == entity]
        gold = right[0] if right else -1
        self.examples.append(Example(weigh(cast, pronoun, found, quoted), gold))
        return found[gold][0] if right else super().choose(cast, pronoun, quoted)

    def _entity(self, cast: Cast, figure: Figure) -> str | None:
        """The annotated person whom the names (or else the descriptions) of a figure mention."""
        reading = cast.reading
        own = [m for m in cast.mentions if m.figure is figure]
        spans = [m.name for m in own if m.name] or [(m.first, m.last) for m in own]
        counts = Counter(
            entity
            for first, last in spans
            if (entity := self.gold.person_at((reading.start[first], reading.end[last])))
        )
        return counts.most_common(1)[0][0] if counts else None


def examples(gold: CoreferenceGold, weights: Sequence[float]) -> list[Example]:
    """Every pronoun of one document that the annotators marked."""
    record = read_document(Document(name=gold.name, text=gold.text))
    teacher = Teacher(weights, gold)
    words = parse(gold.text)
    Telling(list(record.attributions), Reading(words), find_quotations(gold.text), teacher).read(
        None
    )
    return teacher.examples


class OwnTeacher(Ranker):
    """Notes the one pronoun that a text of our own is about.

    :param place: its first character.
    """

    def __init__(self, weights: Sequence[float], place: int, name: str) -> None:
        super().__init__(weights)
        self.place, self.name = place, name
        self.examples: list[Example] = []

    def choose(self, cast: Cast, pronoun: Pronoun, quoted: Sequence[int]) -> Figure | None:
        if cast.reading.start[pronoun.place] != self.place:
            return super().choose(cast, pronoun, quoted)
        found = candidates(cast, pronoun)
        names = [figure.name for figure, _ in found]
        if self.name not in names:
            raise ValueError(f"{self.name} is not among {names} in {cast.reading.words.text}")
        gold = names.index(self.name)
        self.examples.append(Example(weigh(cast, pronoun, found, quoted), gold))
        return found[gold][0]


def own_examples(path: Path, weights: Sequence[float]) -> list[Example]:
    """The pronouns in braces of our own texts."""
    out = []
    for row in path.read_text(encoding="utf-8").splitlines()[1:]:
        marked, name = row.split("\t")
        text = marked.replace("{", "").replace("}", "")
        record = read_document(Document(name="own", text=text))
        teacher = OwnTeacher(weights, marked.index("{"), name)
        quotations = find_quotations(text)
        Telling(list(record.attributions), Reading(parse(text)), quotations, teacher).read(None)
        out += teacher.examples
    return out


def fit(items: Sequence[Example], decay: float) -> list[float]:
    """Weights `(len(CONSIDERATIONS),)` under which the right candidates are likeliest."""
    weights = torch.zeros(len(CONSIDERATIONS), requires_grad=True)
    known = [(torch.tensor(e.rows), e.gold) for e in items if e.gold >= 0]
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        losses = [-(rows @ weights).log_softmax(0)[gold] for rows, gold in known]
        total = torch.stack(losses).mean() + decay * weights.square().sum() / 2
        total.backward()
        return total

    optimizer.step(closure)
    return [round(w, 4) for w in weights.tolist()]


def right(items: Sequence[Example], weights: Sequence[float]) -> int:
    """For how many the right candidate weighs most."""
    count = 0
    for example in items:
        scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in example.rows]
        count += example.gold >= 0 and scores[example.gold] == max(scores)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, default=Path("../shared/corpora/gum/dep"))
    parser.add_argument("--own", type=Path, default=Path("training/own/pronouns.tsv"))
    parser.add_argument("--decay", type=float, default=0.003)
    parser.add_argument("--folds", type=int, default=5, help="of the cross-validation")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    training, _ = split(read_gum(options.gum))
    weights = ranking.shipped_weights()
    by_document = [examples(gold, weights) for gold in training]
    pronouns = [e for d in by_document for e in d]
    own = own_examples(options.own, weights)
    found = found_own = 0
    for fold in range(options.folds):
        rest = [e for k, d in enumerate(by_document) if k % options.folds != fold for e in d]
        held = [e for k, d in enumerate(by_document) if k % options.folds == fold for e in d]
        fold_weights = fit(rest + own, options.decay)
        found += right(held, fold_weights)
    for half in (0, 1):
        half_weights = fit(pronouns + own[half::2], options.decay)
        found_own += right(own[1 - half :: 2], half_weights)
    known = sum(e.gold >= 0 for e in pronouns)
    print(
        f"cross-validation: {found} of {len(pronouns)} pronouns right, of {known} with a candidate"
    )
    print(f"our own texts, half by half: {found_own} of {len(own)} right")
    fitted = fit(pronouns + own, options.decay)
    rows = ["consideration\tweight"]
    rows += [f"{n}\t{w}" for n, w in zip(CONSIDERATIONS, fitted, strict=True)]
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
