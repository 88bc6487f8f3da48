"""robots.txt: what a site asks programs to leave alone (RFC 9309), read by Protego."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: Bytes that are read; RFC 9309 asks for half a megabyte at least.
_MOST = 512 * 1024


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site asks for.

    :param rules: Protego's; None if all is allowed, or, with `closed`, nothing.
    :param delay: seconds between two requests; None if it does not say.
    """

    rules: Any = None
    agent: str = ""
    closed: bool = False
    delay: float | None = None

    @classmethod
    def none(cls) -> Robots:
        """Of a site that asks for nothing."""
        return cls()

    @classmethod
    def unreachable(cls) -> Robots:
        """Of a site that does not answer: as long as nobody knows, nothing is read."""
        return cls(closed=True)

    @classmethod
    def of(cls, status: int, data: bytes, agent: str) -> Robots:
        """Of the answer to a request for robots.txt.

        :param status: HTTP's; 4xx means that there is none, 5xx that nobody knows.
        """
        if 400 <= status < 500:
            return cls.none()
        if status != 200:
            return cls.unreachable()
        from protego import Protego

        rules = Protego.parse(data[:_MOST].decode("utf-8", "replace"))
        return cls(rules=rules, agent=agent, delay=rules.crawl_delay(agent))

    def allows(self, address: str) -> bool:
        """Whether a page may be read."""
        if self.closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(address, self.agent))
