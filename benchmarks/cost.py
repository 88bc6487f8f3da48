"""What `read` costs beside an earlier commit: the same documents, read by turns.

    python -m benchmarks.cost --before COMMIT [--rounds 3]

The commit is checked out into a temporary folder and runs in a process of its own, on one core, with
the packages that are installed here. Its best time and ours, and their ratio. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.shared import ROOT, SHARED

_TIMED = """
import json, sys, time
from pathlib import Path
from memcon.document import Document
from memcon.reading import read_many
shared, count = Path(sys.argv[1]), int(sys.argv[2])
texts = [p.read_text(encoding="utf-8") for p in sorted(shared.glob("polnear/dev/text/*.txt"))[:count]]
with (shared / "readouts/state.jsonl").open(encoding="utf-8") as lines:
    texts += [json.loads(line)["text"] for line, _ in zip(lines, range(count))]
documents = [Document(name=str(n), text=text) for n, text in enumerate(texts)]
list(read_many(documents[:2], threads=1))
begin = time.perf_counter()
list(read_many(documents, threads=1))
print(time.perf_counter() - begin)
"""


def timed(root: Path, documents: int) -> float:
    """Seconds that the code under the root takes for so many articles and as many releases."""
    done = subprocess.run(
        [sys.executable, "-c", _TIMED, str(SHARED / "corpora"), str(documents)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "OMP_NUM_THREADS": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--before", required=True, help="commit to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, default=25, help="of each kind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "archive", options.before], cwd=ROOT, check=True, stdout=subprocess.PIPE
        )
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        # spaCy loads the components of all that is installed; an early commit has none yet.
        component = Path(folder) / "memcon" / "spacy_component.py"
        if not component.exists():
            component.write_text("def __getattr__(name):\n    return print\n")
        before: list[float] = []
        now: list[float] = []
        for _ in range(options.rounds):
            before.append(timed(Path(folder), options.documents))
            now.append(timed(ROOT, options.documents))
    print(f"before {min(before):.2f} s, now {min(now):.2f} s, ratio {min(now) / min(before):.2f}")
    print(json.dumps({"before": before, "now": now}))


if __name__ == "__main__":
    main()
