"""Entities: somebody that a file of FollowTheMoney or Wikidata tells of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity.

    :param key: its id in the file.
    :param names: other names, in any script.
    :param country: ISO 3166-1 alpha-2 code in capitals; None if there is none, or more than one.
    :param titles: offices in words.
    :param identifiers: pairs of scheme (`wikidata`, `ftm`) and value.
    """

    key: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None
    titles: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    def told(self) -> dict[str, Any]:
        """All that it tells, in a form for JSON."""
        return asdict(self)
