"""Passwords: kept as argon2id hashes (RFC 9106), by argon2-cffi's defaults."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from memcon.web.errors import BusyError, UnfitError

#: NIST SP 800-63B asks for eight characters, and for no mixture of kinds.
SHORTEST, LONGEST = 10, 1_000
#: Hashes at a time, since each takes 64 MB and a core; and those that may wait for their turn, since each
#: keeps a thread from everybody else's pages.
_AT_ONCE, _WAITING = 2, 6
_turns = BoundedSemaphore(_AT_ONCE)
_places = BoundedSemaphore(_AT_ONCE + _WAITING)


def hashed(password: str) -> str:
    """The hash of a new password.

    :raises UnfitError: if it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UnfitError(f"A password has {SHORTEST} characters or more; a sentence is a good one.")
    with _turn():
        return PasswordHasher().hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one; without a kept hash it takes as long to say no.

    :raises BusyError: if too many passwords are looked at already.
    """
    with _turn():
        try:
            return PasswordHasher().verify(kept or _nobodys(), password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@contextmanager
def _turn() -> Iterator[None]:
    if not _places.acquire(blocking=False):
        raise BusyError("Too many people sign in at this moment; try again in some seconds.", 5)
    try:
        with _turns:
            yield
    finally:
        _places.release()


@cache
def _nobodys() -> str:
    return PasswordHasher().hash("nobody has this password")
