"""Output: Records written in a format, to standard output or to a file.

JSON Lines and CSV go line by line to where they belong, so that a run that ends early leaves what
it did. Everything else is written beside its file first and put in its place when it is whole.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from memcon.cli.interruption import interruption_held
from memcon.cli.whole import write_whole
from memcon.errors import OutputError
from memcon.leftovers import part_of
from memcon.record import Record

STANDARD_OUTPUT = "standard output"
_LINE_BY_LINE = ("jsonl", "csv")
#: Columns of a report that is written to a file.
_WIDTH = 100


class Output(Protocol):
    """Where Records go.

    :param count: of those that were written.
    """

    count: int

    def write(self, record: Record) -> None:
        """Write a Record whole, or not at all."""


class Pages:
    """Records as bytes in UTF-8, each written and flushed at once.

    :param name: of the stream, for messages.
    :param form: what to write for a Record, given its number from 0.
    """

    def __init__(self, name: str, stream: BinaryIO, form: Callable[[Record, int], str]) -> None:
        self.name = name
        self.stream = stream
        self.form = form
        self.count = 0

    def write(self, record: Record) -> None:
        data = self.form(record, self.count).encode("utf-8")
        with told_of(self.name), interruption_held():
            write_whole(self.stream, data)
            self.count += 1


class Report:
    """Records as reports on standard output, coloured and as wide as the terminal if it is one."""

    def __init__(self) -> None:
        from rich.console import Console

        class Page(Console):
            def on_broken_pipe(self) -> None:
                raise BrokenPipeError  # Rich would end the program with exit code 1.

        self.console = Page(file=sys.stdout, highlight=False)
        self.count = 0

    def write(self, record: Record) -> None:
        from memcon.report.terminal import print_report

        with told_of(STANDARD_OUTPUT):
            if self.count:
                self.console.print()
            print_report(record, self.console)
            sys.stdout.flush()
        self.count += 1


@contextmanager
def open_output(format: str, path: Path | None) -> Iterator[Output]:
    """An output of that format, complete when the context ends without an error.

    :param path: None for standard output.
    :raises OutputError: if it cannot be written.
    :raises BrokenPipeError: if nobody reads standard output any more.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputError(f"{STANDARD_OUTPUT} is closed; give an --output")
        stream = sys.stdout.buffer
        yield Report() if format == "text" else Pages(STANDARD_OUTPUT, stream, _form(format))
        return
    with _opened(path, line_by_line=format in _LINE_BY_LINE) as file:
        yield Pages(str(path), file, _form(format))


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Say in words which output could not be written, and why."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"{name} cannot be written: {why}; give another --output") from error


@contextmanager
def _opened(path: Path, *, line_by_line: bool) -> Iterator[BinaryIO]:
    # What a link points at is replaced, not the link; a device or a pipe never is, and goes by its
    # own name: behind /dev/stdout or >(command) there is no path that could be opened.
    with told_of(str(path)):
        through = line_by_line or (path.exists() and not path.is_file())
        target = path if through else path.resolve()
        # Of a buffer, a rest would be written when the file is closed, behind what was cut off.
        beside = target if through else part_of(target)
        stream = target.open("wb", buffering=0) if through else beside.open("xb")
    try:
        try:
            yield stream
        finally:
            # This writes what is left, and so fails once more where writing failed.
            with told_of(str(path)):
                stream.close()
        # Nothing written: every document failed, and what was there before is worth more.
        if not through and beside.stat().st_size:
            with told_of(str(path)):
                if target.exists():
                    shutil.copymode(target, beside)
                beside.replace(target)
    finally:
        if not through:
            beside.unlink(missing_ok=True)


def _form(format: str) -> Callable[[Record, int], str]:
    return {"jsonl": _line, "csv": _table, "text": _plain_report}.get(format) or _rendered(format)


def _rendered(format: str) -> Callable[[Record, int], str]:
    from memcon.report import render

    separator = "\n---\n\n" if format == "md" else ""
    return lambda record, number: (separator if number else "") + render(record, format)


def _line(record: Record, number: int) -> str:
    return record.to_json() + "\n"


def _table(record: Record, number: int) -> str:
    from memcon.report.table import csv_table

    header, end, rows = csv_table(record).partition("\n")
    return rows if number else header + end + rows


def _plain_report(record: Record, number: int) -> str:
    from rich.console import Console

    from memcon.report.terminal import print_report

    console = Console(file=io.StringIO(), width=_WIDTH, color_system=None, force_terminal=False)
    if number:
        console.print()
    print_report(record, console)
    return console.file.getvalue()  # type: ignore[attr-defined]
