"""A reader that stands in for memcon's own where only the web app is tried: “…” said NAME."""

from __future__ import annotations

import re

from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Record, Statement

_SAID = re.compile(r"(“[^”]+”) (said) ([A-Z]\w+(?: [A-Z]\w+)*)")


def read_document(document: Document) -> Record:
    """A Record of the quotations; it fails on a text that has FAIL in it."""
    if "FAIL" in document.text:
        raise RuntimeError("the stand-in was told to fail")
    found = list(_SAID.finditer(document.text))
    names = list(dict.fromkeys(m[3] for m in found))
    return Record(
        document=document,
        actors=tuple(
            Actor(id=f"p{n}", name=name, kind="person", mentions=tuple(
                m.span(3) for m in found if m[3] == name))
            for n, name in enumerate(names)
        ),
        attributions=tuple(
            Attribution(id=f"a{n}", content=(m.span(1),), cue=(m.span(2),), source=(m.span(3),),
                        type="direct", speaker=f"p{names.index(m[3])}", confidence=0.9)
            for n, m in enumerate(found)
        ),
        statements=tuple(Statement(id=f"s{n}", attribution=f"a{n}") for n in range(len(found))),
        engine=Engine(version="0", model="sha256:0"),
    )  # fmt: skip
