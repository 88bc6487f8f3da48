"""Writing Records in a format, whole or not at all, and reading them back."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from memcon.errors import OutputError
from memcon.exchange.errors import ExchangeError
from memcon.exchange.formats import FORMATS, Format
from memcon.exchange.guarding import told_of_reading
from memcon.leftovers import part_of, remove
from memcon.record import Record

_SURROGATE = re.compile("[\ud800-\udfff]")


def export(records: Iterable[Record], format: str, path: Path) -> int:
    """Write the Records; what was at the path before is replaced only when all is written.

    :param path: a file, or a folder that is empty or not there yet: see `Format.shape`.
    :returns: how many Records there were; with none, nothing is written.
    :raises ExchangeError: if there is no such format, or the format cannot hold a Record.
    :raises OutputError: if it cannot be written.
    """
    chosen = found(format)
    with _beside(path, chosen) as part:
        count = chosen.write(_writable(records, format), part)
        if count:
            _put(part, path, chosen)
        return count


def import_records(path: Path, format: str) -> Iterator[Record]:
    """The Records of a file, or of a folder, in a format.

    :raises ExchangeError: if there is no such format, it cannot be read back, or the file is not in
        it; the message says what is wrong.
    """
    chosen = found(format)
    if not chosen.reader:
        back = ", ".join(name for name, f in FORMATS.items() if f.reader)
        raise ExchangeError(f"{format} does not carry enough to be read back; {back} do")
    yield from told_of_reading(chosen.read(path), path, format)


def found(format: str) -> Format:
    """The format of that name.

    :raises ExchangeError: if there is none; the message lists those there are.
    """
    if format not in FORMATS:
        raise ExchangeError(f"there is no format {format!r}; use one of {', '.join(FORMATS)}")
    return FORMATS[format]


def _writable(records: Iterable[Record], format: str) -> Iterator[Record]:
    for record in records:
        lone = _SURROGATE.search(record.text)
        if lone and format != "jsonl":
            raise ExchangeError(
                f"{record.document.name}: half of a surrogate pair, U+{ord(lone[0]):04X}, stands at "
                f"character {lone.start()}, which {format} cannot hold; write the text again from "
                "its source, or use jsonl"
            )
        yield record


@contextmanager
def _beside(path: Path, format: Format) -> Iterator[Path]:
    """A place beside the path to write to, gone when the context ends."""
    with _told(path):
        if format.shape == "folder":
            if path.exists() and not path.is_dir():
                raise ExchangeError(f"{path} is a file, and {format.name} writes a folder of files")
            if path.is_dir() and any(path.iterdir()):
                raise ExchangeError(f"{path} is not empty; name a folder that is, or a new one")
        elif path.is_dir():
            raise ExchangeError(f"{path} is a folder, and {format.name} writes one file")
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(target)
    try:
        with _told(path):
            yield part
    finally:
        # Where nothing could be written, nothing can be removed: the first error is the one to tell.
        remove(part)


def _put(part: Path, path: Path, format: Format) -> None:
    target = path.resolve()
    if format.shape == "folder" and target.is_dir():
        target.rmdir()
    elif target.exists():
        shutil.copymode(target, part)
    part.replace(target)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise OutputError(f"{path} cannot be written: {why}; give another --output") from error
