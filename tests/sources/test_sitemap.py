"""Sitemaps: addresses of pages and of further sitemaps."""

from __future__ import annotations

import gzip

import pytest

from memcon.errors import EmptyError, FormatError, SourceError
from memcon.sources.sitemap import is_sitemap, read_sitemap

PAGES = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://ossel.example/1</loc></url><url><loc> https://ossel.example/2 </loc></url>
<url><loc>https://ossel.example/1</loc></url><url><loc>javascript:alert(1)</loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://ossel.example/map1.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("data", [PAGES, gzip.compress(PAGES)])
def test_pages_each_once(data: bytes) -> None:
    assert read_sitemap("map", data).pages == ("https://ossel.example/1", "https://ossel.example/2")


def test_further_sitemaps() -> None:
    assert is_sitemap(INDEX)
    assert read_sitemap("map", INDEX).sitemaps == ("https://ossel.example/map1.xml",)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"words", FormatError),
        (b"<urlset></urlset>", EmptyError),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', FormatError),
        (gzip.compress(PAGES)[:60], FormatError),
        (gzip.compress(bytes(70_000_000)), SourceError),
    ],
)
def test_what_is_none(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_sitemap("map", data)
