"""CSV: a folder of tables, one file a table (RFC 4180, UTF-8, lines end in CRLF).

For spreadsheets, and so not for reading back: words that a spreadsheet would run as a formula get an
apostrophe in front (`memcon.report.table`). Spans are `start end`, joined by `;`; lists and maps are
JSON. Nothing of a Record is left out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from memcon.exchange.tables import TABLES, Kind, rows
from memcon.record import Record
from memcon.report.table import guarded


def write(records: Iterable[Record], folder: Path) -> int:
    """Write all tables into the folder, which is made if it is not there; returns how many Records."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as stack:
        writers = {}
        for name, table in TABLES.items():
            # A byte order mark, since Excel takes a CSV file without one for the local 8-bit code.
            file = (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            writers[name] = csv.writer(stack.enter_context(file))
            writers[name].writerow(("record", *table.columns))
        for record in records:
            for name, table in TABLES.items():
                for row in rows(table, record, count):
                    cells = (cell(row[column], kind) for column, kind in table.columns.items())
                    writers[name].writerow((count, *cells))
            count += 1
    return count


def cell(value: Any, kind: Kind) -> str | int | float:
    """A value as it stands in a cell; nothing is written for None and for empty lists."""
    if value is None or (kind in ("spans", "strings", "map") and not value):
        return ""
    if kind == "span":
        return f"{value[0]} {value[1]}"
    if kind == "spans":
        return ";".join(f"{start} {end}" for start, end in value)
    if kind in ("strings", "map"):
        return json.dumps(value, ensure_ascii=False)
    if kind == "boolean":
        return "true" if value else "false"
    return guarded(value) if kind == "string" else value
