"""Reading in a process of its own: as `memcon.reading`, with a limit of time and one of memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from memcon.document import Document
from memcon.errors import MemconError, ModelError
from memcon.isolated.child import DONE, NEXT, RECORD
from memcon.isolated.limits import Limits, TooLongError
from memcon.isolated.process import EndedError, Process, SilentError, own_process

if TYPE_CHECKING:
    from memcon.record import Record
    from memcon.topics import Topics


class ReadingError(MemconError):
    """The reader failed on a document; the message says how."""


def read_document(document: Document, *, topics: Topics | None = None) -> Record:
    """Read a document.

    :raises TooLongError: if it takes longer than it may.
    :raises MemoryError: if it takes more memory than it may.
    :raises ReadingError: if the reader fails on it.
    :raises ModelError: if there is no model.
    """
    # To the end, or the process would be taken for one that was left in the middle.
    [record] = read_many([document], threads=1, topics=topics)
    return record


def read_many(
    documents: Iterable[Document], *, threads: int | None = None, topics: Topics | None = None
) -> Iterator[Record]:
    """Read documents, in their order.

    What goes wrong may be any of those under way: read them one by one to find which.

    :raises: as `read_document`.
    """
    for record, _ in read_embedded(documents, threads=threads, topics=topics, embedded=False):
        yield record


def read_embedded(
    documents: Iterable[Document],
    *,
    threads: int | None = None,
    topics: Topics | None = None,
    embedded: bool = True,
) -> Iterator[tuple[Record, Any]]:
    """Records with the vectors of their statements `(statements, 384)`, None where there are none."""
    limits = Limits.of_environment()
    process = own_process(limits)
    rest, under_way = iter(documents), deque[int]()
    whole = False
    try:
        process.send((threads, topics, embedded))
        while True:
            kind, *told = _answer(process, limits, under_way)
            if kind == NEXT:
                document = next(rest, None)
                if document is not None:
                    under_way.append(len(document.text))
                process.send(document)
            elif kind == RECORD:
                under_way.popleft()
                yield told[0], told[1]
            else:
                whole = True
                if kind != DONE:
                    raise _as_raised(*told)
                return
    finally:
        # Whoever stops in the middle leaves a process that would answer the next one.
        if not whole:
            process.end()


def _answer(process: Process, limits: Limits, under_way: deque[int]) -> tuple[Any, ...]:
    # What comes next may have waited for all of those under way.
    seconds = limits.seconds_for(sum(under_way))
    try:
        return process.answer(seconds)
    except SilentError as error:
        raise TooLongError(
            f"it was not read within {seconds:.0f} seconds; cut it into parts, or allow more by "
            "MEMCON_READ_SECONDS"
        ) from error
    except EndedError as error:
        if error.stopped:
            raise ReadingError("its reading was stopped") from error
        if error.by_memory:
            raise MemoryError from error
        raise ReadingError(f"the process that read it {error}; please report it") from error


def _as_raised(name: str, message: str) -> Exception:
    if name == "ModelError":
        return ModelError(message)
    if name == "MemoryError" or "bad_alloc" in message or "bad allocation" in message:
        return MemoryError()
    return ReadingError(f"memcon failed on it ({name}: {message}); please report it")
