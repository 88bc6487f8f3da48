"""What the messages of the archive's database mean, beside those that every database has."""

from __future__ import annotations

from memcon.archive.errors import ArchiveError, ConnectionLostError
from memcon.database.meanings import ANOTHER, READ_ONLY, Meanings

MEANINGS = Meanings(ArchiveError, lost=ConnectionLostError, more=(
    ("disk is full", "the disk is full; make room and start again: what was added before is kept"),
    ("disk I/O error", "the disk does not take it, or is full; mend that and start again: what was "
     "added before is kept"),
    ("No space left", "its disk is full; make room and start again: what was added before is kept"),
    ("password authentication", "the server does not accept the name or the password; check them"),
    ("does not exist", f"the server knows no such database, table or user; make it, or {ANOTHER}"),
    ("read-only transaction", READ_ONLY),
    ("permission denied", f"the right to do this is missing; ask for it, or {ANOTHER}"),
))  # fmt: skip
