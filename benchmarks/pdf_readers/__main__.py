"""Readers of PDF compared: .venv/bin/python -m benchmarks.pdf_readers [--only READER …] [--write FOLDER]

On each PDF that `made.py` makes it is told, per reader: of the pairs of words that follow each other in
what it says, the share that follow each other in what was read; the same for the ends of paragraphs (the
last word of one and the first of the next, a line end between them and none elsewhere); of what stands at
the edges of pages, how much was left in; and the seconds. Needs `pip install pypdfium2 pdfplumber`.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from benchmarks.pdf_readers.made import all_made
from benchmarks.pdf_readers.pages import Made
from benchmarks.pdf_readers.readers import READERS

_TIMES = 3


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(prog="benchmarks.pdf_readers")
    options.add_argument(
        "--only", nargs="*", default=list(READERS), choices=READERS, metavar="READER"
    )
    options.add_argument("--write", type=Path, help="a folder for the PDFs and their texts")
    given = options.parse_args()
    made = list(all_made())
    if given.write:
        _write(given.write, made)
    print("| PDF | " + " | ".join(given.only) + " |\n|---|" + "---|" * len(given.only))
    spent: Counter[str] = Counter()
    wholes: dict[str, list[float]] = {name: [] for name in given.only}
    ends: dict[str, list[float]] = {name: [] for name in given.only}
    left: Counter[str] = Counter()
    for document in made:
        cells = []
        for name in given.only:
            text, seconds = _timed(READERS[name], document.data)
            spent[name] += seconds
            wholes[name].append(in_order(document.words, text))
            ends[name].append(ends_kept(document.words, text))
            left[name] += left_in(document.furniture, text)
            cells.append(f"{wholes[name][-1]:.1f}")
            if given.write:
                (given.write / f"{document.name} by {name}.txt").write_text(text)
        print(f"| {document.name} | " + " | ".join(cells) + " |", flush=True)
    whole = sum(len(document.furniture) for document in made)
    rows = {
        "**words in order, mean**": [f"**{sum(wholes[n]) / len(made):.1f}**" for n in given.only],
        "paragraphs' ends, mean": [f"{sum(ends[n]) / len(made):.1f}" for n in given.only],
        f"furniture left in, of {whole}": [str(left[n]) for n in given.only],
        "seconds for all": [f"{spent[n]:.2f}" for n in given.only],
    }
    for label, some in rows.items():
        print(f"| {label} | " + " | ".join(some) + " |")


def in_order(words: str, text: str) -> float:
    """Per cent of the pairs of neighbouring words that are neighbours in the text as well."""
    asked, found = (Counter(pairwise(_words(t))) for t in (words, text))
    return 100 * (asked & found).total() / asked.total()


def ends_kept(words: str, text: str) -> float:
    """Ends of paragraphs found, in per cent of those that there are or were told (Jaccard)."""
    asked, found = (Counter(_ends(t)) for t in (words, text))
    return 100 * (asked & found).total() / max(1, (asked | found).total())


def left_in(furniture: tuple[str, ...], text: str) -> int:
    """How many of the lines at the edges of pages are in the text."""
    squeezed = " ".join(text.split())
    return sum(min(count, squeezed.count(line)) for line, count in Counter(furniture).items())


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’-]+|[^\w\s]", text)


def _ends(text: str) -> list[tuple[str, str]]:
    lines = [_words(line) for line in text.splitlines()]
    return [(before[-1], after[0]) for before, after in pairwise(filter(None, lines))]


def _timed(reader: Callable[[bytes], str], data: bytes) -> tuple[str, float]:
    """What is read, and the seconds of the quickest of some times."""
    best = float("inf")
    for _ in range(_TIMES):
        start = time.perf_counter()
        text = reader(data)
        best = min(best, time.perf_counter() - start)
    return text, best


def _write(folder: Path, made: list[Made]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for document in made:
        (folder / f"{document.name}.pdf").write_bytes(document.data)
        (folder / f"{document.name}.txt").write_text(document.words)


if __name__ == "__main__":
    sys.exit(main())
