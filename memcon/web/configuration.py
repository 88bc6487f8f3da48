"""Configuration: all that is decided when the server is started."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from memcon.archive.vectors import Embed

#: Names by which a browser on this machine calls it.
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@dataclass(frozen=True, slots=True)
class Oidc:
    """A provider of identities (OpenID Connect), who may then sign in without a password here.

    :param issuer: its address; `issuer/.well-known/openid-configuration` tells the rest.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Configuration:
    """How the app is served.

    :param db: path or address of the archive; None for `MEMCON_DB` or the user's own file.
    :param host: address that is listened on; any but this machine's own demands accounts.
    :param names: host names under which the app is asked for; none given, any with accounts, and
        this machine's own without.
    :param secure: whether browsers reach it by https: cookies are then sent by no other way.
    :param proxies: addresses or networks of proxies whose X-Forwarded-For is believed; no other's is.
    :param largest: bytes of one upload.
    :param warm: whether to load what reads documents soon after the start.
    :param workers: jobs that are done at a time; of several, one is never a single user's.
    :param embed: gives the meaning of statements; None for memcon's own.
    """

    db: str | Path | None = None
    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    secure: bool = False
    proxies: tuple[str, ...] = ()
    largest: int = 64 * 1024 * 1024
    warm: bool = True
    workers: int = 2
    embed: Embed | None = field(default=None, repr=False)
    oidc: Oidc | None = None

    @property
    def local(self) -> bool:
        """Whether nobody but users of this machine can reach it."""
        return is_local(self.host)


def is_local(host: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host in LOCAL_NAMES
