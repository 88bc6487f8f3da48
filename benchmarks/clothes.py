"""The same text in other clothes: .venv/bin/python -m benchmarks.clothes [--only NAME …] [FILE.forms …]

Each document of `../shared/corpora/forms/*.dev.forms` is read as it is, and dressed otherwise: wrapped
at 60, 72 and 80 columns, with other line ends, a byte-order mark, no-break and doubled spaces, straight
marks.
Of the attributions of either reading the share is told that the other has as well: the same words of
content (white space and marks apart), the same speaker by name, the same type.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from memcon.document import Document
from memcon.reading import read_many
from memcon.record import Record

FORMS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "forms"
TOOLS = FORMS.parent.parent / "tools"


def wrapped(width: int) -> Callable[[str], str]:
    """Wraps each line at a width, as a mail program does."""

    def wrap(text: str) -> str:
        return "\n".join(
            "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
            for line in text.split("\n")
        )

    return wrap


STRAIGHT = str.maketrans("“”‘’", "\"\"''")
CLOTHES: dict[str, Callable[[str], str]] = {
    "wrapped at 60": wrapped(60),
    "wrapped at 72": wrapped(72),
    "wrapped at 80": wrapped(80),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: re.sub(r"(?<=\d) (?=\w)", "\u00a0", text),
    "doubled spaces": lambda text: re.sub(r"(?<=[.!?]) (?=\w)", "  ", text),
    "straight marks": lambda text: text.translate(STRAIGHT),
}
#: Per cent asked of each; of the others 99.
ASKED = {"straight marks": 97}


def texts(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Name and text of each document."""
    sys.path.insert(0, str(TOOLS))
    import forms_markup

    for file in files:
        for document in forms_markup.documents(str(file)):
            yield f"{file.stem}-{document['name']}", document["text"]


def lines(record: Record) -> Counter[tuple[str, str | None, str]]:
    """Its attributions: words of the content, the speaker's name, the type."""
    out: Counter[tuple[str, str | None, str]] = Counter()
    for a in record.attributions:
        words = " ".join(re.findall(r"\w+", record.words(a.content)))
        actor = record.actor(a.speaker)
        name = " ".join(re.findall(r"\w+", actor.name)) if actor else None
        out[words, name, a.type] += 1
    return out


def read(some: list[tuple[str, str]]) -> list[Counter[tuple[str, str | None, str]]]:
    """The attributions of each."""
    return [lines(r) for r in read_many([Document(name=name, text=text) for name, text in some])]


def main() -> int:
    """Print the shares; returns how many are below what is asked."""
    options = argparse.ArgumentParser(prog="benchmarks.clothes")
    options.add_argument("files", nargs="*", type=Path, default=sorted(FORMS.glob("*.dev.forms")))
    options.add_argument("--only", nargs="*", default=list(CLOTHES))
    options.add_argument("--show", action="store_true", help="what differs")
    given = options.parse_args()
    plain = list(texts(given.files))
    before, failed = read(plain), 0
    for name in given.only:
        after = read([(label, CLOTHES[name](text)) for label, text in plain])
        both = sum((one & other).total() for one, other in zip(before, after, strict=True))
        most = sum(max(a.total(), b.total()) for a, b in zip(before, after, strict=True))
        share, asked = 100 * both / most, ASKED.get(name, 99)
        failed += share < asked
        print(f"{name}: {both} of {most} the same, {share:.1f}% (asked {asked})", flush=True)
        if given.show:
            for (label, _), one, other in zip(plain, before, after, strict=True):
                for line in one - other:
                    print(f"  {label} lost {line}")
                for line in other - one:
                    print(f"  {label} new  {line}")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
