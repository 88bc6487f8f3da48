"""Passwords: kept as argon2id hashes (RFC 9106), by argon2-cffi's defaults."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from memcon.web.errors import UnfitError

#: NIST SP 800-63B asks for eight characters, and for no mixture of kinds.
SHORTEST, LONGEST = 10, 1_000


def hashed(password: str) -> str:
    """The hash of a new password.

    :raises UnfitError: if it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UnfitError(f"A password has {SHORTEST} characters or more; a sentence is a good one.")
    return PasswordHasher().hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one; without a kept hash it takes as long to say no."""
    try:
        return PasswordHasher().verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return PasswordHasher().hash("nobody has this password")
