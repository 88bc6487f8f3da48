"""The same text in other clothes: .venv/bin/python -m benchmarks.clothes [--only NAME …] [FILE.forms …]

Each document of `../shared/corpora/forms/*.dev.forms` is read as it is, and dressed otherwise: wrapped
at 60, 72 and 80 columns, with other line ends, a byte-order mark, no-break and doubled spaces, straight
marks; as a web page of today and as an old one, a Word document, a mail, a PDF ragged and justified.
Of the attributions of either reading the share is told that the other has as well: the same words of
content (white space and marks apart), the same speaker by name, the same type.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.clothes.lines import LINES
from benchmarks.clothes.mail import mail
from benchmarks.clothes.page import old_page, page
from benchmarks.clothes.printed import justified, ragged
from benchmarks.clothes.word import word
from memcon.document import Document
from memcon.reading import read_many
from memcon.record import Record
from memcon.sources.mail.eml import read_eml
from memcon.sources.page.html import read_html
from memcon.sources.pdf import read_pdf
from memcon.sources.word.docx import read_docx

FORMS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "forms"
TOOLS = FORMS.parent.parent / "tools"

Lines = Counter[tuple[str, str | None, str]]
#: Files: how they are made of a text, and how they are read.
FILES: dict[str, tuple[Callable[[str], bytes], Callable[[str, bytes], Document]]] = {
    "HTML": (page, read_html),
    "HTML in a table": (old_page, read_html),
    "DOCX": (word, read_docx),
    "EML": (mail, read_eml),
    "PDF, ragged": (ragged, read_pdf),
    "PDF, justified": (justified, read_pdf),
}
CLOTHES = [*LINES, *FILES]
#: Per cent asked of each; of the others 99.
ASKED = {
    "straight marks": 97, "HTML": 97, "HTML in a table": 97, "DOCX": 97, "EML": 97, "PDF, ragged": 95,
    "PDF, justified": 95,
}  # fmt: skip


def texts(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Name and text of each document."""
    sys.path.insert(0, str(TOOLS))
    import forms_markup

    for file in files:
        for document in forms_markup.documents(str(file)):
            yield f"{file.stem}-{document['name']}", document["text"]


def dressed(clothes: str, name: str, text: str) -> Document:
    """The document that is read of a text in some clothes."""
    if clothes in LINES:
        return Document(name=name, text=LINES[clothes](text))
    make, take = FILES[clothes]
    # Read as the day's, whatever the file says, like the plain text.
    return take(name, make(text)).model_copy(update={"date": None})


def lines(record: Record) -> Lines:
    """Its attributions: words of the content, the speaker's name, the type."""
    out: Lines = Counter()
    for a in record.attributions:
        words = " ".join(re.findall(r"\w+", record.words(a.content)))
        actor = record.actor(a.speaker)
        name = " ".join(re.findall(r"\w+", actor.name)) if actor else None
        out[words, name, a.type] += 1
    return out


def read(some: list[Document]) -> list[Lines]:
    """The attributions of each."""
    return [lines(record) for record in read_many(some)]


def main() -> int:
    """Print the shares; returns how many are below what is asked."""
    options = argparse.ArgumentParser(prog="benchmarks.clothes")
    options.add_argument("files", nargs="*", type=Path, default=sorted(FORMS.glob("*.dev.forms")))
    options.add_argument("--only", nargs="*", default=CLOTHES, choices=CLOTHES, metavar="NAME")
    options.add_argument("--show", action="store_true", help="what differs")
    given = options.parse_args()
    plain = list(texts(given.files))
    before = read([Document(name=label, text=text) for label, text in plain])
    failed = 0
    for name in given.only:
        after = read([dressed(name, label, text) for label, text in plain])
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
