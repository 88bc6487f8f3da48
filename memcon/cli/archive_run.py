"""A command on the archive: opened and closed, its errors told, and how it ends."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from memcon.cli.messages import give_up, tell
from memcon.cli.openness import warn_if_open_to_all

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The archive: a file, or an address such as postgresql://USER@SERVER/NAME. Without it "
        "that of MEMCON_DB, else a file of your own.",
        show_default=False,
    ),
]


def run(
    where: str | None, command: Callable, *, create: bool = False, writes: bool = False
) -> None:
    """Run a command with the archive and end the program with its exit code.

    :param where: the database as the user named it; None for MEMCON_DB or the user's own file.
    :param create: whether to make it if it is not there; `writes` whether the command changes it: if
        it can only be read, that is told at once, not after each document.
    """
    from memcon.archive import Archive, ArchiveError
    from memcon.archive.database import where as address
    from memcon.database.address import file_of
    from memcon.database.meanings import READ_ONLY
    from memcon.errors import MemconError

    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal cannot show must not end the list.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        warn_if_open_to_all(file_of(address(where)))
        with Archive(where, create=create) as archive:
            if (create or writes) and archive.database.is_read_only:
                raise ArchiveError(f"{archive.label}: {READ_ONLY}")
            code = command(archive) or 0
        # What cannot be written is told here, not by Python at its exit.
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough.
        give_up(sys.stdout)
        code = 0
    except MemconError as error:
        tell(str(error))
        code = 1
    except OSError as error:
        tell(f"standard output cannot be written: {(error.strerror or str(error)).lower()}")
        give_up(sys.stdout)
        code = 1
    sys.exit(code)
