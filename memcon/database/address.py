"""The address of a database: what the user named, or a file of the user's own."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from memcon.database.files import make_file, make_folder

#: The environment variable that names the database; archive and registry may be in the same.
VARIABLE = "MEMCON_DB"


def address(given: str | Path | None, own: str) -> URL:
    """The address of the database.

    :param given: a path, or an address such as `postgresql://user@server/archive`; None for
        `MEMCON_DB`, and without that for a file of the user's own.
    :param own: name of that file.
    :raises ValueError: if it looks like an address and is none; the message is what was given.
    """
    place = str(given or os.environ.get(VARIABLE) or "")
    if not place:
        from platformdirs import user_data_path

        return URL.create("sqlite", database=str(user_data_path("memcon") / own))
    if "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        return make_url(place)
    except (ArgumentError, ValueError) as error:
        raise ValueError(place) from error


def file_of(url: URL) -> Path | None:
    """The file of a SQLite database, unless it is kept in memory or has an address of its own."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name:
        return None
    return None if name == ":memory:" or name.startswith("file:") else Path(name)


def label_of(url: URL) -> str:
    """What messages call the database: its file, or its address without the password."""
    path = file_of(url)
    return str(path) if path is not None else url.render_as_string(hide_password=True)


def make_own(given: str | Path | None, path: Path) -> None:
    """Make the file for its owner alone; its folder too if it is the user's own, not one that was named.

    :param given: as for `address`.
    :raises OSError: if the folder cannot be made.
    """
    if given is None and VARIABLE not in os.environ:
        make_folder(path.parent)
    make_file(path)
