"""A command on the registry: opened and closed, its errors told, and how it ends."""

from __future__ import annotations

import getpass
import io
import sys
from collections.abc import Callable

from memcon.cli.messages import give_up, tell
from memcon.cli.openness import warn_if_open_to_all
from memcon.database.address import file_of
from memcon.errors import MemconError
from memcon.registry import Registry
from memcon.registry.database import where as address


def run(
    where: str | None, command: Callable[[Registry], int | None], *, create: bool = False
) -> None:
    """Run a command and end the program with its exit code.

    :param where: the database as the user named it; None for MEMCON_DB or the user's own file.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal cannot show must not end the list.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        warn_if_open_to_all(file_of(address(where)))
        with Registry(where, create=create) as registry:
            code = command(registry) or 0
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


def login() -> str:
    """The user's name, for the log.

    :raises MemconError: if the system knows none.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise MemconError("the system has no login name for you; give one with --by") from error
