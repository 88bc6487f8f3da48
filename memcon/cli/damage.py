"""Damage: what a command leaves out since it is not what was kept, told of and counted."""

from __future__ import annotations

from memcon.archive import DamagedError
from memcon.cli.messages import tell


class Damage:
    """Tells of whatever is damaged as it is met.

    :param count: how many there were.
    """

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: DamagedError) -> None:
        """Tell of one, which is left out."""
        self.count += 1
        tell(f"{error}; it is left out")
