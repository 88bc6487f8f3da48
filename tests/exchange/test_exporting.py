"""Writing whole or not at all; and what is missing is named."""

import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.document import Document
from memcon.exchange import (
    FORMATS,
    ExchangeError,
    MissingExtraError,
    cas_types,
    export,
    import_records,
)
from memcon.record import Engine, Record

NEEDED = {"parquet": "pyarrow", "cas": "dkpro-cassis", "ftm": "followthemoney", "gexf": "networkx"}


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_that_fails_leaves_what_was_there(tmp_path: Path, talks: Record, format: str):
    def failing() -> Iterator[Record]:
        yield talks
        raise ExchangeError("the second one failed")

    path = tmp_path / "out"
    if FORMATS[format].shape == "file":
        path.write_text("before")
    with pytest.raises(ExchangeError, match="the second one failed"):
        export(failing(), format, path)
    assert [p.name for p in tmp_path.iterdir()] == (["out"] if path.exists() else [])
    assert not path.exists() or path.read_text() == "before"


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "jsonl"])
def test_half_of_a_surrogate_pair_is_refused(tmp_path: Path, format: str):
    document = Document(name="a.txt", text="a\ud800b")
    record = Record(document=document, engine=Engine(version="0", model="sha256:0"))
    with pytest.raises(ExchangeError, match=r"a.txt: half of a surrogate pair, U\+D800"):
        export([record], format, tmp_path / "out")
    assert export([record], "jsonl", tmp_path / "out") == 1
    assert list(import_records(tmp_path / "out", "jsonl")) == [record]


@pytest.mark.parametrize(("format", "package"), NEEDED.items())
def test_a_missing_package_is_named_with_its_extra(
    tmp_path: Path, talks: Record, format: str, package: str, monkeypatch: pytest.MonkeyPatch
):
    missing = {"dkpro-cassis": "cassis"}.get(package, package)

    def without(name: str, *_: object) -> object:
        if name.split(".")[0] == missing:
            raise ModuleNotFoundError(f"No module named {missing!r}", name=missing)
        return builtins.__import__(name)

    monkeypatch.setattr("memcon.exchange.extra.import_module", without)
    cas_types.type_system.cache_clear()
    message = rf"needs {package}, which is not installed: pip install 'memcon\[exchange\]'"
    with pytest.raises(MissingExtraError, match=message):
        export([talks], format, tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_unknown_formats_are_refused(tmp_path: Path, talks: Record):
    with pytest.raises(ExchangeError, match="no format 'docx'; use one of jsonl, csv"):
        export([talks], "docx", tmp_path / "out")
    with pytest.raises(ExchangeError, match="tei does not carry enough to be read back; jsonl"):
        list(import_records(tmp_path, "tei"))
    with pytest.raises(ExchangeError, match="cannot be read: no such file"):
        list(import_records(tmp_path / "none", "jsonl"))


def test_every_module_says_what_it_cannot_carry():
    from importlib import import_module

    for name, format in FORMATS.items():
        module = import_module(f"memcon.exchange.{format.writer.partition(':')[0]}")
        told = " ".join((module.__doc__ or "").split())
        assert any(words in told for words in ("Not carried", "cannot hold", "carries all",
                                               "carried whole", "Nothing of a Record")), name  # fmt: skip
