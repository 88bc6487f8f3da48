"""File names for documents, whose own names may hold anything and come twice."""

from __future__ import annotations

import re

#: Longest stem in bytes of UTF-8: file systems take 255 with the ending.
_LONGEST = 120


class Stems:
    """Stems that any file system takes, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def next(self, name: str) -> str:
        """The stem for a document of that name: its own, as far as it can be."""
        stem = re.sub(r"[^\w.()-]+", "_", name)
        stem = re.sub(r"(?<=.)\.\w{1,8}$", "", stem).strip("._") or "document"
        stem = stem.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore")
        chosen, number = stem, 1
        # Case is folded, since some file systems take “A.txt” for “a.txt”.
        while chosen.casefold() in self._given:
            number += 1
            chosen = f"{stem}-{number}"
        self._given.add(chosen.casefold())
        return chosen
