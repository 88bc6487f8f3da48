"""Packages that only some formats need: imported when used, missed in words that say what to do."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from memcon.exchange.errors import MissingExtraError


def needed(module: str, package: str, what: str, extra: str = "exchange") -> ModuleType:
    """The module.

    :param package: that holds it, as pip knows it.
    :param what: the format that needs it, to begin a sentence with.
    :raises MissingExtraError: if it is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise  # It is installed, and misses something itself.
        raise MissingExtraError(package, what, extra) from error
