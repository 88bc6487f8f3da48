"""Data frames: a table of `memcon.exchange.tables` for pandas or Polars, whichever is there."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Literal

from memcon.exchange.errors import ExchangeError, MissingExtraError
from memcon.exchange.tables import TABLES, Kind, Table, rows
from memcon.record import Record

Library = Literal["pandas", "polars"]
LIBRARIES: tuple[Library, ...] = ("pandas", "polars")


def frame(
    records: Record | Iterable[Record],
    table: str = "attributions",
    library: Library | None = None,
) -> Any:
    """A table of one Record or of several as a data frame.

    Spans are lists of `[start, end]` in code points.

    :param table: a key of `memcon.exchange.tables.TABLES`.
    :param library: pandas if it is installed, else Polars, if left out.
    :returns: a `pandas.DataFrame` or a `polars.DataFrame`.
    :raises ExchangeError: if there is no such table, or no such library.
    """
    if table not in TABLES:
        raise ExchangeError(f"there is no table {table!r}; use one of {', '.join(TABLES)}")
    if library not in (None, *LIBRARIES):
        raise ExchangeError(f"there is no library {library!r}; use pandas or polars")
    chosen = library or next((name for name in LIBRARIES if find_spec(name)), None)
    if chosen is None or not find_spec(chosen):
        raise MissingExtraError(library or "pandas or polars", "a data frame", "exchange")
    given = (records,) if isinstance(records, Record) else records
    spec = TABLES[table]
    lines = [
        {column: _plain(row[column], kind) for column, kind in _columns(spec).items()}
        for number, record in enumerate(given)
        for row in rows(spec, record, number)
    ]
    return _polars(lines, spec) if chosen == "polars" else _pandas(lines, spec)


def _columns(table: Table) -> dict[str, Kind]:
    return {"record": "integer", **table.columns}


def _plain(value: Any, kind: Kind) -> Any:
    if value is None:
        return None
    if kind == "spans":
        return [list(span) for span in value]
    return list(value) if kind in ("span", "strings") else value


def _pandas(lines: list[dict[str, Any]], table: Table) -> Any:
    import pandas as pd

    columns = _columns(table)
    types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    frame = pd.DataFrame.from_records(lines, columns=list(columns))
    return frame.astype({name: types.get(kind, "object") for name, kind in columns.items()})


def _polars(lines: list[dict[str, Any]], table: Table) -> Any:
    import polars as pl

    pair = pl.List(pl.Int64)
    types: dict[Kind, Any] = {
        "string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean,
        "span": pair, "spans": pl.List(pair), "strings": pl.List(pl.String),
        "map": pl.List(pl.Struct({"key": pl.String, "value": pl.String})),
    }  # fmt: skip
    for line in lines:
        for name, kind in table.columns.items():
            if kind == "map":
                line[name] = [{"key": k, "value": v} for k, v in line[name].items()]
    schema = {name: types[kind] for name, kind in _columns(table).items()}
    return pl.DataFrame(lines, schema=schema)
