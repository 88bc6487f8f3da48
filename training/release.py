"""From trained weights to the shipped model: export, choose thresholds, write the file, digest and card.

    python -m training.release [--weights training/runs/further/average.pt]

The card's scores are those that the scorer printed for this very file.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from memcon.language.model import SHIPPED
from training.card import write_card


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("training/runs/further/average.pt"))
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--card", type=Path, default=Path("docs/model-card.md"))
    parser.add_argument("--note", default="", help="what is to be known of this one run")
    options = parser.parse_args()
    settings = options.weights.parent / "settings.json"
    draft = options.weights.parent / "draft.zip"
    _run("training.export", str(options.weights), str(draft))
    _run("training.choose", str(draft), "--out", str(settings))
    given = ("--model", str(options.model))
    digest = ""
    for step in (
        ("training.export", str(options.weights), str(options.model), "--settings", str(settings)),
        ("training.coreference", *given),
        ("training.sentence_head", *given),
    ):
        _run(*step)
        # The next step reads with it, and would be refused what has another digest.
        digest = write_digest(options.model)
    scores = {
        "accuracy": _run("benchmarks.accuracy", *given),
        "stance": _run("benchmarks.stance", *given),
        "coreference": _run("benchmarks.coreference") if options.model == SHIPPED else "",
    }
    size = options.model.stat().st_size
    write_card(options.card, digest, size, scores, options.weights.parent, options.note)


def write_digest(model: Path) -> str:
    """Write the digest beside the model, as `sha256sum` does and `memcon/language/pinned.py` reads it.

    :returns: it, in hexadecimal.
    """
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    model.with_suffix(".sha256").write_text(f"{digest}  {model.name}\n", encoding="ascii")
    return digest


def _run(module: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    print(done.stdout, end="", flush=True)
    return done.stdout


if __name__ == "__main__":
    main()
