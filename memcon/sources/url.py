"""URLs: pages from the web, had politely: robots.txt is obeyed, and servers are not asked too often.

A page that was had before is asked for by its ETag and date, so that an unchanged one is not sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from memcon import __version__
from memcon.errors import ClosedError, SourceError
from memcon.sources import coding
from memcon.sources.addresses import joined, split
from memcon.sources.limits import LARGEST
from memcon.sources.robots import Robots

if TYPE_CHECKING:
    import httpx

    from memcon.sources.openness import Guard

#: How memcon names itself to servers, and in robots.txt.
AGENT = f"memcon/{__version__}"
#: Seconds between two requests to one server, if its robots.txt does not ask for more.
PAUSE = 1.0
MOST_REDIRECTS = 10
#: Longest address; servers accept no longer ones either.
LONGEST = 4_000
#: Seconds for a server to answer, and for a piece of a page to come; and for a page as a whole.
_PATIENCE, _WHOLE = 30.0, 300.0
#: Answers after which it is worth asking again, and how often.
_FINE = 200
_BUSY, _TRIES = {429, 500, 502, 503, 504}, 3
_LONGEST_WAIT = 60.0


class FetchError(SourceError):
    """A page cannot be had from the web."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent.

    :param address: where it was in the end, behind all redirections.
    :param media: its type, without parameters, in small letters.
    :param etag: by which the server tells whether it has changed; `modified` likewise.
    """

    address: str
    data: bytes
    media: str
    etag: str | None
    modified: str | None


class Browser:
    """Asks for pages one at a time, and waits between two requests to one server.

    :param pause: seconds between them.
    :param sleep: waits so many seconds.
    :param guard: which servers may be asked; None for all, by a proxy if the environment names one.
    """

    def __init__(
        self,
        *,
        pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
        guard: Guard | None = None,
    ) -> None:
        import httpx

        self.pause = pause
        self._sleep = sleep
        self._client = httpx.Client(
            headers={
                "User-Agent": AGENT,
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
                "Accept-Encoding": coding.ACCEPTED,
            },
            timeout=_PATIENCE,
            follow_redirects=False,
            transport=guard.transport() if guard else None,
        )
        self._robots: dict[str, Robots] = {}
        self._next: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def get(
        self, address: str, *, etag: str | None = None, modified: str | None = None
    ) -> Page | None:
        """Ask for a page; None if it has not changed since it had that ETag or date.

        :raises FetchError: if it cannot be had, or robots.txt asks not to.
        :raises TooLargeError: if it is larger than a document may be.
        """
        seen: list[str] = []
        place = address
        while True:
            self._refuse(address, place, seen)
            seen.append(place)
            answer, data = self._ask(place, etag, modified)
            if answer.has_redirect_location:
                place = self._led_to(address, place, answer.headers["location"])
                continue
            if answer.status_code == 304:
                return None
            if answer.status_code != _FINE:
                raise FetchError(
                    address, f"the server answers {answer.status_code} {answer.reason_phrase}; check "
                    "the address in a browser"
                )  # fmt: skip
            return Page(
                address=place,
                data=data,
                media=answer.headers.get("content-type", "").partition(";")[0].strip().casefold(),
                etag=answer.headers.get("etag"),
                modified=answer.headers.get("last-modified"),
            )

    def _led_to(self, address: str, place: str, link: str) -> str:
        """Where a redirection leads."""
        found = joined(place, link)
        if found is None:
            raise FetchError(
                address, f"it redirects to {link[:80]!r}, which is no address; open it in a browser"
            )
        return found

    def _refuse(self, address: str, place: str, seen: list[str]) -> None:
        parts = split(place) if len(place) <= LONGEST else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(address, "this is no address of a web page; it begins with https://")
        if place in seen:
            raise FetchError(address, "it redirects in a circle; open it in a browser and save it")
        if len(seen) > MOST_REDIRECTS:
            raise FetchError(
                address, f"it redirects more than {MOST_REDIRECTS} times; open it in a browser and "
                "save it"
            )  # fmt: skip
        robots = self.robots(place)
        if robots.closed:
            raise FetchError(
                address, "the server does not answer when it is asked for robots.txt; check the address "
                "and the network, or try again later"
            )  # fmt: skip
        if not robots.allows(place):
            raise FetchError(
                address, "the site's robots.txt asks programs not to read this page; read it yourself, "
                "or ask the site"
            )  # fmt: skip

    def robots(self, address: str) -> Robots:
        """What the server's robots.txt says; it is asked for once."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            # Until it is known, nobody forbids to ask for the file itself.
            self._robots[site] = Robots.none()
            try:
                place = f"{site}/robots.txt"
                for _ in range(6):  # RFC 9309, 2.3.1.2: five redirections at least.
                    answer, data = self._ask(place, None, None)
                    if not answer.has_redirect_location:
                        break
                    place = self._led_to(place, place, answer.headers["location"])
                self._robots[site] = Robots.of(answer.status_code, data, AGENT)
            except ClosedError:
                raise
            except (SourceError, ValueError):
                # Also one that its parser falls over: as long as nobody knows, nothing is read.
                self._robots[site] = Robots.unreachable()
        return self._robots[site]

    def _ask(
        self, place: str, etag: str | None, modified: str | None
    ) -> tuple[httpx.Response, bytes]:
        """The answer with its bytes; asked for again if the server is busy."""
        import httpx

        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        sent = {name: value for name, value in headers.items() if value}
        for number in range(1, _TRIES + 1):
            self._wait(place)
            try:
                with self._client.stream("GET", place, headers=sent) as answer:
                    busy = answer.status_code in _BUSY and number < _TRIES
                    # Of a redirection or an error only the head is wanted.
                    data = self._body(place, answer) if answer.status_code == _FINE else b""
            except (
                httpx.HTTPError,
                httpx.InvalidURL,
                httpx.StreamError,
                UnicodeError,
                ValueError,
            ) as error:
                if number < _TRIES and isinstance(error, httpx.TransportError):
                    continue
                why = str(error) or type(error).__name__
                raise FetchError(
                    place, f"it cannot be had: {why}; check the address and the network"
                ) from error
            if not busy:
                return answer, data
            self._sleep(_asked_to_wait(answer.headers.get("retry-after"), number))
        raise AssertionError("the last try returns or raises")

    def _body(self, place: str, answer: httpx.Response) -> bytes:
        packed = answer.headers.get("content-encoding", "")
        # Not httpx's own unpacking, which has no limit and takes any number of layers.
        raw = self._in_time(place, answer.iter_raw())
        return b"".join(coding.unpacking(place, packed, raw, largest=LARGEST))

    def _in_time(self, place: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        until = time.monotonic() + _WHOLE
        for piece in pieces:
            if time.monotonic() > until:
                raise FetchError(
                    place, f"it was not there after {_WHOLE:g} seconds; try again later"
                )
            yield piece

    def _wait(self, place: str) -> None:
        parts = urlsplit(place)
        site = f"{parts.scheme}://{parts.netloc}"
        asked = self._robots[site].delay if site in self._robots else None
        now = time.monotonic()
        due = self._next.get(site, now)
        if due > now:
            self._sleep(due - now)
        self._next[site] = max(due, now) + min(max(self.pause, asked or 0), _LONGEST_WAIT)


def _asked_to_wait(header: str | None, number: int) -> float:
    """Seconds until the next try: what the server asks for, at most a minute."""
    # isdigit alone holds “²” for one.
    asked = (header or "").strip()
    wait = float(asked) if asked.isascii() and asked.isdigit() else 2.0**number
    return min(wait, _LONGEST_WAIT)
