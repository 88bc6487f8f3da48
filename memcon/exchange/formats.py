"""The formats, by name; the code of each is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from memcon.record import Record

Shape = Literal["file", "folder"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    :param title: what it is, in a few words.
    :param shape: whether it is written as one file or as a folder of files.
    :param writer: `module:function` below `memcon.exchange`, which takes Records and a path and
        returns how many it wrote.
    :param reader: the same, which takes a path and gives Records; "" if it cannot be read back.
    """

    name: str
    title: str
    shape: Shape
    writer: str
    reader: str = ""

    @property
    def write(self) -> Callable[[Iterable[Record], Path], int]:
        """The writer."""
        return _named(self.writer)

    @property
    def read(self) -> Callable[[Path], Iterator[Record]]:
        """The reader; to be asked for only where there is one."""
        return _named(self.reader)


def _named(place: str) -> Callable:  # type: ignore[type-arg]
    module, _, name = place.partition(":")
    return getattr(import_module(f"memcon.exchange.{module}"), name)  # type: ignore[no-any-return]


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("jsonl", "JSON Lines with the texts", "file", "jsonl:write", "jsonl:read"),
        Format("csv", "CSV tables", "folder", "csv_tables:write"),
        Format("parquet", "Parquet tables", "folder", "parquet:write", "parquet:read"),
        Format("brat", "brat standoff", "folder", "brat:write", "brat_reading:read"),
        Format("cas", "UIMA CAS XMI", "folder", "cas:write", "cas_reading:read"),
        Format("dna", "Discourse Network Analyzer", "file", "dna:write", "dna_reading:read"),
        Format("jsonld", "JSON-LD, W3C Web Annotation", "file", "jsonld:write",
               "jsonld_reading:read"),
        Format("tei", "TEI P5", "folder", "tei:write"),
        Format("conll", "CoNLL-like table", "file", "conll:write"),
        Format("ftm", "FollowTheMoney entities", "file", "ftm:write"),
        Format("gexf", "GEXF network", "file", "graphs:write_gexf"),
        Format("graphml", "GraphML network", "file", "graphs:write_graphml"),
    )
}  # fmt: skip
