"""Records that were not read by memcon but got from another tool's file."""

from __future__ import annotations

from memcon import __version__
from memcon.record import Engine


def engine(format: str) -> Engine:
    """The engine of a Record that a format gave, which does not say what made it."""
    return Engine(version=__version__, model=f"none: imported from {format}")
