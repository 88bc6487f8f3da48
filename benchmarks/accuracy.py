"""Accuracy on PolNeAR's development part, with the scorer that is kept outside the project.

    python -m benchmarks.accuracy [--model FILE]

Prints the scorer's table. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.shared import SCORER, SHARED
from memcon.document import Document
from memcon.language.model import SHIPPED, read_model
from memcon.reading import read_many


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--folder", type=Path, default=SHARED / "corpora" / "polnear" / "dev")
    options = parser.parse_args()
    documents = [
        Document(name=path.name, text=path.read_bytes().decode("utf-8"))
        for path in sorted((options.folder / "text").glob("*.txt"))
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for record in read_many(documents, model=read_model(options.model)):
            rows = [a.model_dump(include={"source", "cue", "content"}) for a in record.attributions]
            print(json.dumps({"document": record.document.name, "attributions": rows}), file=out)
        out.flush()
        command = [sys.executable, str(SCORER), str(options.folder), out.name]
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
