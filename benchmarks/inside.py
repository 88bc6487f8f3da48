"""What it costs on PolNeAR to look into quotations everywhere, and what it finds there.

    python -m benchmarks.inside

Sentences alone, without the forms of publications. Needs `../shared`.
"""

from __future__ import annotations

import json
from itertools import chain

from benchmarks.shared import SHARED, load_scorer
from memcon.attribution.extract import prepare, relate
from memcon.attribution.inside import add_inner, whole_inner, without_marks
from memcon.attribution.rivals import settle
from memcon.language.model import shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations


def main() -> None:
    """Print the relations told and found, with and without."""
    scorer, model = load_scorer(), shipped_model()
    rows: dict[str, list] = {"as they stand": [], "looked into": []}
    for _, text, gold in scorer.read_gold(SHARED / "corpora" / "polnear" / "dev"):
        prepared = prepare(parse(text), find_quotations(text), model)
        bare = without_marks(prepared)
        told = settle(
            list(chain.from_iterable(relate(prepared, w, model) for w in prepared.windows))
        )
        found = chain.from_iterable(relate(bare, w, model) for w in bare.windows)
        both = add_inner(told, whole_inner(found, prepared.words), model.settings["inner"])
        for name, relations in (("as they stand", told), ("looked into", both)):
            plain = [
                {role: getattr(r, role) for role in ("source", "cue", "content")} for r in relations
            ]
            rows[name].append((text, gold, plain))
    for name, documents in rows.items():
        print(f"{name:14}", json.dumps(scorer.score(documents)["relation.loose"]))


if __name__ == "__main__":
    main()
