"""A reader that stands in for memcon's own where only `memcon actors` is tried.

It finds “Foreign Minister”, “President” or “Ms” before one or two capitalised words, fails on a text
that has FAIL in it, and is as slow as MEMCON_TEST_DELAY (seconds a document) says. It counts what it
reads in the file that MEMCON_TEST_COUNT names. Run as a program, it is `memcon` with this reader.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from memcon.document import Document
from memcon.record import Actor, Engine, Record

_PERSON = re.compile(r"\b(Foreign Minister|President|Ms) ([A-Z]\w+(?: [A-Z]\w+)?)")


def read_document(document: Document) -> Record:
    if "FAIL" in document.text:
        raise RuntimeError("the stand-in was told to fail")
    time.sleep(float(os.environ.get("MEMCON_TEST_DELAY", "0")))
    if "MEMCON_TEST_COUNT" in os.environ:
        with Path(os.environ["MEMCON_TEST_COUNT"]).open("a") as file:
            file.write(f"{document.name}\n")
    found = {m[2]: m for m in reversed(list(_PERSON.finditer(document.text)))}
    actors = tuple(
        Actor(id=f"p{number}", name=name, kind="person", titles=(m[1],), mentions=(m.span(2),))
        for number, (name, m) in enumerate(sorted(found.items()), start=1)
    )
    engine = Engine(version="0", model="sha256:0")
    return Record(document=document, actors=actors, engine=engine)


def read_many(documents: Iterable[Document], *, threads: int | None = None) -> Iterator[Record]:
    for document in documents:
        yield read_document(document)


if __name__ == "__main__":
    sys.modules["memcon.reading"] = sys.modules["__main__"]
    sys.modules["memcon.isolated"] = sys.modules["__main__"]
    from memcon.cli import main

    main()
