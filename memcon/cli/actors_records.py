"""Records among the paths: JSON that `memcon read` wrote, told from documents by how it begins.

Their texts are not in them: they are found among the documents given beside them, or are known already.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from memcon.collecting import Failure, Given
from memcon.sources.head import head_of
from memcon.sources.kinds import named

_RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"document"\s*:')


@dataclass(frozen=True, slots=True)
class Recorded:
    """A Record whose text is still to be found.

    :param data: the JSON form.
    """

    label: str
    name: str
    sha256: str
    data: str

    @property
    def without_text(self) -> str:
        """What to say if the text is not found."""
        return (
            f"the text of {self.name} is not here (SHA-256 {self.sha256[:12]}…), and a Record is "
            "checked against it; give the document as well: it is not read again"
        )


def take_records(
    places: Iterable[Given | Failure],
) -> tuple[list[Given | Failure], list[Recorded | Failure]]:
    """Part the files of Records from the documents.

    :returns: the places of documents; and the Records, or why one cannot be had.
    """
    documents: list[Given | Failure] = []
    records: list[Recorded | Failure] = []
    for place in places:
        data = None if isinstance(place, Failure) else _data(place)
        if data is None or isinstance(place, Failure):
            documents.append(place)
        else:
            records.extend(_records(place.label, data))
    return documents, records


def _data(place: Given) -> bytes | None:
    """All bytes of a file of Records; None if it is something else."""
    if place.address is not None:
        return None
    if place.path is None:
        stream = sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
        return stream.read() if _RECORD.match(head_of(stream)) else None
    if place.size is None or named(place.path.name) not in ("json", "jsonl", None):
        return None
    try:
        with place.path.open("rb") as stream:
            if not _RECORD.match(head_of(stream)):
                return None
            return stream.read()
    except OSError:
        return None  # The reader of documents tells why.


def _records(label: str, data: bytes) -> Iterable[Recorded | Failure]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Failure(label, 0, f"byte {error.start} is not UTF-8, as JSON must be; write it again")
        return
    whole = _record(label, text)
    if isinstance(whole, Recorded):
        yield whole
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _record(f"{label}:{number}", line)


def _record(label: str, text: str) -> Recorded | Failure:
    try:
        document = json.loads(text)["document"]
        return Recorded(label, str(document["name"]), str(document["sha256"]), text)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        why = getattr(error, "msg", None) or "no document is named in it"
        return Failure(
            label, 0, f"this is no whole Record ({why}); write it again with memcon read"
        )
