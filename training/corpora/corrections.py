"""Corrections: what reviewers made of Records, by `memcon export corrections`, as gold texts.

Of a text only those passages are taken that somebody has looked at: the paragraphs in which a statement
was corrected, added, rejected or accepted, with all that the corrected Record has in them. What nobody
looked at is left out: the model would learn its own mistakes from it. A paragraph whose one statement was
rejected is taken without any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from memcon.archive.corrections import read_spans
from memcon.record import Attribution, Record
from memcon.spans import Span, Spans, merge, overlap
from training.corpora.gold import GoldRelation, GoldText
from training.corpora.markup import read_markup

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def own_texts(folder: Path, corrections: Path | None = None) -> list[GoldText]:
    """Our own annotated texts, and the passages that reviewers corrected.

    :param folder: of texts with inline tags, see `training.corpora.markup`.
    :param corrections: a file of `memcon export corrections`.
    """
    own = [gold for path in sorted(folder.glob("*.xml")) for gold in read_markup(path)]
    return own + ([] if corrections is None else list(read_corrections(corrections)))


def read_corrections(path: Path) -> Iterator[GoldText]:
    """The passages of a file, in its order.

    :raises ValueError: naming the file and the line, if one is not of `memcon export corrections`.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                example = json.loads(line)
                record = Record.from_json(json.dumps(example["corrected"]), example["text"])
                judged = list(_judged(example))
            except (ValueError, KeyError, TypeError) as problem:
                raise ValueError(
                    f"{path}, line {number}: {problem}; write the file by memcon export corrections"
                ) from problem
            yield from _passages(record, judged)


def _judged(example: dict[str, Any]) -> Iterator[Span]:
    """What somebody looked at: contents as they were, and as they are since."""
    for row in (*example["corrections"], *example["accepted"]):
        yield from read_spans(row["spans"])
        if row.get("field") == "content":
            yield from read_spans(row["new"] or "")


def _passages(record: Record, judged: list[Span]) -> Iterator[GoldText]:
    blocks = _blocks(record)
    wanted = [block for block in blocks if overlap([block], judged)]
    for start, end in merge(wanted, record.text):
        relations = tuple(
            _relation(a, start)
            for a in record.attributions
            if all(start <= begin and stop <= end for begin, stop in _spans(a))
        )
        name = f"{record.document.name} {record.document.sha256[:12]}:{start}-{end}"
        yield GoldText(name, record.text[start:end], relations)


def _blocks(record: Record) -> list[Span]:
    """The paragraphs, those made one that an attribution joins."""
    reaches = [(spans[0][0], max(end for _, end in spans))
               for spans in (sorted(_spans(a)) for a in record.attributions)]  # fmt: skip
    blocks: list[Span] = []
    for found in _PARAGRAPH.finditer(record.text):
        start, end = found.span()
        if blocks and any(a < blocks[-1][1] and start < b for a, b in reaches):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _spans(attribution: Attribution) -> Spans:
    return (*attribution.source, *attribution.cue, *attribution.content)


def _relation(attribution: Attribution, start: int) -> GoldRelation:
    def moved(spans: Spans) -> Spans:
        return tuple((a - start, b - start) for a, b in spans)

    return GoldRelation(
        moved(attribution.source), moved(attribution.cue), moved(attribution.content)
    )
