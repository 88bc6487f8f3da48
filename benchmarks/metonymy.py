"""Capitals and seats of government told from places, in sentences that we invented.

    python -m benchmarks.metonymy [--show]

`metonymy.tsv` has the part, the use, and the sentence with the name in brackets. The rules were
written with the part `seen` in view; the part `held` was written before them and read again only
after them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from memcon.actors.metonymy import use_of
from memcon.actors.reading import Reading
from memcon.actors.states import find_states
from memcon.language.pipeline import parse

SENTENCES = Path(__file__).with_name("metonymy.tsv")


def sentences(path: Path = SENTENCES) -> Iterator[tuple[str, str, str]]:
    """Part, use, and the sentence with its brackets."""
    for line in path.read_text(encoding="utf-8").splitlines():
        part, use, sentence = line.split("\t")
        yield part, use, sentence


def told(sentence: str) -> str:
    """The use that memcon tells for the name in brackets."""
    start = sentence.index("[")
    end = sentence.index("]") - 1
    reading = Reading(parse(sentence.replace("[", "").replace("]", "")))
    words = reading.inside((start, end))
    first = words.start + (reading.low[words.start] == "the")
    country = {m.first for m in find_states(reading) if m.form == "name"}
    return use_of(reading, first, words.stop - 1, country)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--show", action="store_true", help="list the sentences of `seen` told wrong"
    )
    parser.add_argument("--file", type=Path, default=SENTENCES)
    options = parser.parse_args()
    counts: dict[str, list[int]] = {}
    for part, use, sentence in sentences(options.file):
        answer = told(sentence)
        row = counts.setdefault(part, [0, 0])
        row[0] += answer == use
        row[1] += 1
        if options.show and part == "seen" and answer != use:
            print(f"{use:10} {sentence}")
    for part, (right, of) in counts.items():
        print(f"{part}: {right} of {of}, {100 * right / of:.1f}%")


if __name__ == "__main__":
    main()
