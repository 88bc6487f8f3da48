"""Addresses of the web taken apart, also those that are none: they cost nobody a run."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit


def split(address: str) -> SplitResult | None:
    """The parts of an address; None of what is none, such as `http://[x/`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def joined(base: str, link: str) -> str | None:
    """The address that a link on a page means; None if it is none."""
    try:
        return urljoin(base, link)
    except ValueError:
        return None
