"""What can go wrong in exchange, in words that say what to do."""

from __future__ import annotations

from memcon.errors import MemconError


class ExchangeError(MemconError):
    """A file cannot be written or read in a format; the message names the file and the place."""


class MissingExtraError(ExchangeError):
    """A format needs a package that is not installed.

    :param package: as pip knows it.
    :param what: the format or chart that needs it.
    :param extra: of memcon's, that brings it.
    """

    def __init__(self, package: str, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs {package}, which is not installed: pip install 'memcon[{extra}]'"
        )
        self.package = package
        self.extra = extra
