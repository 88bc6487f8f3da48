"""Reports: a Record as people read it, on a terminal, as a page, as a table."""

from __future__ import annotations

from collections.abc import Callable

from memcon.record import Record
from memcon.report.markdown import markdown
from memcon.report.page import page
from memcon.report.table import csv_table
from memcon.report.terminal import print_report

__all__ = ["FORMATS", "print_report", "render"]


def _json(record: Record) -> str:
    return record.to_json(indent=2) + "\n"


#: Formats that `render` writes, by name.
FORMATS: dict[str, Callable[[Record], str]] = {
    "csv": csv_table,
    "html": page,
    "json": _json,
    "md": markdown,
}


def render(record: Record, format: str) -> str:
    """The Record in a format of `FORMATS`, ended by a line break; the same Record, the same text.

    :raises ValueError: if there is no such format; the message lists those there are.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; use one of {', '.join(FORMATS)}")
    return FORMATS[format](record)
