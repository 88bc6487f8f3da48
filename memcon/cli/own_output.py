"""Own output: a file that a run writes is not to be read by the same run."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from memcon.collecting import Failure, Given


def leave_out_own_output(
    places: Iterable[Given | Failure], given: Sequence[str], output: Path | None
) -> list[Given | Failure]:
    """The places but for the output, which may lie in a folder that is read.

    :param given: the paths as the user named them.
    :param output: None for standard output, which the shell may have led to a file.
    :raises typer.BadParameter: if the output was named itself, or there is nothing else to read.
    """
    written = _written_to(output)
    if written is None:
        return list(places)
    name = f"--output {output}" if output else "standard output"
    named = set(map(Path, given))
    rest = []
    for place in places:
        read = None if isinstance(place, Failure) else _read_from(place)
        if read is None or not os.path.samestat(read, written):
            rest.append(place)
        elif isinstance(place, Given) and (place.path is None or place.path in named):
            raise typer.BadParameter(f"{name} is one of the files to read; write to another")
    if not rest:
        raise typer.BadParameter(f"there is no file to read but {name} itself")
    return rest


def _written_to(output: Path | None) -> os.stat_result | None:
    """The file that is written to, if it is there and is one that could be read."""
    try:
        about = output.stat() if output else os.fstat(sys.stdout.fileno())
    except (OSError, AttributeError):  # Not there yet, or closed (None).
        return None
    return about if stat.S_ISREG(about.st_mode) else None


def _read_from(place: Given) -> os.stat_result | None:
    if place.address is not None:
        return None
    try:
        return place.path.stat() if place.path else os.fstat(sys.stdin.fileno())
    except (OSError, AttributeError):
        return None
