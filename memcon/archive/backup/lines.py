"""Lines: rows of a table as JSON Lines, bytes in base64.

What a column of SQLite's holds may be of another type than the column, where a disk or a hand has damaged
it. That is kept as well, so that a backup loses nothing: `[value]` in a column of bytes, and
`{"base64": …}` in any other.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable, Sequence
from typing import Any

_BYTES = "base64"
#: Stands in a line only if there is such an object: inside words the quotation marks are escaped.
_SIGN = b'{"base64"'


def _object(value: Any) -> dict[str, str]:
    return {_BYTES: b64encode(bytes(value)).decode("ascii")}


_ENCODE = json.JSONEncoder(separators=(",", ":"), default=_object).encode


def encoded(rows: Iterable[Sequence[Any]], binary: Sequence[int]) -> bytes:
    """Rows as lines, in ASCII.

    :param binary: places of the columns of bytes.
    """
    if not binary:
        return "".join([f"{_ENCODE([*row])}\n" for row in rows]).encode("ascii")
    lines = []
    for row in rows:
        values = [*row]
        for at in binary:
            value = values[at]
            if isinstance(value, (bytes, memoryview)):
                values[at] = b64encode(value).decode("ascii")
            elif value is not None:
                values[at] = [value]
        lines.append(f"{_ENCODE(values)}\n")
    return "".join(lines).encode("ascii")


def decoded(lines: Sequence[bytes], width: int, binary: Sequence[int]) -> list[list[Any]]:
    """The rows of lines.

    :param width: how many columns there are.
    :raises ValueError: if they are no such rows.
    """
    # All at once takes half the time of one by one.
    data = b",".join(lines)
    rows = json.loads(b"[%b]" % data)
    if len(rows) != len(lines) or any(
        not isinstance(row, list) or len(row) != width for row in rows
    ):
        raise ValueError(f"lines are no rows of {width} values")
    try:
        for at in binary:
            for row in rows:
                value = row[at]
                if isinstance(value, str):
                    row[at] = b64decode(value, validate=True)
                elif value is not None:
                    [row[at]] = value
        if _SIGN in data:
            rows = [[_plain(value) for value in row] for row in rows]
    except (Error, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error
    return rows


def _plain(value: Any) -> Any:
    return b64decode(value[_BYTES], validate=True) if isinstance(value, dict) else value
