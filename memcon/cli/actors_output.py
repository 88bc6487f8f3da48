"""Output of `memcon actors` for programs: UTF-8 whatever the terminal's encoding."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any


def put_json(value: Any) -> None:
    """Print a value as JSON of many lines."""
    _put(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def put_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
    """Print a table with its header as CSV (RFC 4180: lines end in CRLF)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    _put(out.getvalue())


def _put(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
