"""The manifest of a backup: what is in it, with the digest and the number of rows of every part."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

#: Version of the form of the file; it changes when a program of the old form would go wrong.
FORM = 1
#: Names of the first and the last member of the ZIP.
HEAD, MANIFEST = "memcon-backup", "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the database, and the member of the ZIP that has its rows.

    :param columns: in the order in which each row has them; `binary` are those of bytes.
    :param sha256: of the member as it is unpacked.
    """

    owner: str
    table: str
    columns: tuple[str, ...]
    binary: tuple[str, ...]
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        """Name of the member."""
        return f"{self.table}.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a backup.

    :param memcon: version of the program that wrote it; `made` is when, ISO 8601 in UTC.
    :param versions: of the tables, under their owners' names.
    :param parts: in the order in which they can be put into a database.
    """

    memcon: str
    made: str
    database: str
    versions: dict[str, str]
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        """Rows of all parts."""
        return sum(part.rows for part in self.parts)

    @property
    def documents(self) -> int:
        """Documents of the archive."""
        return sum(part.rows for part in self.parts if part.table == "archive_documents")

    def to_json(self) -> str:
        """As it stands in the file."""
        return json.dumps({"form": FORM, **asdict(self)}, indent=1)

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """Read one.

        :raises ValueError: if it is none.
        """
        try:
            told: dict[str, Any] = json.loads(data)
            form = told.pop("form")
            parts = tuple(
                Part(
                    **{
                        **part,
                        "columns": tuple(part["columns"]),
                        "binary": tuple(part["binary"]),
                    }
                )
                for part in told.pop("parts")
            )
            made = cls(parts=parts, **told)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        if form != FORM or not isinstance(made.versions, dict):
            raise ValueError(f"form {form}")
        return made
