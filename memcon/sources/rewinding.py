"""Streams that can go back, as archives are read; what comes by a pipe is kept on the disk meanwhile."""

from __future__ import annotations

import shutil
import tempfile
from typing import BinaryIO, cast


def rewindable(stream: BinaryIO) -> BinaryIO:
    """The stream, if it can go back; else a file without a name that has all of it."""
    if stream.seekable():
        return stream
    whole = tempfile.TemporaryFile()  # noqa: SIM115 (whoever reads it lets go of it)
    shutil.copyfileobj(stream, whole)
    whole.seek(0)
    return cast(BinaryIO, whole)
