"""What can go wrong with an archive, each with a message that says what to do."""

from __future__ import annotations

from memcon.errors import MemconError


class ArchiveError(MemconError):
    """The archive cannot be opened or written to, or holds no such thing."""


class ConnectionLostError(ArchiveError):
    """The server of the database went away, and did not come back while it was waited for."""


class QueryError(ArchiveError):
    """A question that cannot be asked: no words, a date that is none, an unknown act."""
