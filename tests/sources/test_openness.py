"""Which servers are asked if a page, not the user, led to them."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest

from memcon.errors import ClosedError
from memcon.sources.openness import Guard, is_open, open_addresses
from memcon.sources.url import Browser
from tests.collecting.conftest import Site, site

__all__ = ["site"]

CLOSED = (
    "127.0.0.1", "10.0.0.8", "169.254.169.254", "192.168.1.1", "100.64.0.1", "0.0.0.0", "240.0.0.1",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1",
    "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a9fe:a9fe", "2002:7f00:1::",
    "2001:db8::1", "4000::1", "no address",
)  # fmt: skip
OPEN = ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::")


@pytest.mark.parametrize("address", CLOSED)
def test_closed(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("address", OPEN)
def test_open(address: str) -> None:
    assert is_open(address)


def looked_up(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Have every name mean these addresses; what was asked for."""
    asked: list[str] = []

    def answer(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return asked


def test_a_name_is_closed_if_any_of_its_addresses_is(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(monkeypatch, "8.8.8.8", "10.0.0.8")
    with pytest.raises(ClosedError):
        open_addresses("press.example", 443)


def test_what_was_judged_is_what_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = looked_up(monkeypatch, "8.8.8.8", "8.8.4.4")
    tried: list[tuple[str, str]] = []

    def refuse(_: object, request: httpx.Request) -> httpx.Response:
        tried.append((request.url.host, request.headers["Host"]))
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", refuse)
    with pytest.raises(httpx.ConnectError), httpx.Client(transport=Guard().transport()) as client:
        client.get("https://press.example/talks")
    assert asked == ["press.example"]
    assert tried == [("8.8.8.8", "press.example"), ("8.8.4.4", "press.example")]


@pytest.fixture
def other() -> Iterator[Site]:
    """A second server on this machine, as the neighbours of a server are."""
    yield from site.__wrapped__()  # type: ignore[attr-defined]


def test_a_redirection_to_the_neighbours_is_not_followed(site: Site, other: Site) -> None:
    secret = other.page("/secret", b"a secret")
    site.pages["/talks"] = (302, {"Location": secret}, b"")
    guard = Guard()
    guard.name(site.address)
    with Browser(pause=0, guard=guard) as browser, pytest.raises(ClosedError, match="only a page"):
        browser.get(site.address + "/talks")
    assert other.asked == []  # not even its robots.txt


def test_nor_one_of_robots_txt(site: Site, other: Site) -> None:
    site.page("/talks", b"Talks in Velmar")
    site.pages["/robots.txt"] = (302, {"Location": other.address + "/robots.txt"}, b"")
    guard = Guard()
    guard.name(site.address)
    with Browser(pause=0, guard=guard) as browser, pytest.raises(ClosedError):
        browser.get(site.address + "/talks")
    assert other.asked == []


def test_what_the_user_names_is_asked(site: Site) -> None:
    site.page("/talks", b"Talks in Velmar")
    guard = Guard()
    guard.name(site.address)
    with Browser(pause=0, guard=guard) as browser:
        page = browser.get(site.address + "/talks")
    assert page and page.data == b"Talks in Velmar"


def test_without_a_name_it_is_not(site: Site) -> None:
    with Browser(pause=0, guard=Guard()) as browser, pytest.raises(ClosedError):
        browser.get(site.address + "/talks")
    assert site.asked == []
