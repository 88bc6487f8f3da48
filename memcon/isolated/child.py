"""Child: the process that reads. It asks for documents and answers with their Records, as read."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

#: What the child sends, first in each message: it wants a document; has a Record; is done; has failed.
NEXT, RECORD, DONE, FAILED = "next", "record", "done", "failed"


def run(parent: Connection, memory: int) -> None:
    """Read what the parent asks for, until it hangs up.

    :param memory: bytes for data; 0 for any number.
    """
    # Ctrl-C goes to all of a terminal's programs; the parent decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(memory)
    try:
        while True:
            _read(parent, *parent.recv())
    except (EOFError, OSError):
        return


def _read(parent: Connection, threads: int | None, topics: Any, embedded: bool) -> None:
    def documents() -> Iterator[Any]:
        while True:
            parent.send((NEXT,))
            document = parent.recv()
            if document is None:
                return
            yield document

    try:
        from memcon.reading import read_many

        for record in read_many(documents(), threads=threads, topics=topics):
            parent.send((RECORD, record, _vectors(record) if embedded else None))
    except (EOFError, BrokenPipeError):
        raise
    except Exception as error:
        parent.send((FAILED, type(error).__name__, str(error)[:2000]))
    else:
        parent.send((DONE,))


def _vectors(record: Any) -> Any:
    if not record.attributions:
        return None
    from memcon.language.embedding import embed

    return embed([record.words(a.content) for a in record.attributions])


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    if not memory:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or memory < most:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
