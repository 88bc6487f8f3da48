"""Polarity towards a target in sentences of the news: NewsMTSC's test set for many targets.

    python -m benchmarks.stance [--kept] [--model FILE]

Every target of `devtest_mt` is asked of `memcon.statements.stance_towards`, beside always answering with
the commonest polarity. `--kept` asks the part of the training set on which the model was chosen: the test
set is looked at once, when everything is chosen. Needs `../shared`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.shared import SHARED
from memcon.language.model import SHIPPED, read_model
from memcon.statements import stance_towards
from training.corpora.newsmtsc import read_newsmtsc, split
from training.scores import macro_f1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kept", action="store_true", help="the kept part of the training set")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    folder = SHARED / "corpora" / "newsmtsc"
    if options.kept:
        name, rows = "kept part of train", split(read_newsmtsc(folder / "train.jsonl"))[1]
    else:
        name, rows = "devtest_mt", read_newsmtsc(folder / "devtest_mt.jsonl")
    model = read_model(options.model)
    asked = [(row.text, target) for row in rows for target in row.targets]
    gold = [target.polarity + 1 for _, target in asked]
    said = [stance_towards(text, *target.span, model).polarity + 1 for text, target in asked]
    commonest = Counter(gold).most_common(1)[0][0]
    right = sum(a == b for a, b in zip(gold, said, strict=True))
    print(
        f"NewsMTSC, {name}: {len(gold)} targets, macro-F1 {macro_f1(gold, said, 3):.1f}, "
        f"accuracy {100 * right / len(gold):.1f}; always the commonest polarity: macro-F1 "
        f"{macro_f1(gold, [commonest] * len(gold), 3):.1f}"
    )


if __name__ == "__main__":
    main()
