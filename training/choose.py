"""Choose thresholds and fit the confidence on development texts: `python -m training.choose --help`.

What is chosen is written to a settings file, which `training/export.py` puts into the model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import ModuleType

import torch

from benchmarks.shared import SCORER, load_scorer
from memcon.attribution.confidence import features
from memcon.attribution.decode import Thresholds, assign_roles
from memcon.attribution.extract import (
    Labelled,
    Prepared,
    decide,
    encode,
    label_window,
    prepare,
    quoted_share,
)
from memcon.attribution.inside import add_inner, whole_inner, without_marks
from memcon.attribution.relation import Relation
from memcon.attribution.rivals import settle
from memcon.language.model import Model, read_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from training.corpora.gold import GoldText
from training.corpora.markup import read_markup
from training.corpora.polnear import read_polnear

#: Values tried for each threshold, in this order, over and over until nothing improves.
TRIED = {
    "source": (-4.0, -2.0, -1.0, 0.0, 1.0, 2.0),
    "segment": (0.0, 0.5, 1.0, 2.0, 3.0),
    "ends": (0.0, 0.25, 0.5, 0.75, 1.0),
}
#: None below 0.6: our own texts do not tell those apart, and on the starting document, the only other
#: one with such quotations that we annotated, what came in below was mostly wrong.
INNER = (0.6, 0.7, 0.8, 0.9)
LEAST = tuple(x / 100 for x in range(10, 75, 5))
#: Points of F1 that are given up for a lower threshold.
GIVEN_UP = 0.3
#: Words are scored for itself by the scorer, so that all weights start from the cue alone.
CUE_ALONE = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]


@dataclass
class Development:
    """A development text, encoded once."""

    gold: GoldText
    prepared: Prepared
    labelled: list[Labelled]


def encode_texts(texts: list[GoldText], model: Model, least: float) -> list[Development]:
    out = []
    for gold in texts:
        prepared = prepare(parse(gold.text), find_quotations(gold.text), model)
        encoded = (encode(prepared, w, model) for w in prepared.windows)
        labelled = [label_window(prepared, part, least, model) for part in encoded]
        out.append(Development(gold, prepared, labelled))
    return out


def plain(relation) -> dict:
    """A relation in the scorer's form."""
    return {r: [list(s) for s in getattr(relation, r)] for r in ("source", "cue", "content")}


def scores(development: list[Development], told: list[list[Relation]], scorer: ModuleType) -> dict:
    return scorer.score(
        (d.gold.text, [plain(r) for r in d.gold.relations], [plain(r) for r in rs])
        for d, rs in zip(development, told, strict=True)
    )


def run(development: list[Development], thresholds: Thresholds, weights: list[float]):
    return [
        settle([r for part in d.labelled for r in decide(d.prepared, part, thresholds, weights)])
        for d in development
    ]


def fit_confidence(
    development: list[Development], thresholds: Thresholds, scorer: ModuleType
) -> list[float]:
    """Weights of the logistic regression of whether a relation is right (`relation.loose`)."""
    rows, right = [], []
    everything = replace(thresholds, least=0.0)
    for d in development:
        gold = scorer.word_sets([plain(r) for r in d.gold.relations], d.gold.text)
        for part in d.labelled:
            chosen = assign_roles(part.logits, part.cues, everything)
            for index, roles in enumerate(chosen):
                one = Labelled(part.window, [part.cues[index]], [part.probabilities[index]],
                               part.logits[index : index + 1])  # fmt: skip
                told = decide(d.prepared, one, everything, CUE_ALONE)
                if not told:
                    continue
                guess = scorer.word_sets([plain(told[0])], d.gold.text)[0]
                quoted = quoted_share(d.prepared, roles, part.window)
                rows.append(features(part.probabilities[index], roles, quoted))
                right.append(any(_loose(g, guess) for g in gold))
    x = torch.tensor(rows, dtype=torch.float64)
    y = torch.tensor(right, dtype=torch.float64)
    weights = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    solver = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        solver.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y)
        value = value + 1e-3 * weights.pow(2).sum()
        value.backward()
        return value

    solver.step(closure)
    return [round(w, 4) for w in weights.tolist()]


def choose_inner(
    ours: list[Development],
    thresholds: Thresholds,
    weights: list[float],
    model: Model,
    scorer: ModuleType,
) -> float:
    """Confidence that an attribution inside a quotation must have, chosen on our own texts.

    PolNeAR's annotators seldom looked into quotations: see `memcon/attribution/depth.py`.
    """
    told = run(ours, thresholds, weights)
    found = []
    for d in ours:
        bare = without_marks(d.prepared)
        parts = (encode(bare, window, model) for window in bare.windows)
        labelled = (label_window(bare, part, thresholds.cue, model) for part in parts)
        relations = (r for part in labelled for r in decide(bare, part, thresholds, weights))
        found.append(list(whole_inner(relations, d.prepared.words)))

    def loose(least: float) -> float:
        both = [add_inner(t, inner, least) for t, inner in zip(told, found, strict=True)]
        return scores(ours, both, scorer)["relation.loose"]["f1"]

    return recall_first(INNER, loose)


def recall_first(candidates: tuple[float, ...], score: Callable[[float], float]) -> float:
    """The lowest threshold whose score is at most `GIVEN_UP` below the best one.

    Who reviews a record strikes out in a moment what is too much, and does not see what is missing.
    """
    scored = {candidate: score(candidate) for candidate in candidates}
    best = max(scored.values())
    return min(candidate for candidate, value in scored.items() if value >= best - GIVEN_UP)


def _loose(gold: dict, guess: dict) -> bool:
    shared, joint = gold["content"] & guess["content"], gold["content"] | guess["content"]
    same_source = gold["source"] & guess["source"] or not (gold["source"] or guess["source"])
    return bool(shared and 2 * len(shared) >= len(joint) and same_source)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--polnear", type=Path, default=Path("../shared/corpora/polnear/dev"))
    parser.add_argument("--own", type=Path, default=Path("training/own/held"))
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--out", type=Path, default=Path("training/runs/settings.json"))
    parser.add_argument("--cue", type=float, default=0.25, help="least probability of a cue's word")
    options = parser.parse_args()
    scorer, model = load_scorer(options.scorer), read_model(options.model, threads=2)
    own = [g for f in sorted(options.own.glob("*.xml")) for g in read_markup(f)]
    ours = encode_texts(own, model, options.cue)
    development = encode_texts(read_polnear(options.polnear), model, options.cue) + ours
    thresholds = Thresholds(cue=options.cue)
    weights = CUE_ALONE

    def value(candidate: Thresholds) -> float:
        found = scores(development, run(development, candidate, weights), scorer)
        return found["relation.loose"]["f1"] + found["relation.strict"]["f1"]

    def loose(least: float) -> float:
        told = run(development, replace(thresholds, least=least), weights)
        return scores(development, told, scorer)["relation.loose"]["f1"]

    for _ in range(2):
        weights = fit_confidence(development, thresholds, scorer)
        thresholds = max((replace(thresholds, least=x) for x in LEAST), key=value)
        for name, values in TRIED.items():
            thresholds = max((replace(thresholds, **{name: v}) for v in values), key=value)
            print(name, getattr(thresholds, name), round(value(thresholds), 1), flush=True)
    weights = fit_confidence(development, thresholds, scorer)
    thresholds = replace(thresholds, least=recall_first(LEAST, loose))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    inner = choose_inner(ours, thresholds, weights, model, scorer)
    settings = {"thresholds": asdict(thresholds), "inner": inner, "confidence": weights}
    options.out.write_text(json.dumps(settings, indent=1) + "\n")
    for key, row in scores(development, run(development, thresholds, weights), scorer).items():
        print(f"{key:16} P {row['p']:5.1f}  R {row['r']:5.1f}  F1 {row['f1']:5.1f}")


if __name__ == "__main__":
    main()
