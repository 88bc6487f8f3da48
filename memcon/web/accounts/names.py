"""Names of users: when two are one, and which nobody may have."""

from __future__ import annotations

import unicodedata

#: Who does things where no accounts are needed; an account of that name would own them.
LOCAL = "local"


def folded(name: str) -> str:
    """A name as it is looked for: capitals and forms of writing (É as one or two) make no difference."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.strip()).casefold())


def reserved(name: str) -> bool:
    """Whether the app itself goes by that name."""
    return folded(name) == LOCAL
