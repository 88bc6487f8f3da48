"""The seal: at the end of the file, as the ZIP's comment, the SHA-256 of all bytes before it.

The ZIP's own sums leave out parts of its heads; with the seal no byte can change unseen.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from memcon.archive.backup.manifest import FORM, HEAD

_SIGN = b"memcon backup "
_SHA256 = f"{FORM} sha256 ".encode()
#: Bytes of the whole seal.
LENGTH = len(_SIGN + _SHA256) + 64
#: Holds its place until the file is written.
BLANK = b"-" * LENGTH
_AT_A_TIME = 1 << 20


def seal(file: BinaryIO) -> None:
    """Write the seal over the blank one at the end of a file, which is open to be read and written."""
    end = file.seek(0, 2) - LENGTH
    made = _of(file, end)
    file.seek(end)
    file.write(made)


def wrong_with(file: BinaryIO) -> str:
    """What is wrong with a file, and what to do; empty for one that is as it was written."""
    end = file.seek(0, 2) - LENGTH
    file.seek(0)
    head = file.read(30 + len(HEAD))
    if not (head.startswith(b"PK\3\4") and head.endswith(HEAD.encode())):
        return "it is no backup of memcon's; name a file that memcon backup wrote"
    file.seek(max(end, 0))
    found = file.read()
    form = found.removeprefix(_SIGN).split(b" ")[0]
    if found.startswith(_SIGN) and form.isdigit() and int(form) > FORM:
        return "it is of a form that this memcon does not know; install a newer memcon"
    if end < 0 or found != _of(file, end):
        return "it is cut short or was altered, nothing was taken from it; use another copy"
    return ""


def _of(file: BinaryIO, end: int) -> bytes:
    file.seek(0)
    made = hashlib.sha256()
    while end > 0:
        data = file.read(min(_AT_A_TIME, end))
        if not data:
            break
        made.update(data)
        end -= len(data)
    return _SIGN + _SHA256 + made.hexdigest().encode()
