"""Callers: the address that a request comes from, behind proxies that the server was told of."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from fastapi import Request

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Whoever has one IPv6 address has the whole network of it.
_OWN = 64


def networks(given: Sequence[str]) -> tuple[_Network, ...]:
    """Addresses or networks of proxies.

    :raises ValueError: if one of them is none.
    """
    return tuple(ipaddress.ip_network(address.strip("[]"), strict=False) for address in given)


def caller_of(request: Request, proxies: Sequence[str]) -> str:
    """The address of who asks.

    X-Forwarded-For is believed of a proxy that the server was told of, from its end backwards up to the
    first that is none; anybody may have written what stands before.
    """
    peer = request.client.host if request.client else ""
    trusted = networks(proxies)
    steps = [
        step for line in request.headers.getlist("x-forwarded-for") for step in line.split(",")
    ]
    found = _address(peer)
    while found is not None and steps and any(found in network for network in trusted):
        before = _address(steps.pop())
        if before is None:
            break
        found = before
    return peer if found is None else str(found)


def shared(caller: str) -> str:
    """What callers of one address have in common: of IPv6 the network."""
    address = _address(caller)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _OWN), strict=False))
    return caller


def _address(given: str) -> _Address | None:
    bare = given.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
