"""What a reader of a format raises over a damaged file, as an error of one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from memcon.errors import MemconError
from memcon.exchange.errors import ExchangeError
from memcon.record import Record

#: Characters of another library's message that are shown.
_SHOWN = 200


def told_of_reading(records: Iterable[Record], path: Path, format: str) -> Iterator[Record]:
    """The Records; whatever goes wrong while they are read is told in words.

    Formats are read by sqlite3, lxml, pyarrow and cassis, whose errors over broken files are of too
    many kinds to list; what whoever takes the Records raises does not pass here.

    :raises ExchangeError: the message is one line, names the file and says what to do.
    """
    try:
        yield from records
    except ExchangeError as error:
        if "\n" not in str(error):
            raise
        # A list of all that pydantic found wrong: the first few words are enough to go by.
        raise ExchangeError(brief(str(error), 3 * _SHOWN)) from error
    except MemconError:
        raise
    except OSError as error:
        why = (error.strerror or brief(str(error))).lower()
        raise ExchangeError(f"{path} cannot be read: {why}") from error
    except MemoryError as error:
        raise ExchangeError(
            f"{path}: there is not enough memory to read it; export it in parts"
        ) from error
    except Exception as error:
        raise ExchangeError(
            f"{path}: no sound file of the format {format} "
            f"({type(error).__name__}: {brief(str(error))}); export it again"
        ) from error


def brief(words: str, most: int = _SHOWN) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else f"{line[:most]} …"
