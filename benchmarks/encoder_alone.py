"""Words a second of the encoder alone, on the windows that `memcon read` gives it.

    python -m benchmarks.encoder_alone FOLDER [--threads 2]

Parsing and cutting are done before the clock starts. Prints seconds and words a second.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.shared import count_words
from memcon.attribution.extract import encode, prepare
from memcon.language.model import SHIPPED, read_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=2, help="threads of one run of the encoder")
    options = parser.parse_args()
    model = read_model(SHIPPED, threads=options.threads)
    texts = [p.read_bytes().decode("utf-8") for p in sorted(options.folder.glob("*.txt"))]
    prepared = [prepare(parse(text), find_quotations(text), model) for text in texts]
    encode(prepared[0], prepared[0].windows[0], model)
    began = time.perf_counter()
    for text in prepared:
        for window in text.windows:
            encode(text, window, model)
    seconds = time.perf_counter() - began
    print(f"{seconds:.2f} s, {sum(map(count_words, texts)) / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
