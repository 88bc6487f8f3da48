"""What can go wrong with an archive, each with a message that says what to do."""

from __future__ import annotations

from collections.abc import Callable

from memcon.errors import MemconError


class ArchiveError(MemconError):
    """The archive cannot be opened or written to, or holds no such thing."""


class DamagedError(ArchiveError):
    """What was kept is not what it was when it was added.

    :param what: text, original, or Record of the text.
    :param sha256: of the text or the original.
    """

    def __init__(self, what: str, sha256: str) -> None:
        super().__init__(what, sha256)
        self.what = what
        self.sha256 = sha256

    @property
    def label(self) -> str:
        """What messages call it."""
        return f"the {self.what} {self.sha256[:12]}"

    @property
    def reason(self) -> str:
        """What is wrong, and what to do about it."""
        return "damaged, it is not what it was when it was added; put back a copy of the archive"

    def __str__(self) -> str:
        return f"{self.label}: {self.reason}"


#: What is told of whatever is damaged, where the rest goes on.
OnDamage = Callable[[DamagedError], object]


class ConnectionLostError(ArchiveError):
    """The server of the database went away, and did not come back while it was waited for."""


class QueryError(ArchiveError):
    """A question that cannot be asked: no words, a date that is none, an unknown act."""
