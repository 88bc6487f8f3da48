"""What the web app costs: a long document's page, search, many readers at once, the start.

    python -m benchmarks.web [--db ARCHIVE] [--browser]

The document has 10,000 words and 400 attributions and is made up. With --db search is timed on that
archive instead of the one that is made for it.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from memcon.archive import Archive
from memcon.document import Document
from memcon.record import Actor, Attribution, Engine, Record, Statement

CHROMIUM = "/usr/bin/chromium"
_SENTENCES, _EVERY = 667, 5 / 3


def long_record() -> Record:
    """10,000 words, 400 attributions by 20 speakers."""
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = 0
    for n in range(_SENTENCES):
        source = f"Speaker {'ABCDEFGHIJKLMNOPQRST'[n % 20]}"
        content = f"that the ferry number {n} would run again before the end of June"
        sentence = f"{source} said {content}.{chr(10) if n % 6 == 5 else ' '}"
        if len(spans) < 400 and int(n / _EVERY) != int((n - 1) / _EVERY):
            begin = at + len(source) + 6
            spans.append((at, begin, begin + len(content)))
        parts.append(sentence)
        at += len(sentence)
    text = "".join(parts)
    names = sorted({text[a : a + 9] for a, _, _ in spans})
    return Record(
        document=Document(name="long.txt", text=text, title="A long report", date="2022-05-04",
                          genre="report", language="en"),
        actors=tuple(
            Actor(id=f"p{i}", name=name, kind="person",
                  mentions=((text.index(name), text.index(name) + 9),))
            for i, name in enumerate(names)
        ),
        attributions=tuple(
            Attribution(id=f"a{i}", source=((a, a + 9),), cue=((a + 10, a + 14),), content=((b, c),),
                        type="indirect", speaker=f"p{names.index(text[a : a + 9])}", confidence=0.9)
            for i, (a, b, c) in enumerate(spans)
        ),
        statements=tuple(
            Statement(id=f"s{i}", attribution=f"a{i}", act="promise", topics=("ferry",))
            for i in range(len(spans))
        ),
        engine=Engine(version="0", model="sha256:0"),
    )  # fmt: skip


def served(db: str) -> tuple[subprocess.Popen[str], str, float]:
    """The server as a program, its address, and seconds until its first page was there."""
    began = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "memcon", "serve", "--port", "0", "--db", db],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    found = re.search(r"http://\S+/", server.stdout.readline())
    assert found
    get(found[0])
    return server, found[0], time.perf_counter() - began


def get(address: str) -> tuple[float, int]:
    """Seconds and bytes of an answer."""
    began = time.perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        return time.perf_counter() - began, len(answer.read())


def p95(times: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    return (f"median {1000 * statistics.median(times):.0f} ms, "
            f"p95 {1000 * statistics.quantiles(times, n=20)[-1]:.0f} ms")  # fmt: skip


def in_browser(address: str) -> None:
    """How long until Chromium has painted a highlight."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        times = []
        for _ in range(5):
            began = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_selector(".text .p.content")
            times.append(time.perf_counter() - began)
        browser.close()
    print(f"first highlight in Chromium: median {1000 * statistics.median(times):.0f} ms of 5")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--db")
    options.add_argument("--browser", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "web.db")
        record = long_record()
        with Archive(db) as archive:
            archive.add(record)
        words, found = len(record.text.split()), len(record.attributions)
        print(f"document: {words:,} words, {found} attributions")
        server, base, start = served(db)
        try:
            print(f"start to first page: {start:.2f} s")
            place = f"{base}documents/{record.document.sha256[:12]}"
            first = get(place)
            print(f"document page, first: {1000 * first[0]:.0f} ms, {first[1]:,} bytes")
            print("document page:", p95([get(place)[0] for _ in range(40)]))
            if given.browser:
                in_browser(place)
            readers(base, place)
        finally:
            server.terminate()
            server.wait(30)
        if given.db:
            search(given.db)


def readers(base: str, place: str) -> None:
    """50 readers, each of whom asks for 8 pages."""
    pages = [place, f"{base}search?q=", f"{base}actors", f"{base}timeline"] * 2

    def read(_: int) -> tuple[list[float], int]:
        times, failed = [], 0
        for page in pages:
            try:
                times.append(get(page)[0])
            except OSError:
                failed += 1
        return times, failed

    with ThreadPoolExecutor(50) as pool:
        done = list(pool.map(read, range(50)))
    times = [t for some, _ in done for t in some]
    print(f"50 readers at once: {len(times)} pages, {sum(f for _, f in done)} errors, {p95(times)}")


def search(db: str) -> None:
    """Searches by words and facets on a large archive."""
    server, base, start = served(db)
    asked = (
        "q=ferry",
        "q=treaty",
        "q=talks",
        "q=agreement",
        "q=war",
        "q=minister",
        "stance=negative",
    )
    try:
        print(f"{db}: start to first page {start:.2f} s")
        get(f"{base}search?{asked[0]}")
        print(
            "search page:",
            p95([get(f"{base}search?{asked[i % len(asked)]}")[0] for i in range(42)]),
        )
    finally:
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    main()
