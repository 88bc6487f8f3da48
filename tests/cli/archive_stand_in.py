"""A reader that stands in for memcon's own where the archive's commands are tried.

It finds `“words,” said Name Name.`, fails on a text that has FAIL in it, is as slow as MEMCON_TEST_DELAY
(seconds a document) says, and names itself engine MEMCON_TEST_ENGINE. Run as a program, it is `memcon`
with this reader.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Record, Statement

_QUOTED = re.compile(r"(“[^”]+”) said ([A-Z]\w+ [A-Z]\w+)")


def read_document(document: Document) -> Record:
    if "FAIL" in document.text:
        raise RuntimeError("the stand-in was told to fail")
    time.sleep(float(os.environ.get("MEMCON_TEST_DELAY", "0")))
    found = list(_QUOTED.finditer(document.text))
    names = {name: f"p{n}" for n, name in enumerate(sorted({m[2] for m in found}), start=1)}
    engine = os.environ.get("MEMCON_TEST_ENGINE", "0.1.0")
    return Record(
        document=document.model_copy(update={"genre": "report"}),
        actors=tuple(
            Actor(
                id=id, name=name, kind="person",
                mentions=tuple(m.span() for m in re.finditer(name, document.text)),
            )
            for name, id in names.items()
        ),
        attributions=tuple(
            Attribution(
                id=f"a{n}", source=(m.span(2),), content=(m.span(1),), type="direct",
                speaker=names[m[2]], confidence=0.9,
            )
            for n, m in enumerate(found, start=1)
        ),
        statements=tuple(
            Statement(id=f"s{n}", attribution=f"a{n}", act="state") for n in range(1, len(found) + 1)
        ),
        engine=Engine(version=engine, model="sha256:0"),
    )  # fmt: skip


def read_many(documents: Iterable[Document], *, threads: int | None = None) -> Iterator[Record]:
    """One document ahead, as memcon's own, so that a failure comes late."""
    waiting: Document | None = None
    for document in documents:
        if waiting is not None:
            yield read_document(waiting)
        waiting = document
    if waiting is not None:
        yield read_document(waiting)


if __name__ == "__main__":
    sys.modules["memcon.reading"] = sys.modules["__main__"]
    sys.modules["memcon.isolated"] = sys.modules["__main__"]
    from memcon.cli import main

    main()
