"""Output of `memcon sql`: rows for a terminal, for programs and for spreadsheets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from memcon.archive.views import Answer, View
from memcon.cli.actors_output import put_csv, put_json
from memcon.report.table import guarded
from memcon.report.visible import line, writable

#: Characters of a line where no terminal says how many there are.
_WIDTH = 160


def put_views(views: Sequence[View], format: str) -> None:
    """Print the views and their columns."""
    rows = [(view.name, name, type) for view in views for name, type in view.columns]
    if format == "text":
        for view in views:
            print(view.name)
            for name, type in view.columns:
                print(f"  {name:<20} {type}")
        return
    put_answer(Answer(("view", "column", "type"), rows), format)


def put_answer(answer: Answer, format: str) -> None:
    """Print the rows of an answer."""
    if format == "json":
        names = _unique(answer.columns)
        put_json([dict(zip(names, map(_plain, row), strict=True)) for row in answer.rows])
    elif format == "csv":
        put_csv(
            [guarded(name) for name in answer.columns],
            ([_cell(value) for value in row] for row in answer.rows),
        )
    else:
        _print(answer)


def _print(answer: Answer) -> None:
    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(answer.columns):
        numbers = all(isinstance(row[number], int | float | None) for row in answer.rows)
        table.add_column(Text(line(name)), justify="right" if numbers else "left")
    for row in answer.rows:
        table.add_row(*(Text("" if value is None else line(str(value))) for value in row))
    width = None if sys.stdout.isatty() else _WIDTH
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(table)
    count = len(answer.rows)
    print(f"\n{count:,} {'row' if count == 1 else 'rows'}")


def _plain(value: Any) -> Any:
    """A value as JSON can hold it; days and other things as their words."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return writable(str(value))


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, int | float) else guarded(str(value))


def _unique(names: Sequence[str]) -> list[str]:
    """The names, those that stand twice with a number behind."""
    made: list[str] = []
    for name in names:
        number, unique = 1, name
        while unique in made:
            number += 1
            unique = f"{name}_{number}"
        made.append(unique)
    return made
