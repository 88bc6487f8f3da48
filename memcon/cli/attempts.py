"""Attempts: the Record of each document that can be read, and the reasons for those that cannot.

Two things can fail: the reader, on one document, which costs that one; and whatever gives the documents,
which has no more of them then. Python tells neither from the other, so the source is watched apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from memcon.document import Document
from memcon.errors import MemconError, ModelError
from memcon.isolated import read_document, read_many
from memcon.record import Record
from memcon.sources import Failure, Loaded
from memcon.topics import Topics

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Answer = TypeVar("Answer")


def attempt(
    items: Iterable[Loaded | Failure],
    threads: int | None,
    report: Callable[[Failure], None],
    topics: Topics | None = None,
) -> Iterator[tuple[Loaded, Record]]:
    """The Records in the order of their documents; `report` is told of each failure at once.

    Documents are read together for speed; when that fails, those under way are read one by one to
    find which one it was, and the rest goes on together. If the source of the documents itself fails,
    those that it gave are read, and `report` is told last that others may be unread.

    :raises ModelError: since no document can be read without the model.
    """
    many = partial(read_many, topics=topics) if topics else read_many
    one = partial(read_document, topics=topics) if topics else read_document
    return _attempt(items, partial(many, threads=threads), one, report)


def attempt_embedded(
    items: Iterable[Loaded | Failure], threads: int | None, report: Callable[[Failure], None]
) -> Iterator[tuple[Loaded, Record, NDArray[np.float32] | None]]:
    """As `attempt`, with the vectors of the statements `(statements, 384)`; None if there are none."""
    from memcon.isolated import read_embedded

    def one(document: Document) -> tuple[Record, NDArray[np.float32] | None]:
        [found] = read_embedded([document], threads=1)
        return found

    many = partial(read_embedded, threads=threads)
    for loaded, (record, vectors) in _attempt(items, many, one, report):
        yield loaded, record, vectors


def _attempt(
    items: Iterable[Loaded | Failure],
    many: Callable[[Iterable[Document]], Iterator[Answer]],
    one: Callable[[Document], Answer],
    report: Callable[[Failure], None],
) -> Iterator[tuple[Loaded, Answer]]:
    under_way: deque[Loaded] = deque()
    source = _Source(items)

    def documents() -> Iterator[Document]:
        for item in source:
            if isinstance(item, Failure):
                report(item)
            else:
                under_way.append(item)
                yield item.document

    while True:
        try:
            for found in many(documents()):
                yield under_way.popleft(), found
            break
        except ModelError:
            raise
        except Exception:
            if not under_way:
                raise
        while under_way:
            loaded = under_way.popleft()
            try:
                found = one(loaded.document)
            except ModelError:
                raise
            except Exception as error:
                report(Failure(loaded.label, loaded.size, _reason(error)))
            else:
                yield loaded, found
    if source.failed is not None:
        report(_unread(source))


class _Source:
    """The items, up to the first that cannot be had for a failure of their source's own.

    :param failed: that failure; None as long as there was none.
    """

    def __init__(self, items: Iterable[Loaded | Failure]) -> None:
        self._items = iter(items)
        self.given = 0
        self.failed: Exception | None = None

    def __iter__(self) -> Iterator[Loaded | Failure]:
        while self.failed is None:
            try:
                item = next(self._items)
            except StopIteration:
                return
            except Exception as error:
                self.failed = error
                return
            self.given += 1
            yield item


def _unread(source: _Source) -> Failure:
    assert source.failed is not None
    last = f"after {source.given:,} of them" if source.given else "before the first of them"
    reason = f"no more can be had, {last}: {_reason(source.failed)}; run it again for the rest"
    return Failure("the documents that follow", 0, reason)


def _reason(error: Exception) -> str:
    if isinstance(error, MemconError):
        return getattr(error, "reason", str(error))
    if isinstance(error, MemoryError):
        return "there is not enough memory to read it; cut it into parts"
    return f"memcon failed on it ({type(error).__name__}: {error}); please report it"
