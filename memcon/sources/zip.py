"""ZIP: the files in an archive, one at a time, with limits that no bomb passes.

The limits are on what a file says of itself and, since it may lie, on what is unpacked.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from memcon.errors import FormatError, SourceError, UnreadableError
from memcon.sources.allowance import Allowance
from memcon.sources.limits import LARGEST, TooLargeError

#: Times that a file may grow when it is unpacked; text grows tenfold, a page of blanks a hundredfold.
GROWTH = 200
#: Below this size any growth is harmless.
_SMALL = 1024 * 1024
MOST_FILES = 100_000
#: Bytes in front of each file, without its name (APPNOTE 6.3.10, 4.3.7).
_HEAD = 30
_PIECE = 1024 * 1024


def files_of_zip(
    name: str, stream: BinaryIO, allowance: Allowance | None = None
) -> Iterator[tuple[str, bytes | SourceError]]:
    """The name and the bytes of each file, or what is wrong with it; folders and hidden ones left out.

    :param allowance: of bytes that all files together may unpack to; None for no limit but each one's.
    :raises SourceError: if there is no having any; TooLargeError once the allowance is used up.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FormatError(
            name, f"this ZIP archive is broken ({error}); get it again from where it came"
        ) from error
    with archive:
        members = archive.infolist()
        if len(members) > MOST_FILES:
            raise TooLargeError(
                name,
                f"there are {len(members):,} files in it, and {MOST_FILES:,} are read; part it",
            )
        refuse_overlaps(name, members)
        for member in members:
            path = member.filename
            # Of a damaged archive a file may have no name, which `is_dir` falls over.
            if (
                path.endswith("/")
                or not path
                or any(p.startswith((".", "__MACOSX")) for p in path.split("/"))
            ):
                continue
            if allowance is not None:
                allowance.take(name, member.file_size)
            try:
                yield path, read_member(f"{name}!/{path}", archive, member)
            except SourceError as error:
                yield path, error


def read_member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a file in an archive.

    :raises SourceError: TooLargeError, UnreadableError if it is encrypted, FormatError if broken.
    """
    refuse_bomb(name, member)
    try:
        with archive.open(member) as file:
            pieces, size = [], 0
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > LARGEST:
                    raise TooLargeError(name, f"it unpacks to more than {LARGEST:,} bytes; part it")
                pieces.append(piece)
            return b"".join(pieces)
    except RuntimeError as error:
        if "password" in str(error) or "encrypted" in str(error):
            raise UnreadableError(
                name, "it is encrypted; unpack it, and give what is inside"
            ) from error
        raise FormatError(
            name, f"it cannot be unpacked ({error}); get the archive again"
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise FormatError(
            name, f"it cannot be unpacked ({error}); get the archive again"
        ) from error


def refuse_bomb(name: str, member: zipfile.ZipInfo) -> None:
    """Let a file of an archive pass that unpacks to what can be expected.

    :raises TooLargeError: if it does not.
    """
    size, packed = member.file_size, max(member.compress_size, 1)
    if size > LARGEST:
        raise TooLargeError(
            name, f"it unpacks to {size:,} bytes, and {LARGEST:,} are read; part it"
        )
    if size > _SMALL and size > GROWTH * packed:
        raise TooLargeError(
            name,
            f"it unpacks to {size // packed:,} times its size, as only a ZIP bomb does; if it is "
            "none, unpack it yourself, and give what is inside",
        )


def refuse_overlaps(name: str, members: list[zipfile.ZipInfo]) -> None:
    """Let an archive pass whose files each have bytes of their own.

    Where many lie over the same ones, a small archive unpacks to any size (Fifield 2019, “A better zip
    bomb”).

    :raises FormatError: if two lie over each other.
    """
    end = -1
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            raise FormatError(
                name,
                "files in this ZIP archive lie over each other, as only those of a ZIP bomb do; if it is "
                "none, unpack it yourself, and give what is inside",
            )
        # Its name has a byte for each character at least.
        end = member.header_offset + _HEAD + len(member.orig_filename) + member.compress_size
