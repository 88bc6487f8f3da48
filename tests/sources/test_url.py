"""Pages from the web: politely, and never for ever."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from memcon.sources.coding import CodingError
from memcon.sources.limits import TooLargeError
from memcon.sources.url import Browser, FetchError, _asked_to_wait
from tests.collecting.conftest import Site, site

__all__ = ["site"]


@pytest.fixture
def waited() -> list[float]:
    """The seconds that the browser waited, instead of waiting."""
    return []


@pytest.fixture
def browser(waited: list[float]) -> Iterator[Browser]:
    with Browser(pause=2, sleep=waited.append) as made:
        yield made


def test_a_page(site: Site, browser: Browser) -> None:
    address = site.page("/a", b"<p>Talks</p>", "text/html; charset=utf-8", ETag='"1"')
    page = browser.get(address)
    assert page is not None
    assert (page.data, page.media, page.etag) == (b"<p>Talks</p>", "text/html", '"1"')
    assert site.asked[-1][1]["user-agent"].startswith("memcon/")


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, browser: Browser) -> None:
    address = site.page("/a", b"Talks", ETag='"1"')
    assert browser.get(address, etag='"1"') is None
    assert browser.get(address, etag='"0"') is not None


def test_servers_are_not_asked_too_often(site: Site, browser: Browser, waited: list[float]) -> None:
    for path in ("/a", "/b"):
        browser.get(site.page(path, b"Talks"))
    # robots.txt, /a and /b: two pauses.
    assert waited == [pytest.approx(2, abs=0.5), pytest.approx(4, abs=0.5)]


def test_robots_txt_is_obeyed(site: Site, browser: Browser, waited: list[float]) -> None:
    rules = b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"
    site.page("/robots.txt", rules, "text/plain")
    with pytest.raises(FetchError, match=r"the site's robots\.txt asks programs not to read"):
        browser.get(site.page("/private/a", b"secret"))
    assert site.paths() == []
    browser.get(site.page("/a", b"Talks"))
    browser.get(site.page("/b", b"Talks"))
    assert max(waited) == pytest.approx(9, abs=0.5)  # Two of robots.txt's own pause, then seven.


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(site: Site, browser: Browser) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    with pytest.raises(FetchError, match=r"does not answer when it is asked for robots\.txt"):
        browser.get(site.page("/a", b"Talks"))


def test_redirections_are_followed_and_end(site: Site, browser: Browser) -> None:
    site.pages["/old"] = (301, {"Location": "/a"}, b"")
    page = browser.get(site.page("/a", b"Talks").replace("/a", "/old"))
    assert page is not None
    assert page.address == site.address + "/a"


def test_pages_that_redirect_for_ever(site: Site, browser: Browser) -> None:
    site.pages["/here"] = (302, {"Location": "/there"}, b"")
    site.pages["/there"] = (302, {"Location": "/here"}, b"")
    with pytest.raises(FetchError, match="it redirects in a circle"):
        browser.get(site.address + "/here")
    for number in range(20):
        site.pages[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    with pytest.raises(FetchError, match="it redirects more than 10 times"):
        browser.get(site.address + "/0")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://x.example/", "javascript:1", "http://"]
)
def test_redirections_out_of_the_web(site: Site, browser: Browser, target: str) -> None:
    site.pages["/a"] = (302, {"Location": target}, b"")
    with pytest.raises(FetchError, match=r"no address of a web page|cannot be had|in a circle"):
        browser.get(site.address + "/a")


def test_a_server_that_is_busy_is_asked_again(
    site: Site, browser: Browser, waited: list[float]
) -> None:
    answers = iter([(503, {"Retry-After": "5"}, b""), (200, {}, b"Talks")])
    site.pages["/a"] = lambda _: next(answers)
    page = browser.get(site.address + "/a")
    assert page is not None and page.data == b"Talks"
    assert 5 in waited


def test_what_cannot_be_had(site: Site, browser: Browser) -> None:
    with pytest.raises(FetchError, match="the server answers 404"):
        browser.get(site.address + "/none")
    with pytest.raises(FetchError, match="check the address and the network"):
        browser.get("http://127.0.0.1:9/")
    with pytest.raises(FetchError, match="this is no address"):
        browser.get("http://")


def test_a_page_without_end(site: Site, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.sources.url.LARGEST", 1000)
    with pytest.raises(TooLargeError, match="it is larger than 1,000 bytes"):
        browser.get(site.page("/a", bytes(2000)))


def test_a_packed_page_is_unpacked(site: Site, browser: Browser) -> None:
    data = gzip.compress(b"Talks")
    page = browser.get(site.page("/a", data, Content_Encoding="gzip"))
    assert page is not None and page.data == b"Talks"
    assert site.asked[-1][1]["accept-encoding"] == "gzip, deflate, br"


def test_a_packed_bomb(site: Site, browser: Browser) -> None:
    twice = gzip.compress(gzip.compress(bytes(10**7)))
    with pytest.raises(CodingError, match="packs it more than once"):
        browser.get(site.page("/a", twice, Content_Encoding="gzip, gzip"))
    with pytest.raises(CodingError, match="'zstd', though"):
        browser.get(site.page("/b", b"words", Content_Encoding="zstd"))
    with pytest.raises(TooLargeError):
        browser.get(site.page("/c", gzip.compress(bytes(70_000_000)), Content_Encoding="gzip"))


def test_the_body_of_an_error_or_a_redirection_is_not_read(site: Site, browser: Browser) -> None:
    site.pages["/old"] = (301, {"Location": "/a", "Content-Encoding": "br"}, b"words")
    site.page("/a", b"Talks")
    page = browser.get(site.address + "/old")
    assert page is not None and page.data == b"Talks"


@pytest.mark.parametrize("wait", ["²", "x", "-1", "١", ""])
def test_a_wait_that_is_no_number(
    site: Site, browser: Browser, waited: list[float], wait: str
) -> None:
    answers = iter([(503, {"Retry-After": wait}, b""), (200, {}, b"Talks")])
    site.pages["/a"] = lambda _: next(answers)
    page = browser.get(site.address + "/a")
    assert page is not None and page.data == b"Talks"


def test_a_wait_of_many_digits_is_a_minute() -> None:
    assert _asked_to_wait("9" * 5000, 1) == 60
    assert _asked_to_wait("²", 1) == 2
    assert _asked_to_wait(None, 2) == 4


@pytest.mark.parametrize("target", ["http://[x/", "//[x/", "http://[::1"])
def test_redirections_to_what_is_no_address(site: Site, browser: Browser, target: str) -> None:
    site.pages["/a"] = (302, {"Location": target}, b"")
    with pytest.raises(FetchError, match=r"which is no address|Invalid URL in location"):
        browser.get(site.address + "/a")


def test_a_robots_txt_that_redirects_to_what_is_no_address(site: Site, browser: Browser) -> None:
    site.pages["/robots.txt"] = (302, {"Location": "http://[x/"}, b"")
    with pytest.raises(FetchError, match=r"does not answer when it is asked for robots\.txt"):
        browser.get(site.page("/a", b"Talks"))


@pytest.mark.parametrize("address", ["http://[::1", "http://[x/", "https://a]/"])
def test_what_is_no_address(browser: Browser, address: str) -> None:
    with pytest.raises(FetchError, match="this is no address of a web page"):
        browser.get(address)
