"""A warning where everybody on the machine may read a database."""

from __future__ import annotations

import shlex
from pathlib import Path

from memcon.cli.messages import tell


def warn_if_open_to_all(path: Path | None) -> None:
    """Say so, and what to do, if the file of a database or one beside it may be read by everybody.

    :param path: None for a database that is no file: it is the server's to guard.
    """
    if path is None:
        return
    from memcon.database.files import open_to_all

    found = open_to_all(path)
    if found:
        names = shlex.join(str(one) for one in found)
        tell(f"{path}: every user of this machine may read it; chmod 600 {names} ends that")
