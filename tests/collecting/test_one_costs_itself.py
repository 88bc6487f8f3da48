"""One place, one page, one file in another: whatever is wrong with it costs it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.collecting import Collector, Failure, Item, extract
from memcon.collecting import files as collecting_files
from memcon.collecting import web as collecting_web
from tests.collecting.conftest import Site
from tests.collecting.test_files import collect, items
from tests.sources.made_files import WORDS, atom, eml, packed, page, pdf

NO_ADDRESS = "http://[x"
FEED = "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>{}</channel></rss>"
GOOD = f"<item><title>Good</title><description>{WORDS}</description></item>"


def test_json_with_an_address_that_is_none(folder: Path) -> None:
    lines = [json.dumps({"text": f"{WORDS} {n}", "url": NO_ADDRESS}) for n in range(3)]
    (folder / "a.jsonl").write_text("\n".join(lines))
    found = items("a.jsonl")
    assert len(found) == 3
    for item in found:
        # The place of its own is what tells it from others then.
        assert item.origin(extract(item)).address == item.place


@pytest.mark.parametrize("own", ["http://[y/", "https://ossel.example/1", "file:///a"])
@pytest.mark.parametrize("given", [NO_ADDRESS, "http://[::1", "https://ossel.example/2"])
def test_the_origin_is_never_an_error(own: str, given: str) -> None:
    item = Item("a", "a", own, "html", page(WORDS, canonical=given))
    document = extract(item).model_copy(update={"url": given})
    assert item.origin(document).address in (own, given)


def test_a_page_whose_address_is_none(folder: Path) -> None:
    (folder / "a.html").write_bytes(page(WORDS, canonical=NO_ADDRESS))
    [item] = items("a.html")
    assert item.origin(extract(item)).address == (folder / "a.html").as_uri()


def test_an_address_that_is_none() -> None:
    collector = Collector(pause=0)
    given = ["http://[::1", "https://[x/", "http://"]
    found = list(collector.items(collector.find(given)))
    collector.close()
    assert [one.label for one in found if isinstance(one, Failure)] == given


def test_entries_of_a_feed(folder: Path) -> None:
    broken = (
        "<item><title>Cut</title><description>&#xD800;</description><link>http://[x/</link></item>"
    )
    (folder / "a.rss").write_text(FEED.format(broken + GOOD))
    (folder / "b.rss").write_text(FEED.format(GOOD + "<item><title>Cut in the mid")[:-30])
    (folder / "c.txt").write_text(WORDS)
    texts, _ = collect("a.rss", "b.rss", "c.txt")
    assert {"a.rss (Good)", "b.rss (Good)", "c.txt"} <= set(texts)


def test_a_place_whose_reader_falls_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = collecting_files.items_of_feed

    def fall(label: str, *rest: object) -> object:
        if "bad" in label:
            raise AssertionError("we should not get here!")
        return whole(label, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(collecting_files, "items_of_feed", fall)
    feed = FEED.format(GOOD).encode()
    for name in ("bad.rss", "c.rss"):
        (folder / name).write_bytes(feed)
    (folder / "d.zip").write_bytes(packed(bad_rss=feed, good_rss=feed))
    texts, reasons = collect("bad.rss", "c.rss", "d.zip")
    assert list(texts) == ["c.rss (Good)", "d.zip!/good.rss (Good)"]
    assert set(reasons) == {"bad.rss", "d.zip!/bad.rss"}
    assert "please report it" in reasons["bad.rss"]


def test_feeds_that_name_files_wherever_they_lie(folder: Path) -> None:
    secret = folder / "secret.xml"
    secret.write_text(FEED.format(GOOD))
    named = str(secret).encode()
    (folder / "a.rss").write_bytes(named)
    (folder / "b.zip").write_bytes(packed(inner_rss=named))
    (folder / "c.eml").write_bytes(eml(WORDS, attached={"x.rss": named}))
    texts, reasons = collect("a.rss", "b.zip", "c.eml")
    assert list(texts) == ["c.eml"]
    assert set(reasons) == {"a.rss", "b.zip!/inner.rss", "c.eml!/x.rss"}


def test_a_site_that_answers_with_the_path_of_a_file(site: Site, folder: Path) -> None:
    secret = folder / "secret.xml"
    secret.write_text(FEED.format(GOOD))
    site.page("/feed", str(secret).encode(), "application/rss+xml")
    collector = Collector(pause=0)
    [found] = list(collector.items(collector.find([site.address + "/feed"])))
    collector.close()
    assert isinstance(found, Failure) and "this is no feed" in found.reason


def test_pages_behind_a_feed_and_in_a_sitemap(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("/bad", "/good"):
        site.page(path, pdf([WORDS]), "application/pdf")
    links = [NO_ADDRESS + "/", site.address + "/bad", site.address + "/good"]
    whole = collecting_web._item

    def fall(address: str, *rest: object) -> Item:
        if address.endswith("/bad"):
            raise KeyError("bad")
        return whole(address, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(collecting_web, "_item", fall)
    entries = [
        f'<entry><title>T</title><id>{n}</id><link href="{to}"/></entry>'
        for n, to in enumerate(links)
    ]
    site.page("/feed", atom(*entries), "application/atom+xml")
    urls = "".join(f"<url><loc>{to}</loc></url>" for to in links)
    site.page("/map.xml", f"<urlset>{urls}</urlset>".encode(), "text/xml")
    for path in ("/feed", "/map.xml"):
        collector = Collector(pause=0)
        found = list(collector.items(collector.find([site.address + path])))
        collector.close()
        assert [one.place for one in found if isinstance(one, Item)] == [links[2]]
        assert site.address + "/bad" in [one.label for one in found if isinstance(one, Failure)]
