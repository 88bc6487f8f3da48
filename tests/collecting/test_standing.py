"""Only bytes that were had from a site are versions of an address of that site."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.collecting import Collector, Item, extract
from memcon.collecting.standing import standing
from tests.collecting.conftest import Site
from tests.sources.made_files import WORDS, atom, page, warc

OFFICIAL = "https://ossel.example/treaty"
FEED = atom(
    f'<entry><title>Whole</title><id>urn:1</id><link href="{OFFICIAL}"/>'
    f"<content>{WORDS}</content></entry>"
)


@pytest.mark.parametrize(
    ("had_at", "given", "address", "said_at"),
    [
        (None, OFFICIAL, "place:", OFFICIAL),
        (None, None, "place:", None),
        (OFFICIAL + "?a=1", OFFICIAL, OFFICIAL, None),
        ("http://www.ossel.example/x", OFFICIAL + "#two", OFFICIAL, None),
        ("https://evil.example/x", OFFICIAL, "place:", OFFICIAL),
        ("https://ossel.example/x", "https://ossel.example/", "place:", "https://ossel.example/"),
        ("https://ossel.example/x", "http://[x/", "place:", "http://[x/"),
        ("https://ossel.example/x", "file://ossel.example/y", "place:", "file://ossel.example/y"),
    ],
)
def test_an_address_is_believed_of_its_own_site_alone(
    had_at: str | None, given: str | None, address: str, said_at: str | None
) -> None:
    assert standing("place:", had_at, given) == (address, said_at)


def collect(*given: str) -> list[Item]:
    collector = Collector(pause=0)
    found = [one for one in collector.items(collector.find(given)) if isinstance(one, Item)]
    collector.close()
    return found


def test_a_page_that_was_fetched_stands_where_it_was_had(site: Site) -> None:
    [item] = collect(site.page("/a", page(WORDS, canonical=OFFICIAL)))
    origin = item.origin(extract(item))
    assert (origin.how, origin.address, origin.said_at) == (
        "fetched",
        site.address + "/a",
        OFFICIAL,
    )


def test_an_entry_of_a_feed_of_another_site_stands_in_the_feed(site: Site, folder: Path) -> None:
    feed = site.page("/feed", FEED, "application/atom+xml")
    (folder / "feed.xml").write_bytes(FEED)
    for given, how in ((feed, "fetched"), ("feed.xml", "file")):
        [item] = collect(given)
        origin = item.origin(extract(item))
        assert origin.address == origin.place and origin.address.endswith("#urn:1")
        assert (origin.how, origin.said_at) == (how, OFFICIAL)


def test_an_entry_of_a_feed_of_its_own_site_stands_at_its_link(site: Site) -> None:
    own = FEED.replace(OFFICIAL.encode(), (site.address + "/one").encode())
    [item] = collect(site.page("/feed", own, "application/atom+xml"))
    origin = item.origin(extract(item))
    assert (origin.address, origin.said_at) == (site.address + "/one", None)


def test_a_page_of_a_web_archive_stands_at_its_address(folder: Path) -> None:
    (folder / "a.warc").write_bytes(b"".join(warc((OFFICIAL, page(WORDS)))))
    [item] = collect("a.warc")
    origin = item.origin(extract(item))
    assert (origin.how, origin.address, origin.said_at) == ("imported", OFFICIAL, None)


def test_an_id_in_a_web_archive_that_is_an_address_is_not_taken_for_one(folder: Path) -> None:
    made = b"".join(warc((OFFICIAL, page(WORDS))))
    start = made.index(b"WARC-Record-ID: <") + len(b"WARC-Record-ID: <")
    end = made.index(b">", start)
    (folder / "a.warc").write_bytes(made[:start] + b"https://x.example/1" + made[end:])
    [item] = collect("a.warc")
    assert item.place == "a.warc#https://x.example/1"
