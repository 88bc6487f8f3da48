"""How much memory adding a web archive takes: .venv/bin/python -m benchmarks.archive_memory [MB ...]

For each size, 100 and 1000 without one, a WARC of generated pages of that many megabytes is written and
added by `memcon add` with a stand-in reader (tests/cli/archive_stand_in.py): what is measured is
collecting, extracting and keeping, in a program of its own. Flat memory shows in the same peak for both.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAND_IN = ROOT / "tests" / "cli" / "archive_stand_in.py"
#: Bytes of a page: much of a news page is menus and scripts.
PAGE = 60_000
_WORDS = ("harbour", "lamp", "strait", "pilot", "chart", "minister", "said", "the", "of", "and", "that",
          "Ossel", "Kestria", "talks", "dues", "letter", "winter", "to", "in", "a")  # fmt: skip


def page(of: random.Random, number: int) -> bytes:
    """A page with an article and much beside it."""
    paragraphs = ""
    for _ in range(12):
        said, told = (" ".join(of.choices(_WORDS, k=k)) for k in (40, 60))
        paragraphs += f"<p>“{said},” said Ana Quill. {told}.</p>"
    script = "".join(f"var v{n}={of.random()};" for n in range((PAGE - len(paragraphs)) // 28))
    return (
        f"<!DOCTYPE html><html><head><title>Day {number}</title><script>{script}</script></head>"
        f"<body><article><h1>Day {number}</h1>{paragraphs}</article></body></html>"
    ).encode()


def write_warc(path: Path, size: int) -> int:
    """A WARC of so many bytes; the number of its pages."""
    of, number = random.Random(1), 0
    with path.open("wb") as file:
        while file.tell() < size:
            number += 1
            body = page(of, number)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
            file.write(
                (
                    "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response"
                    f"\r\nWARC-Target-URI: https://courier.example/{number}\r\n"
                    f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
                    f"WARC-Date: 2031-03-03T10:00:00Z\r\nContent-Length: {len(http)}\r\n\r\n"
                ).encode() + http + b"\r\n\r\n"
            )  # fmt: skip
    return number


def measure(size: int) -> None:
    """Print the peak memory and the time for a WARC of so many megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path, where = Path(folder) / "pages.warc", Path(folder) / "archive.db"
        pages = write_warc(path, size * 1_000_000)
        command = [
            sys.executable,
            str(STAND_IN),
            "add",
            "--by-words",
            "--db",
            str(where),
            str(path),
        ]
        begun = time.perf_counter()
        process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)})
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - begun
        print(
            f"{size:,} MB, {pages:,} pages: peak {used.ru_maxrss / 1024:,.0f} MB, {took:,.0f} s, "
            f"exit code {os.waitstatus_to_exitcode(status)}, "
            f"archive {where.stat().st_size / 1e6:,.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    for given in sys.argv[1:] or ["100", "1000"]:
        measure(int(given))
