"""Collecting from all that a user names; what cannot be had is told of, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Self

from memcon.collecting.extract import extract
from memcon.collecting.failures import failure_of
from memcon.collecting.files import Given, find_files, items_of_file
from memcon.collecting.item import Item
from memcon.collecting.web import Web
from memcon.sources import Failure, Loaded
from memcon.sources.url import PAUSE, Browser

if TYPE_CHECKING:
    from memcon.sources.openness import Guard

#: `ETag` and `Last-Modified` of the last capture of an address; None if it was never had.
Visited = Callable[[str], tuple[str | None, str | None] | None]


def is_address(given: str) -> bool:
    """Whether it is an address of the web, not a path."""
    return given.startswith(("http://", "https://"))


def loaded(item: Item) -> Loaded | Failure:
    """The document of an item, or why there is none."""
    try:
        return Loaded(item.label, item.size, extract(item))
    except Exception as error:
        return failure_of(item.label, error, item.size)


class Collector:
    """Gives the items of paths and addresses, one at a time.

    :param visited: what is known of an address from before.
    :param pause: seconds between two requests to one server.
    :param most: pages of a feed or a sitemap that are had at most; None for all.
    :param offline: whether nothing is asked of the web: of a feed's entries there is then what the
        feed itself has of them.
    :param guard: which servers may be asked; None for all. Those that are named to `find` may be.
    """

    def __init__(
        self,
        visited: Visited | None = None,
        *,
        pause: float = PAUSE,
        most: int | None = None,
        offline: bool = False,
        guard: Guard | None = None,
    ) -> None:
        self._visited = visited or (lambda _: None)
        self._pause = pause
        self._most = most
        self._offline = offline
        self._guard = guard
        self._web: Web | None = None
        #: Pages that have not changed since they were last had.
        self.unchanged = 0

    def find(self, given: Iterable[str]) -> Iterator[Given | Failure]:
        """The files and addresses that are meant, folders looked through."""
        for one in given:
            if is_address(one):
                if self._guard is not None:
                    self._guard.name(one)
                yield Given(label=one, address=one)
            else:
                yield from find_files(one)

    def items(self, places: Iterable[Given | Failure]) -> Iterator[Item | Failure]:
        """The items of each; all failures are told, none ends the run."""
        for place in places:
            if isinstance(place, Failure):
                yield place
                continue
            done = 0
            try:
                for item in self._of(place):
                    done += item.size
                    yield item
            except Exception as error:
                # Whatever one place leads to, the others are read.
                yield failure_of(place.label, error, max(0, (place.size or 0) - done))

    def documents(self, places: Iterable[Given | Failure]) -> Iterator[Loaded | Failure]:
        """The document of each item, or why there is none; taken out when it is asked for."""
        for item in self.items(places):
            yield item if isinstance(item, Failure) else loaded(item)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the web."""
        if self._web is not None:
            self.unchanged += self._web.unchanged
            self._web.close()
            self._web = None

    def _of(self, place: Given) -> Iterator[Item | Failure]:
        if place.address is not None:
            return self._of_web(place.address)
        return items_of_file(place, self._feed_pages)

    def _of_web(self, address: str) -> Iterator[Item | Failure]:
        if self._offline:
            yield Failure(address, 0, "it is on the web, and --offline was given; leave that out")
            return
        yield from self._opened().items(address)

    def _feed_pages(self, addresses: Iterable[str]) -> Iterator[Item | Failure] | None:
        """The pages behind a feed's links; None if they are not to be had."""
        return None if self._offline else self._opened().pages(addresses)

    def _opened(self) -> Web:
        if self._web is None:
            self._web = Web(
                Browser(pause=self._pause, guard=self._guard), self._visited, self._most
            )
        return self._web
