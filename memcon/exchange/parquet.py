"""Parquet: a folder of tables, one file a table, for DuckDB, Polars, pandas, Spark and R.

Spans are lists of structs `{start, end}` in code points. The tables hold all of a Record, its text
too, and so can be read back. They cannot hold lone surrogates, which UTF-8 has no form for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from memcon.exchange.errors import ExchangeError
from memcon.exchange.extra import needed
from memcon.exchange.tables import TABLES, Kind, Table, rows
from memcon.record import Record

#: Records in a row group: so many are held in memory at a time.
BATCH = 500


def write(records: Iterable[Record], folder: Path) -> int:
    """Write all tables into the folder, which is made if it is not there; returns how many Records.

    :raises MissingExtraError: if pyarrow is not installed.
    """
    pa, pq = _arrow()
    folder.mkdir(parents=True, exist_ok=True)
    schemas = {name: schema(table, pa) for name, table in TABLES.items()}
    waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    count = 0
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(pq.ParquetWriter(folder / f"{name}.parquet", schemas[name]))
            for name in TABLES
        }

        def flush() -> None:
            for name, lines in waiting.items():
                if lines:
                    writers[name].write_table(pa.Table.from_pylist(lines, schema=schemas[name]))
                    lines.clear()

        for record in records:
            for name, table in TABLES.items():
                for row in rows(table, record, count):
                    waiting[name].append(_packed(row, table))
            count += 1
            if count % BATCH == 0:
                flush()
        flush()
    return count


def read(folder: Path) -> Iterator[Record]:
    """The Records that `write` wrote there, in their order.

    :raises ExchangeError: if a table is missing, or the tables are not those of sound Records.
    """
    _, pq = _arrow()
    missing = [name for name in TABLES if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise ExchangeError(f"{folder}: there is no {missing[0]}.parquet; give the whole folder")
    groups = {
        name: _Groups(pq, folder / f"{name}.parquet", table) for name, table in TABLES.items()
    }
    for number, (document,) in groups.pop("documents"):
        parts = {name: lines.of(number) for name, lines in groups.items()}
        try:
            yield _record(document, parts)
        except (ValidationError, KeyError) as error:
            raise ExchangeError(f"{folder}: record {number} is not sound: {error}") from error


class _Groups:
    """Rows of a file by the Record they are of, read as they are asked for."""

    def __init__(self, pq: Any, path: Path, table: Table) -> None:
        self._columns = ["record", *(c for c in table.columns if c not in table.readable)]
        self._groups = groupby(self._rows(pq, path, table), key=itemgetter("record"))
        self._next: tuple[int, list[dict[str, Any]]] | None = None

    def _rows(self, pq: Any, path: Path, table: Table) -> Iterator[dict[str, Any]]:
        try:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(columns=self._columns):
                    yield from (_unpacked(row, table) for row in batch.to_pylist())
        except (OSError, ValueError) as error:  # pyarrow's own errors are of these two kinds.
            raise ExchangeError(f"{path} cannot be read: {error}; export it again") from error

    def __iter__(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        return ((number, list(lines)) for number, lines in self._groups)

    def of(self, number: int) -> list[dict[str, Any]]:
        """The rows of that Record; to be asked for in rising order."""
        if self._next is None:
            self._next = next(iter(self), None)
        if self._next is None or self._next[0] != number:
            return []
        found, self._next = self._next[1], None
        return [{k: v for k, v in row.items() if k != "record"} for row in found]


def _record(document: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> Record:
    actors = {
        a["id"]: a | {"mentions": [], "forms": [], "title_spans": []} for a in parts["actors"]
    }
    for row in parts["mentions"]:
        actor = actors[row["actor"]]
        actor["mentions"].append(row["span"])
        if row["form"]:
            actor["forms"].append(row["form"])
    for row in parts["titles"]:
        actors[row.pop("actor")]["title_spans"].append(row)
    statements = {s["id"]: s | {"stances": []} for s in parts["statements"]}
    for row in parts["stances"]:
        statements[row.pop("statement")]["stances"].append(row)
    meeting = {
        "date": document["meeting_date"], "roles": parts["roles"], "facts": parts["facts"],
        **{name: document[name] for name in ("participants", "place", "duration", "format", "gifts")},
    }  # fmt: skip
    about = ("name", "text", "sha256", "title", "publisher", "url", "date", "genre", "language",
             "encoding")  # fmt: skip
    return Record.model_validate({
        "schema": 1, "document": {name: document[name] for name in about}, "meeting": meeting,
        "attributions": parts["attributions"], "actors": list(actors.values()),
        "statements": list(statements.values()), "events": parts["events"],
        "engine": {"version": document["engine"], "model": document["model"]},
    })  # fmt: skip


def schema(table: Table, pa: Any) -> Any:
    """The Arrow schema of a table."""
    span = pa.struct([("start", pa.int32()), ("end", pa.int32())])
    types: dict[Kind, Any] = {
        "string": pa.string(), "integer": pa.int32(), "number": pa.float64(),
        "boolean": pa.bool_(), "span": span, "spans": pa.list_(span),
        "strings": pa.list_(pa.string()), "map": pa.map_(pa.string(), pa.string()),
    }  # fmt: skip
    columns = [(column, types[kind]) for column, kind in table.columns.items()]
    return pa.schema([("record", pa.int64()), *columns])


def _packed(row: dict[str, Any], table: Table) -> dict[str, Any]:
    return row | {
        column: _pack(row[column], kind)
        for column, kind in table.columns.items()
        if row[column] is not None and kind in ("span", "spans", "map")
    }


def _pack(value: Any, kind: Kind) -> Any:
    if kind == "map":
        return list(value.items())
    if kind == "span":
        return {"start": value[0], "end": value[1]}
    return [{"start": start, "end": end} for start, end in value]


def _unpacked(row: dict[str, Any], table: Table) -> dict[str, Any]:
    return row | {
        column: _unpack(row[column], kind)
        for column, kind in table.columns.items()
        if row.get(column) is not None and kind in ("span", "spans", "map")
    }


def _unpack(value: Any, kind: Kind) -> Any:
    if kind == "map":
        return dict(value)
    if kind == "span":
        return (value["start"], value["end"])
    return tuple((span["start"], span["end"]) for span in value)


def _arrow() -> tuple[Any, Any]:
    pq = needed("pyarrow.parquet", "pyarrow", "Parquet")
    return needed("pyarrow", "pyarrow", "Parquet"), pq
