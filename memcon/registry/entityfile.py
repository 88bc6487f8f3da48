"""Files of entities: JSON, one a line or in a list, also packed by gzip; which form, and what is wrong.

A file is read line by line, twice if it is Wikidata's, so that it may be larger than memory.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Literal

from memcon.errors import EmptyError, FormatError
from memcon.registry import ftm, wikidata
from memcon.registry.entity import Entity
from memcon.sources.folder import unreadable

Form = Literal["ftm", "wikidata"]
_GZIP = b"\x1f\x8b"
_NAMES = {"ftm": "FollowTheMoney", "wikidata": "Wikidata"}
_WANTED = (
    "give JSON lines of FollowTheMoney (with “schema” and “properties”, as OpenSanctions ships them) "
    "or of Wikidata (with “labels” and “claims”)"
)


def read_entities(path: Path, countries: dict[str, str]) -> tuple[Form, Iterator[Entity | None]]:
    """The form of a file, and its entities as they are asked for; None for what is nobody.

    :param countries: ISO codes by the Wikidata ids of states that are known already.
    :raises SourceError: if it cannot be read or is of another form; the message has the line.
    """
    first = next(_objects(path), None)
    if first is None:
        raise EmptyError(path.name, "there is no entity in it; check that it was downloaded whole")
    form = _form(path, *first)
    if form == "ftm":
        return form, (ftm.entity(value) for value in _checked(path, form))
    lookup = wikidata.Lookup(countries)
    for value in _checked(path, form):
        lookup.take(value)
    return form, (wikidata.entity(value, lookup) for value in _checked(path, form))


def _checked(path: Path, form: Form) -> Iterator[dict[str, Any]]:
    for number, value in _objects(path):
        found = _form(path, number, value)
        if found != form:
            raise FormatError(
                f"{path.name}:{number}",
                f"this is {_NAMES[found]}, but the file began as {_NAMES[form]}; keep them in files "
                "of their own",
            )
        problem = ftm.problem(value) if form == "ftm" else wikidata.problem(value)
        if problem:
            raise FormatError(f"{path.name}:{number}", f"{problem}; mend or leave out the line")
        yield value


def _form(path: Path, number: int, value: Any) -> Form:
    if isinstance(value, dict):
        if "schema" in value and "properties" in value:
            return "ftm"
        if "id" in value and ("labels" in value or "claims" in value):
            return "wikidata"
    raise FormatError(f"{path.name}:{number}", f"this is no entity; {_WANTED}")


def _objects(path: Path) -> Iterator[tuple[int, Any]]:
    """Each object of the file with the number of its line."""
    if path.is_dir():
        raise FormatError(str(path), "it is a folder; give one file of entities")
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == _GZIP
            raw.seek(0)
            if packed:
                with gzip.open(raw) as stream:
                    yield from _values(path, stream)  # type: ignore[arg-type]
            else:
                yield from _values(path, raw)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise FormatError(
            path.name, f"the gzip file is broken ({error}); download it again"
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _values(path: Path, stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    # Wikidata's own dumps are a list of which each line is an entity, and a comma.
    opened = b""
    for number, data in enumerate(stream, start=1):
        words = data.removeprefix(b"\xef\xbb\xbf").strip()
        if words == b"[" and not opened:
            opened = b"["
        elif words == b"{" or (number == 1 and words.startswith((b"[", b'{"entities"'))):
            yield from _whole(path, opened + words + stream.read())
            return
        else:
            words = words.removesuffix(b",").strip()
            if words not in (b"", b"]"):
                yield number, _parsed(path, number, words)


def _whole(path: Path, data: bytes) -> Iterator[tuple[int, Any]]:
    """Entities of a file that is one JSON value, numbered: a list, or Wikidata's {"entities": {…}}."""
    value = _parsed(path, 1, data)
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        value = list(value["entities"].values())
    yield from enumerate(value if isinstance(value, list) else [value], start=1)


def _parsed(path: Path, number: int, data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FormatError(f"{path.name}:{number}", f"the line is not UTF-8; {_WANTED}") from error
    except (ValueError, RecursionError) as error:
        said = getattr(error, "msg", None) or "nested too deep"
        raise FormatError(
            f"{path.name}:{number}", f"the line is not JSON ({said}); {_WANTED}"
        ) from error
