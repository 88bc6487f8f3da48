"""Views: a comparison in the formats in which it can be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.comparison.markdown import markdown
from memcon.comparison.model import Comparison
from memcon.comparison.page import page
from memcon.comparison.table import csv_table
from memcon.record import Record

#: Formats that `render` writes, by name.
FORMATS: dict[str, Callable[[Comparison, Sequence[Record]], str]] = {
    "csv": lambda comparison, records: csv_table(comparison),
    "html": page,
    "json": lambda comparison, records: comparison.to_json(indent=2) + "\n",
    "md": lambda comparison, records: markdown(comparison),
}


def render(comparison: Comparison, records: Sequence[Record], format: str) -> str:
    """The comparison in a format of `FORMATS`, ended by a line break.

    :param records: those that were compared, in their order.
    :raises ValueError: if there is no such format; the message lists those there are.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}; use one of {', '.join(FORMATS)}")
    return FORMATS[format](comparison, records)
