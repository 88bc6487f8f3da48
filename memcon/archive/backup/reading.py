"""Reading a backup: looked over as a whole first, and each part once more as it is taken."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from memcon.archive.backup.lines import decoded
from memcon.archive.backup.manifest import HEAD, MANIFEST, Manifest, Part
from memcon.archive.backup.seal import wrong_with
from memcon.archive.errors import ArchiveError

_BUFFER = 1 << 20
#: Rows, or bytes of their lines, that are held at once.
_TOGETHER, _BUDGET = 1_000, 16_000_000
#: What is raised over bytes that are no ZIP, or no lines.
_BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, ValueError)


@dataclass(frozen=True)
class Backup:
    """A backup that is open.

    :param label: what messages call the file.
    """

    label: str
    manifest: Manifest
    packed: ZipFile

    def rows(self, part: Part) -> Iterator[list[list[Any]]]:
        """The rows of a part, some at a time: few where they are large.

        :raises ArchiveError: at the end, if they are not those that were written.
        """
        places = [part.columns.index(name) for name in part.binary]
        width, number, digest = len(part.columns), 0, hashlib.sha256()
        with self._in_words(part.member), self.packed.open(part.member) as member:
            for some in _some(io.BufferedReader(_Hashed(member, digest), _BUFFER)):
                number += len(some)
                yield decoded(some, width, places)
        if (number, digest.hexdigest()) != (part.rows, part.sha256):
            raise self._altered(part.member)

    def _altered(self, what: str) -> ArchiveError:
        return altered(f"{self.label}: {what}")

    @contextmanager
    def _in_words(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _unreadable(self.label, error) from error
        except _BROKEN as error:
            raise self._altered(what) from error


def altered(what: str) -> ArchiveError:
    """What is raised for a part that is not what was written."""
    return ArchiveError(
        f"{what}: it is not what was written, nothing was restored; use another copy"
    )


@contextmanager
def open_backup(file: str | Path) -> Iterator[Backup]:
    """Open a backup and look it over: every byte of it is what was written.

    :raises ArchiveError: if it is not, or cannot be read.
    """
    path = Path(file)
    try:
        opened = path.open("rb")
    except OSError as error:
        raise _unreadable(str(path), error) from error
    with opened:
        packed, manifest = _looked_over(str(path), opened)
        with packed:
            yield Backup(str(path), manifest, packed)


def _looked_over(label: str, opened: BinaryIO) -> tuple[ZipFile, Manifest]:
    try:
        wrong = wrong_with(opened)
        if wrong:
            raise ArchiveError(f"{label}: {wrong}")
        packed = ZipFile(opened)
        manifest = Manifest.from_json(packed.read(MANIFEST))
    except OSError as error:
        raise _unreadable(label, error) from error
    except _BROKEN as error:
        raise altered(label) from error
    if packed.namelist() != [HEAD, *(part.member for part in manifest.parts), MANIFEST]:
        raise altered(label)
    return packed, manifest


def _unreadable(label: str, error: OSError) -> ArchiveError:
    why = (error.strerror or str(error)).lower()
    return ArchiveError(f"{label}: it cannot be read ({why}); give the name of a file you may read")


def _some(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Lines in lists, which end early where their bytes are many."""
    some: list[bytes] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line)
        if len(some) == _TOGETHER or size >= _BUDGET:
            yield some
            some, size = [], 0
    if some:
        yield some


class _Hashed(io.RawIOBase):
    """Bytes of a member, put into a digest as they are read."""

    def __init__(self, member: IO[bytes], digest: Any) -> None:
        self._member = member
        self._digest = digest

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some bytes into a buffer; how many there were."""
        data = self._member.read(len(buffer))
        buffer[: len(data)] = data
        self._digest.update(data)
        return len(data)
