"""Speed of `memcon read` on PolNeAR's development part, beside a peer's and the encoder's own.

    pip install textacy; python -m benchmarks.speed [--runs 5]

Each run is a process of its own, the three in turn, so that a machine that gets slower does so for
all. Words are the scorer's. Needs `../shared`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.shared import SHARED, count_words


def seconds_of(*command: str) -> float:
    """Wall time of a whole process."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def rate_told_by(*command: str) -> float:
    """Words a second that the process itself measured and printed."""
    done = subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
    told = re.search(rb"(\d+) words/s", done.stdout)
    assert told, done.stdout
    return float(told[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--folder", type=Path, default=SHARED / "corpora" / "polnear" / "dev" / "text"
    )
    options = parser.parse_args()
    folder = str(options.folder)
    words = sum(count_words(p.read_text("utf-8")) for p in sorted(options.folder.glob("*.txt")))
    rates: dict[str, list[float]] = {"memcon read": [], "textacy": [], "encoder alone": []}
    with tempfile.TemporaryDirectory() as temporary:
        out = str(Path(temporary) / "records.jsonl")
        read = ("memcon", "read", folder, "--quiet", "--format", "jsonl", "--output", out)
        for _ in range(options.runs):
            rates["memcon read"].append(words / seconds_of(*read))
            rates["textacy"].append(words / seconds_of("benchmarks.textacy_quotations", folder))
            rates["encoder alone"].append(rate_told_by("benchmarks.encoder_alone", folder))
    print(f"{words} words, {options.runs} runs; words/s: median (least to most)")
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:15} {median:7.0f} ({min(values):.0f} to {max(values):.0f})")
    for peer in ("textacy", "encoder alone"):
        pairs = zip(rates["memcon read"], rates[peer], strict=True)
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
        print(f"memcon read / {peer}: {ratio:.2f}")


if __name__ == "__main__":
    main()
