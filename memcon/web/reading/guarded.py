"""Guarded: a browser for the server's own use that asks only servers of the open internet.

Whoever may give an address could otherwise have the server ask its neighbours (server-side request
forgery). The name is looked up once, the address is judged, and that same address is connected to, so
that a name whose answer changes in between gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket

import httpx

from memcon.sources.url import AGENT, PAUSE, Browser


class GuardedBrowser(Browser):
    """As `Browser`, but for addresses of networks that are not open to everybody."""

    def __init__(self, *, pause: float = PAUSE) -> None:
        super().__init__(pause=pause)
        self._client.close()
        self._client = httpx.Client(
            headers={"User-Agent": AGENT}, timeout=30.0, follow_redirects=False, trust_env=False,
            transport=_Guarded(),
        )  # fmt: skip


class _Guarded(httpx.BaseTransport):
    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        address = open_address(host, request.url.port or 443)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.headers["Host"] = request.url.netloc.decode("ascii")
        request.url = request.url.copy_with(host=address)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def open_address(host: str, port: int) -> str:
    """The address of a host.

    :raises httpx.UnsupportedProtocol: if any that it has is not of the open internet.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.UnsupportedProtocol(f"{host} is not known") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise httpx.UnsupportedProtocol(f"{host} is not on the open internet")
    return addresses[0]
