"""What can go wrong, each with a message that says what was wrong and what to do."""

from __future__ import annotations


class MemconError(Exception):
    """Base of all errors that memcon raises on purpose."""


class ModelError(MemconError):
    """A model file is missing or is not one of memcon's."""
