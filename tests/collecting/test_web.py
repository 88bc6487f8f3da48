"""Items of the web: pages, feeds and sitemaps, on a site on this machine."""

from __future__ import annotations

from memcon.collecting import Collector, Failure, Item, extract
from memcon.sources.openness import Guard
from tests.collecting.conftest import Site
from tests.sources.made_files import WORDS, atom, page, pdf


def collect(site: Site, *paths: str, **options: object) -> tuple[list[Item], list[Failure]]:
    collector = Collector(pause=0, **options)  # type: ignore[arg-type]
    found = list(collector.items(collector.find(site.address + path for path in paths)))
    collector.close()
    return (
        [item for item in found if isinstance(item, Item)],
        [item for item in found if isinstance(item, Failure)],
    )


def test_a_page_and_a_pdf(site: Site) -> None:
    site.page("/talks", page(WORDS), ETag='"7"')
    site.page("/file", pdf([WORDS]), "application/pdf")
    found, failed = collect(site, "/talks", "/file", "/none")
    assert [(item.kind, item.etag) for item in found] == [("html", '"7"'), ("pdf", None)]
    assert [extract(item).text for item in found] == [f"Talks in Velmar\n\n{WORDS}", WORDS]
    assert [failure.label for failure in failed] == [site.address + "/none"]


def test_what_has_not_changed_is_left_out(site: Site) -> None:
    site.page("/talks", page(WORDS), ETag='"7"')
    collector = Collector(lambda _: ('"7"', None), pause=0)
    assert list(collector.items(collector.find([site.address + "/talks"]))) == []
    collector.close()
    assert collector.unchanged == 1


def test_a_feed_gives_its_whole_entries_and_the_pages_behind_the_others(site: Site) -> None:
    site.page("/2", page(WORDS, title=""))
    site.page("/feed", atom(
        f"<entry><title>Whole</title><id>urn:1</id><content>{WORDS}</content></entry>",
        f'<entry><title>Short</title><id>urn:2</id><link href="{site.address}/2"/>'
        "<published>2031-03-03</published><summary>Talks …</summary></entry>",
        f'<entry><title>Gone</title><id>urn:3</id><link href="{site.address}/3"/></entry>',
    ), "application/atom+xml")  # fmt: skip
    found, failed = collect(site, "/feed")
    documents = [extract(item) for item in found]
    assert [(d.text, d.title, d.date, d.publisher) for d in documents] == [
        (WORDS, "Whole", None, "Ministry of Ossel"),
        (WORDS, "Short", "2031-03-03", "Ministry of Ossel"),
    ]
    assert [failure.label for failure in failed] == [site.address + "/3"]


def test_a_sitemap_and_those_that_it_lists(site: Site) -> None:
    for number in range(4):
        site.page(f"/{number}", page(f"{WORDS} Day {number}."))
    urls = "".join(f"<url><loc>{site.address}/{n}</loc></url>" for n in range(4))
    site.page("/map1.xml", f"<urlset>{urls}</urlset>".encode(), "text/xml")
    site.page(
        "/sitemap.xml",
        f"<sitemapindex><sitemap><loc>{site.address}/map1.xml</loc></sitemap></sitemapindex>".encode(),
        "text/xml",
    )
    assert len(collect(site, "/sitemap.xml")[0]) == 4
    assert len(collect(site, "/sitemap.xml", most=2)[0]) == 2


def test_a_sitemap_that_lists_itself_comes_to_an_end(site: Site) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.address}/s.xml</loc></sitemap></sitemapindex>"
    site.page("/s.xml", index.encode(), "text/xml")
    assert collect(site, "/s.xml") == ([], [])


def test_moving_pictures_are_no_documents(site: Site) -> None:
    site.page("/a.gif", b"GIF89a", "image/gif")
    _, [failure] = collect(site, "/a.gif")
    assert "this is no document (the server says image/gif)" in failure.reason


def test_offline_nothing_is_asked(site: Site) -> None:
    _, [failure] = collect(site, "/talks", offline=True)
    assert "--offline was given" in failure.reason
    assert site.asked == []


def test_a_feed_does_not_lead_to_the_neighbours(site: Site) -> None:
    entry = '<entry><title>Secret</title><id>urn:1</id><link href="http://localhost:9/x"/></entry>'
    site.page("/feed", atom(entry), "application/atom+xml")
    found, failed = collect(site, "/feed", guard=Guard())
    assert not found
    [failure] = failed
    assert "only a page led there" in failure.reason
