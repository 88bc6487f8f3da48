"""CSV, Parquet and data frames: the same tables three times."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from generated_records import records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.exchange import csv_tables, parquet
from memcon.exchange.errors import ExchangeError, MissingExtraError
from memcon.exchange.frame import frame
from memcon.exchange.tables import TABLES
from memcon.record import Record


def cells(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def test_a_folder_has_a_csv_file_for_each_table(tmp_path: Path, talks: Record, empty: Record):
    assert csv_tables.write([talks, empty], tmp_path / "out") == 2
    assert {p.stem for p in (tmp_path / "out").iterdir()} == set(TABLES)
    first, second = cells(tmp_path / "out" / "documents.csv")
    assert (first["record"], first["text"], json.loads(first["gifts"])) == (
        "0", talks.text, ["a wick", "a map"],
    )  # fmt: skip
    assert (second["record"], second["name"], second["gifts"]) == ("1", "empty.txt", "")
    said = list(cells(tmp_path / "out" / "attributions.csv"))
    assert said[0]["speaker_name"] == "Dara Quill"
    assert said[0]["content"] == "0 23;70 84"
    assert said[2]["content_words"] == "that\nfog was near"
    (stance,) = cells(tmp_path / "out" / "stances.csv")
    assert (stance["holder_name"], stance["polarity"], stance["target_name"]) == (
        "Dara Quill", "-1", "Kestria",
    )  # fmt: skip


@pytest.mark.parametrize("words", ["=cmd()", "+1", "-2", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(tmp_path: Path, talks: Record, words: str):
    actor = talks.actors[0].model_copy(update={"name": words, "titles": (words,)})
    document = talks.document.model_copy(update={"name": words, "title": words})
    changes = {"actors": (actor, *talks.actors[1:]), "document": document}
    csv_tables.write([talks.model_copy(update=changes)], tmp_path)
    (row,) = cells(tmp_path / "documents.csv")
    assert row["name"] == row["title"] == "'" + words
    for path in tmp_path.iterdir():
        for line in cells(path):
            for column, value in line.items():
                if column not in ("polarity", "score"):
                    assert not value.startswith(("=", "+", "-", "@", "\t", "＝")), (path, column)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(records(), min_size=1, max_size=2))
def test_parquet_comes_back_equal(given: list[Record]):
    with TemporaryDirectory() as folder:
        assert parquet.write(given, Path(folder)) == len(given)
        assert list(parquet.read(Path(folder))) == given


def test_parquet_is_written_in_batches(
    tmp_path: Path, talks: Record, empty: Record, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(parquet, "BATCH", 2)
    given = [empty, talks, talks, empty, talks]
    parquet.write(given, tmp_path)
    assert pq.ParquetFile(tmp_path / "documents.parquet").num_row_groups == 3
    assert list(parquet.read(tmp_path)) == given


def test_parquet_columns_are_what_analysts_expect(tmp_path: Path, talks: Record):
    parquet.write([talks], tmp_path)
    said = pl.read_parquet(tmp_path / "attributions.parquet")
    assert said["speaker_name"].to_list() == ["Dara Quill", "Dara Quill", "Kestria"]
    assert said["content"].to_list()[0] == [{"start": 0, "end": 23}, {"start": 70, "end": 84}]


def test_a_folder_that_is_not_whole_is_refused(tmp_path: Path, talks: Record):
    parquet.write([talks], tmp_path)
    (tmp_path / "roles.parquet").write_bytes(b"PAR1")
    with pytest.raises(ExchangeError, match=r"roles\.parquet cannot be read"):
        list(parquet.read(tmp_path))
    (tmp_path / "roles.parquet").unlink()
    with pytest.raises(ExchangeError, match=r"no roles\.parquet"):
        list(parquet.read(tmp_path))


def test_a_frame_for_pandas(talks: Record):
    said = talks.to_frame(library="pandas")
    assert isinstance(said, pd.DataFrame)
    assert said.groupby("speaker_name").size().to_dict() == {"Dara Quill": 2, "Kestria": 1}
    assert said.loc[0, "topics"] == ["the lamps"]


def test_a_frame_for_polars(talks: Record, empty: Record):
    said = frame([empty, talks], library="polars")
    assert isinstance(said, pl.DataFrame)
    assert said.filter(pl.col("confidence") > 0.5)["id"].to_list() == ["a1", "a2"]
    assert said["record"].to_list() == [1, 1, 1]
    actors = talks.to_frame(table="actors", library="polars")
    assert actors["identifiers"].to_list()[0] == [{"key": "wikidata", "value": "Q0"}]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", TABLES)
def test_a_frame_without_rows_has_its_columns(empty: Record, library, table):
    made = frame([empty][:0], table, library)
    assert list(made.columns) == ["record", *TABLES[table].columns]
    assert len(frame(empty, table, library)) == (1 if table == "documents" else 0)


def test_what_a_frame_cannot_be(talks: Record, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ExchangeError, match="no table 'quotes'; use one of documents"):
        talks.to_frame(table="quotes")
    with pytest.raises(ExchangeError, match="no library 'excel'"):
        talks.to_frame(library="excel")
    monkeypatch.setattr("memcon.exchange.frame.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'memcon\[exchange\]'"):
        talks.to_frame()
