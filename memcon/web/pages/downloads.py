"""Downloads: rows of a view as CSV or JSON, under a name that says what they are."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi.responses import Response

from memcon.report.table import guarded

MEDIA = {
    "csv": "text/csv; charset=utf-8", "json": "application/json", "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
}  # fmt: skip


def download(text: str, name: str, format: str) -> Response:
    """A file to be saved; it is never shown in our pages' place."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "memcon"
    return Response(
        text.encode("utf-8", "backslashreplace"),
        media_type=MEDIA[format],
        headers={"Content-Disposition": f'attachment; filename="{safe[:80]}.{format}"'},
    )


def table(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], name: str, format: str
) -> Response:
    """Rows as CSV (safe for spreadsheets) or JSON."""
    if format == "json":
        return download(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n", name, "json")
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return download(out.getvalue(), name, "csv")


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return guarded(value) if isinstance(value, str) else value
