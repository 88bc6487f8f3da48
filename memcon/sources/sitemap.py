"""Sitemaps: the addresses of a site's pages (sitemaps.org), and of further sitemaps."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from dataclasses import dataclass

from memcon.errors import EmptyError, FormatError
from memcon.sources.limits import LARGEST, TooLargeError, refuse_large

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists, each once and in its order."""

    pages: tuple[str, ...]
    sitemaps: tuple[str, ...]


def is_sitemap(head: bytes) -> bool:
    """Whether the first bytes of something are those of a sitemap."""
    return _SITEMAP.search(head[:2048]) is not None


def read_sitemap(name: str, data: bytes) -> Sitemap:
    """The addresses of a sitemap, which may be packed by gzip.

    :raises SourceError: FormatError if it is none, or has a document type; EmptyError if it is empty.
    """
    from lxml import etree

    refuse_large(name, len(data))
    data = unpacked(name, data)
    if b"<!DOCTYPE" in data[:4096].upper() or b"<!ENTITY" in data.upper():
        raise FormatError(
            name, "a sitemap has no document type and no entities; memcon does not read it"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(name, f"this sitemap is broken ({error}); check the address") from error
    if root is None:
        raise FormatError(name, "this is no sitemap; check the address")
    found: dict[str, dict[str, None]] = {"url": {}, "sitemap": {}}
    for kind, addresses in found.items():
        for place in root.findall(f"{{*}}{kind}/{{*}}loc"):
            address = (place.text or "").strip()
            if address.startswith(("http://", "https://")):
                addresses[address] = None
    if not any(found.values()):
        raise EmptyError(
            name, "there are no addresses in this sitemap; check that it is the right one"
        )
    return Sitemap(tuple(found["url"]), tuple(found["sitemap"]))


def unpacked(name: str, data: bytes) -> bytes:
    """What gzip packed; other data as they are.

    :raises SourceError: TooLargeError if that is more than is read, FormatError if it is broken.
    """
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as file:
            out = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise FormatError(name, f"it cannot be unpacked ({error}); get it again") from error
    if len(out) > LARGEST:
        raise TooLargeError(name, f"it unpacks to more than {LARGEST:,} bytes")
    return out
