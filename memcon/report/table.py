"""Attributions as a table, one row each, for a spreadsheet or a data frame.

Words that a spreadsheet would run as a formula (`=cmd()`, `+1`, `-2`, `@SUM`) get an apostrophe in
front, as OWASP's note on CSV injection advises; whoever needs the words untouched reads the JSON
form, or cuts them from the text at the spans. Nothing else in the words is changed, but for lone
surrogates, which no file can hold.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from memcon.record import Record, Spans
from memcon.report.meaning import POLARITY
from memcon.report.place import Lines
from memcon.report.visible import writable

#: Spans are `start end`, joined by `;`, as in brat's standoff files: no spreadsheet takes them for
#: a date or a time. `line` is that of the first character of the content, from 1. `stance` is
#: `target: polarity`, and it and `topic` are joined by `; ` where there are several.
HEADER = (
    "document", "id", "parent", "type", "speaker", "addressee", "source", "cue", "content",
    "source_spans", "cue_spans", "content_spans", "line", "confidence", "act", "stance", "topic",
)  # fmt: skip

# The wide forms are taken for formulas by spreadsheets with an East Asian locale.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(record: Record) -> Iterator[tuple[str | int | float, ...]]:
    """A row for each attribution, in the order of the Record; what is not known is empty."""
    lines = Lines(record.text)
    names = {actor.id: actor.name for actor in record.actors}
    statements = {statement.attribution: statement for statement in record.statements}
    for a in record.attributions:
        statement = statements.get(a.id)
        stances = statement.stances if statement else ()
        yield (
            guarded(record.document.name), guarded(a.id), guarded(a.parent or ""), a.type,
            guarded(names.get(a.speaker or "", "")), guarded(names.get(a.addressee or "", "")),
            guarded(record.words(a.source)),
            guarded(record.words(a.cue)), guarded(record.words(a.content)), _spans(a.source),
            _spans(a.cue), _spans(a.content), lines.place(a.content[0][0]).line, a.confidence,
            guarded((statement.act or "") if statement else ""),
            guarded("; ".join(f"{names[s.target]}: {POLARITY[s.polarity]}" for s in stances)),
            guarded("; ".join(statement.topics) if statement else ""),
        )  # fmt: skip


def csv_table(record: Record) -> str:
    """The table of one Record with its header, as CSV (RFC 4180: lines end in CRLF).

    Python's csv quotes a lone CR only where CR ends lines too; with LF alone it would cut the row.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows(rows(record))
    return out.getvalue()


def guarded(words: str) -> str:
    """The words, with an apostrophe in front if a spreadsheet would run them as a formula."""
    words = writable(words)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _spans(spans: Spans) -> str:
    return ";".join(f"{start} {end}" for start, end in spans)
