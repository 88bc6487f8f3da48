"""What the web app costs: a long document's page, search, many readers at once, the start.

    python -m benchmarks.web --db ARCHIVE

All figures in one run, each with what it may be; the exit code is 1 if one is beyond that. The document
has 10,000 words and 400 attributions and is made up. Search is timed on the archive of --db (python -m
benchmarks.archive makes one of 100,000 documents), and left out without it; Chromium is asked where it
is, each time with an empty cache. Times are a client's on the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
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
        if len(spans) < 400 and n // _EVERY != (n - 1) // _EVERY:
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
    length = len(body(address))
    return time.perf_counter() - began, length


def body(address: str) -> bytes:
    """An answer."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


class Report:
    """Prints figures, and remembers whether one was beyond what it may be."""

    def __init__(self) -> None:
        self.missed = 0

    def figure(self, name: str, value: float, unit: str, most: float, more: str = "") -> None:
        """A figure, and the most that it may be."""
        fine = value <= most
        self.missed += not fine
        print(f"{name}: {value:,.4g} {unit} (at most {most:,g}: {'fine' if fine else 'MISSED'}){more}",
              flush=True)  # fmt: skip

    def times(self, name: str, seconds: list[float], most: float) -> None:
        """The 95th percentile in milliseconds."""
        median = f"; median {1000 * statistics.median(seconds):,.0f} ms of {len(seconds)}"
        p95 = 1000 * statistics.quantiles(seconds, n=20, method="inclusive")[-1]
        self.figure(f"{name}, p95", p95, "ms", most, median)


def in_browser(address: str, told: Report) -> None:
    """How long until Chromium shows a highlight, its cache being empty."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        times = []
        for _ in range(6):
            page = browser.new_context().new_page()
            page.goto("about:blank")
            began = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_selector(".text .p.content")
            times.append(time.perf_counter() - began)
            page.context.close()
        browser.close()
    # The first waits for Chromium itself to be read from disk.
    slowest = 1000 * max(times[1:])
    told.figure("first highlight in Chromium, slowest of 5", slowest, "ms", 1000)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--db", help="archive whose search is timed")
    given = options.parse_args()
    told = Report()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} CPUs, {platform.machine()}, "
          f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "web.db")
        record = long_record()
        with Archive(db) as archive:
            archive.add(record)
        words, found = len(record.text.split()), len(record.attributions)
        print(f"document: {words:,} words, {found} attributions")
        server, base, start = served(db)
        try:
            told.figure("start to first page", start, "s", 3)
            place = f"{base}documents/{record.document.sha256[:12]}"
            first = get(place)
            print(f"document page, first: {1000 * first[0]:.0f} ms, {first[1]:,} bytes")
            told.times("document page", [get(place)[0] for _ in range(100)], 150)
            if Path(CHROMIUM).exists():
                in_browser(place, told)
            else:
                print(f"first highlight: {CHROMIUM} is not there")
            readers(base, place, told)
        finally:
            server.terminate()
            server.wait(30)
        if given.db:
            search(given.db, told)
        else:
            print("search: no --db was given")
    sys.exit(1 if told.missed else 0)


def readers(base: str, place: str, told: Report) -> None:
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
    median = f" in {len(times)} pages; median {1000 * statistics.median(times):,.0f} ms"
    told.figure("50 readers at once", sum(f for _, f in done), "errors", 0, median)


def search(db: str, told: Report) -> None:
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
        print(
            f"archive: {json.loads(body(f'{base}api/v1/documents?limit=1'))['total']:,} documents"
        )
        told.figure("start to first page on it", start, "s", 3)
        get(f"{base}search?{asked[0]}")
        # Each question once anew and then again, as people ask: what is counted for it is kept.
        told.times("search page", [get(f"{base}search?{q}")[0] for q in asked * 6], 200)
    finally:
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    main()
