"""What `memcon compare` and `memcon diff` share: reading the documents, and writing the outcome."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.cli.messages import give_up, tell
from memcon.errors import MemconError, OutputError

if TYPE_CHECKING:
    from rich.console import Console

    from memcon.record import Record

FINE, FAILED, REFUSED = 0, 1, 2
#: Columns of what is written to a file.
_WIDTH = 120


def run(paths: Sequence[str], format: str, output: Path | None, force: bool) -> int:
    """Read the accounts, compare them, and write the comparison.

    :returns: the exit code.
    """
    records = read_all(paths)
    if records is None:
        return FAILED
    if len(records) < 2:
        tell(
            "comparing takes two accounts or more; name another file, or a folder that holds several"
        )
        return REFUSED
    from memcon.comparison import compare

    try:
        comparison = compare(*records)
        for doubt in comparison.doubts:
            tell(f"these may not be accounts of one meeting: {doubt.words}")
        if comparison.apart and not force:
            tell("not compared; give --force if they are to be compared all the same")
            return REFUSED

        def drawn(console: Console) -> None:
            from memcon.comparison.terminal import print_comparison

            print_comparison(comparison, console)

        def rendered() -> str:
            from memcon.comparison.views import render

            return render(comparison, records, format)

        return put(None if format == "text" else rendered, drawn, output)
    except MemconError as error:
        tell(str(error))
        return FAILED


def read_all(paths: Sequence[str]) -> list[Record] | None:
    """The Records of all documents in the places; None if any could not be read, which is told."""
    from memcon.cli.attempts import attempt
    from memcon.cli.web_options import collector
    from memcon.collecting import Failure

    failed = []

    def report(failure: Failure) -> None:
        failed.append(failure)
        tell(f"{failure.label}: {failure.reason}")

    try:
        with collector() as collecting:
            items = collecting.documents(collecting.find(paths))
            records = [record for _, record in attempt(items, None, report)]
    except MemconError as error:
        tell(str(error))
        return None
    except KeyboardInterrupt:
        tell("interrupted; nothing was compared")
        sys.exit(130)
    return None if failed else records


def put(
    rendered: Callable[[], str] | None, drawn: Callable[[Console], None], output: Path | None
) -> int:
    """Write text, or draw on the terminal where there is none to write.

    :returns: the exit code.
    :raises OutputError: if it cannot be written.
    """
    from rich.console import Console

    if output is None and rendered is None:
        try:
            drawn(Console(file=sys.stdout, highlight=False))
            sys.stdout.flush()
        except BrokenPipeError:
            give_up(sys.stdout)
        return FINE
    if rendered is None:
        console = Console(file=io.StringIO(), width=_WIDTH, color_system=None, force_terminal=False)
        drawn(console)
        text = console.file.getvalue()  # type: ignore[attr-defined]
    else:
        text = rendered()
    data = text.encode("utf-8", "backslashreplace")
    try:
        if output is None:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        else:
            output.write_bytes(data)
    except BrokenPipeError:
        give_up(sys.stdout)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise OutputError(f"{output or 'standard output'} cannot be written: {why}") from error
    return FINE
