"""Our own annotated texts: attributions as inline tags, `<s1>Source</s1> <q1>cue</q1> <c1>content</c1>`.

A number ties the parts of one relation together; a discontinuous part repeats its tag; tags nest
freely. Everything that is not such a tag is text. A file may hold several texts, each after a line
`=== name`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from memcon.spans import Span
from training.corpora.gold import GoldRelation, GoldText

_TAG = re.compile(r"<(/?)([sqc])(\d+)>")
_HEADING = re.compile(r"^=== (.*)\n", re.MULTILINE)


def read_markup(path: Path) -> Iterator[GoldText]:
    """The texts of a file.

    :raises ValueError: naming the file and the place, if a tag is not closed or was never opened.
    """
    raw = path.read_bytes().decode("utf-8")
    parts = _HEADING.split(raw)
    named = [(path.stem, parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    for name, marked in named:
        if marked.strip():
            try:
                yield _parse(name.strip(), marked.rstrip("\n") + "\n")
            except ValueError as problem:
                raise ValueError(f"{path}, text {name}: {problem}") from problem


def _parse(name: str, marked: str) -> GoldText:
    out: list[str] = []
    length = at = 0
    opened: dict[tuple[str, str], int] = {}
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: {"s": [], "q": [], "c": []})
    for tag in _TAG.finditer(marked):
        out.append(marked[at : tag.start()])
        length += len(out[-1])
        at = tag.end()
        key = (tag[2], tag[3])
        if not tag[1]:
            if key in opened:
                raise ValueError(f"{tag[0]} is opened twice, at {marked[at : at + 40]!r}")
            opened[key] = length
        elif key not in opened:
            raise ValueError(f"{tag[0]} was never opened, before {marked[at : at + 40]!r}")
        else:
            spans[tag[3]][tag[2]].append((opened.pop(key), length))
    if opened:
        raise ValueError(f"not closed: {sorted(opened)}")
    out.append(marked[at:])
    relations = tuple(
        GoldRelation(tuple(r["s"]), tuple(r["q"]), tuple(r["c"])) for r in spans.values()
    )
    return GoldText(name, "".join(out), relations)
