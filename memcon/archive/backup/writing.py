"""Writing a backup: every table of one state of the database, some rows at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, LargeBinary, Table, column, func, inspect, select, table

from memcon.archive.backup.arriving import arriving, in_words
from memcon.archive.backup.lines import encoded
from memcon.archive.backup.manifest import HEAD, MANIFEST, Manifest, Part
from memcon.archive.backup.owners import Owner, owners
from memcon.archive.backup.seal import BLANK, seal, wrong_with
from memcon.archive.errors import ArchiveError
from memcon.database.sessions import Sessions
from memcon.registry.judgements import now

#: Is told the name of a table and how many more of its rows are done.
Told = Callable[[str, int], object]
_ABOUT = (
    b"A backup of an archive, written by memcon backup; memcon restore makes an archive of it.\n"
)
#: What is packed already hardly shrinks any more, whatever time it is given.
_LEVEL = 1
#: Rows, or bytes of their largest values, that are held at once.
_TOGETHER, _BUDGET = 1_000, 16_000_000


def back_up(database: Sessions, file: str | Path, told: Told | None = None) -> Manifest:
    """Write all that is in the database into a file, of one state, while others may go on writing.

    The file has its name only when it is whole; a backup that had that name is there until then.

    :returns: what was written.
    :raises ArchiveError: if the database cannot be read or the file not be written, or if the file is
        there and is no backup.
    """
    path = Path(file)
    _refuse_taken(path)
    with arriving(path, over=True) as part, database.reading() as session:
        connection = session.connection()
        with in_words(path):
            with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
                packed.writestr(HEAD, _ABOUT)
                manifest = _write(packed, connection, told or (lambda *_: None))
                packed.writestr(MANIFEST, manifest.to_json())
                packed.comment = BLANK
            with part.open("r+b") as written:
                seal(written)
    return manifest


def _refuse_taken(path: Path) -> None:
    with in_words(path):
        if not path.exists():
            return
        if path.is_file():
            with path.open("rb") as there:
                if not wrong_with(there).startswith("it is no backup"):
                    return
    raise ArchiveError(f"{path}: it is there and is no backup of memcon's; give another name")


def _write(packed: ZipFile, connection: Connection, told: Told) -> Manifest:
    from memcon import __version__

    present = set(inspect(connection).get_table_names())
    versions, parts = {}, []
    for owner in owners():
        if owner.marker in present:
            versions[owner.name] = version = str(owner.version(connection))
            if not owner.knows(version):
                # A table that this memcon knows nothing of would be left out.
                raise ArchiveError(
                    f"tables are of a version that this memcon does not know ({owner.name} {version}); "
                    "install a newer memcon"
                )
            for kept in owner.tables(present):
                parts.append(_write_table(packed, connection, owner, kept, told))
    return Manifest(__version__, now(), connection.dialect.name, versions, tuple(parts))


def _write_table(
    packed: ZipFile, connection: Connection, owner: Owner, kept: Table, told: Told
) -> Part:
    # The database is asked, not the model: a column that only one of them knows would be lost.
    found = inspect(connection).get_columns(kept.name)
    names = tuple(c["name"] for c in found)
    binary = tuple(c["name"] for c in found if isinstance(c["type"], LargeBinary))
    source = table(kept.name, *map(column, names))
    rows = select(source).order_by(*(source.c[c.name] for c in kept.primary_key))
    together = _together(connection, source, binary)
    asked = connection.execute(rows, execution_options={"yield_per": together})
    places = [names.index(name) for name in binary]
    digest, number = hashlib.sha256(), 0
    with packed.open(f"{kept.name}.jsonl", "w", force_zip64=True) as member:
        for some in asked.partitions():
            data = encoded(some, places)
            digest.update(data)
            member.write(data)
            number += len(some)
            told(kept.name, len(some))
    return Part(owner.name, kept.name, names, binary, number, digest.hexdigest())


def _together(connection: Connection, source: Any, binary: tuple[str, ...]) -> int:
    """How many rows are held at once: few where a single one may be large."""
    if not binary:
        return _TOGETHER
    lengths = [func.coalesce(func.max(func.length(source.c[name])), 0) for name in binary]
    largest = sum(connection.execute(select(*lengths)).one())
    return max(1, min(_TOGETHER, _BUDGET // max(1, largest)))
