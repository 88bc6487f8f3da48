"""Addresses: those that are none are told, not raised."""

from __future__ import annotations

import pytest

from memcon.sources.addresses import joined, split

NONE = ["http://[x/", "http://[::1", "http://a]b/", "http://\u2100/"]


@pytest.mark.parametrize("address", NONE)
def test_what_is_none(address: str) -> None:
    assert split(address) is None
    assert joined("https://ossel.example/", address) is None


def test_what_is_one() -> None:
    parts = split("https://ossel.example/talks?day=1")
    assert parts is not None and parts.path == "/talks"
    assert joined("https://ossel.example/a/b", "../c") == "https://ossel.example/c"
