"""A reader that stands in for memcon's own where only the command line is tried.

It finds quotations in “ ” and the word “said”, fails on a text that has FAIL in it, and is as slow
as MEMCON_TEST_DELAY (seconds a document) says. Run as a program, it is `memcon` with this reader.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator

from memcon.document import Document
from memcon.record import Attribution, Engine, Record, Statement
from memcon.topics import Topics


def read_document(document: Document, *, topics: Topics | None = None) -> Record:
    if "FAIL" in document.text:
        raise RuntimeError("the stand-in was told to fail")
    time.sleep(float(os.environ.get("MEMCON_TEST_DELAY", "0")))
    attributions = tuple(
        Attribution(id=f"a{number}", cue=(m.span(2),), content=(m.span(1),), type="direct",
                    confidence=0.9)
        for number, m in enumerate(re.finditer(r"(“[^”]+”).*?\b(said)\b", document.text), start=1)
    )  # fmt: skip
    engine = Engine(version="0", model="sha256:0")
    names = tuple(topic.name for topic in topics.entries) if topics else ()
    statements = tuple(
        Statement(id=f"s{number}", attribution=a.id, topics=names)
        for number, a in enumerate(attributions, start=1)
    )
    return Record(
        document=document, attributions=attributions, statements=statements, engine=engine
    )


def read_many(
    documents: Iterable[Document], *, threads: int | None = None, topics: Topics | None = None
) -> Iterator[Record]:
    """One document ahead, as memcon's own, so that a failure comes late."""
    waiting: Document | None = None
    for document in documents:
        if waiting is not None:
            yield read_document(waiting, topics=topics)
        waiting = document
    if waiting is not None:
        yield read_document(waiting, topics=topics)


if __name__ == "__main__":
    sys.modules["memcon.reading"] = sys.modules["__main__"]
    sys.modules["memcon.isolated"] = sys.modules["__main__"]
    from memcon.cli import main

    main()
