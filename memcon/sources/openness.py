"""Openness: which servers are asked, if a page and not the user led to them.

Whoever writes a page, a feed or a sitemap could otherwise have memcon ask the neighbours of the machine
that it runs on (server-side request forgery). A name is looked up once, every address that it has is
judged, and those same addresses are connected to, so that a name whose answer changes in between gains
nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpx

from memcon.errors import ClosedError

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

#: Networks of IPv6 addresses that carry one of IPv4 in their last 32 bits: RFC 6052 (NAT64) and RFC 8215
#: (its private prefix, /96 as it is used).
_CARRIERS = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48"))
#: What is global by the registers but nobody's page: site-local addresses, RFC 3879.
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
_PORTS = {"http": 80, "https": 443}


class Guard:
    """Lets a browser ask servers of the open internet, and those that the user named."""

    def __init__(self) -> None:
        self._named: set[tuple[str, int]] = set()

    def name(self, address: str) -> None:
        """The user names an address: its server may be asked, wherever it is."""
        site = _site(address)
        if site is not None:
            self._named.add(site)

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host by which it may be asked; the host itself if the user named it.

        :raises ClosedError: if any that it has is not of the open internet.
        :raises httpx.ConnectError: if it has none.
        """
        if (host.casefold(), port) in self._named:
            return [host]
        return open_addresses(host, port)

    def transport(self) -> httpx.BaseTransport:
        """What a client of httpx sends its requests by."""
        return _Guarded(self)


def by_proxy() -> bool:
    """Whether the environment has the web asked for by a proxy."""
    return bool(getproxies().keys() & {"http", "https", "all"})


def open_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host.

    :raises ClosedError: if any that it has is not of the open internet.
    :raises httpx.ConnectError: if it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"{host} is not known") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses or not all(map(is_open, addresses)):
        raise ClosedError(
            host, "it is on this machine or in a private network, and only a page led there; it is not "
            "asked"
        )  # fmt: skip
    return addresses


def is_open(address: str) -> bool:
    """Whether an address is one of a server on the open internet.

    An address of IPv6 that carries one of IPv4 is as open as that.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_plainly_open(one) for one in (parsed, *_carried(parsed)))


def _carried(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return
    for found in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
        if found is not None:
            yield found
    if any(address in network for network in _CARRIERS):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _plainly_open(address: IPv4Address | IPv6Address) -> bool:
    if address.is_multicast or address.is_unspecified or address.is_loopback:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address in _SITE_LOCAL:
            return False
        # What carries an address of IPv4 is judged by that.
        if address.ipv4_mapped or any(address in network for network in _CARRIERS):
            return True
        return address.is_global and not address.is_reserved
    return address.is_global and not address.is_reserved


def _site(address: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return None
    return (parts.hostname.casefold(), port) if parts.hostname and port else None


class _Guarded(httpx.BaseTransport):
    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        addresses = self._guard.addresses(url.host, url.port or _PORTS.get(url.scheme, 443))
        request.extensions = {**request.extensions, "sni_hostname": url.host}
        request.headers["Host"] = url.netloc.decode("ascii")
        for number, address in enumerate(addresses, start=1):
            request.url = url.copy_with(host=address)
            try:
                return self._inner.handle_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                # A machine may have no IPv6 though the server has.
                if number == len(addresses):
                    raise
        raise AssertionError("a host has an address, or it is not known")

    def close(self) -> None:
        self._inner.close()
