"""JSON Lines: `{"record": …, "text": …}`, one document a line. It carries all of a Record.

`memcon read --format jsonl` leaves the text out, since whoever reads documents has them; a file that
is sent to somebody must bring its text along, or no offset in it means anything there. The digest in
the Record still guards the two against coming apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from memcon.exchange.errors import ExchangeError
from memcon.record import Record


def line(record: Record) -> str:
    """The Record with its text on one line, in ASCII: no line break and no surrogate is in the way."""
    form = {"record": json.loads(record.to_json()), "text": record.text}
    return json.dumps(form, separators=(",", ":"))


def write(records: Iterable[Record], path: Path) -> int:
    """Write a line for each; returns how many."""
    count = 0
    with path.open("w", encoding="ascii", newline="\n") as file:
        for record in records:
            file.write(line(record) + "\n")
            count += 1
    return count


def read(path: Path) -> Iterator[Record]:
    """The Record of each line that is not blank.

    :raises ExchangeError: if a line holds none; the message names it.
    """
    with path.open("rb") as file:
        for number, data in enumerate(file, start=1):
            if data.strip():
                yield parse(data, f"{path.name}:{number}")


def parse(data: bytes | str, place: str) -> Record:
    """The Record of a line.

    :param place: what to call the line in messages.
    :raises ExchangeError: if the line holds none.
    """
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"{place}: the line is not JSON ({error}); export it again") from error
    if not holds_record(value):
        raise ExchangeError(
            f'{place}: there is no "record" with its "text"; `memcon export --format jsonl` writes '
            "both, `memcon read --format jsonl` leaves the text out"
        )
    try:
        return Record.from_json(json.dumps(value["record"]), value["text"])
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ExchangeError(f"{place}: no sound Record: {where}: {first['msg']}") from error


def holds_record(value: object) -> bool:
    """Whether a parsed line has the shape of one of ours."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("record"), dict)
        and isinstance(value.get("text"), str)
    )
