"""Paging: which part of a long list a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, `number` from 1."""

    number: int = 1
    size: int = 25

    @property
    def offset(self) -> int:
        """Rows before it."""
        return (self.number - 1) * self.size

    def last(self, total: int) -> int:
        """The number of the last page."""
        return max(1, -(-total // self.size))


def paged(page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Page:
    """The page that is asked for."""
    return Page(page)
