"""Draw the pictures of the README from a real Record: `terminal.svg`, `page.png`, `page-dark.png`.

    memcon read samples/harbour-talks.txt --format json > record.json
    python docs/images/draw.py samples/harbour-talks.txt record.json

The page needs Chromium on the path; without it only the terminal is drawn. The text is decoded as
UTF-8, since offsets are of that text.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from memcon.record import Record
from memcon.report import print_report, render

HERE = Path(__file__).parent
#: Nothing of the browser may speak to a network or keep anything of this run.
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--window-size=1280,1180",
)  # fmt: skip


def draw_terminal(record: Record, title: str, path: Path) -> None:
    """Write the terminal report, 88 columns wide, as SVG."""
    console = Console(
        width=88, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    print_report(record, console)
    # A fixed id: the same Record gives the same bytes.
    console.save_svg(str(path), title=title, unique_id="memcon")


def draw_page(record: Record, path: Path, *, dark: bool) -> None:
    """Write a picture of the HTML report.

    :raises subprocess.CalledProcessError: if Chromium fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(render(record, "html"), encoding="utf-8")
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        profile = f"--user-data-dir={folder}/profile"
        command = ["chromium", *FLAGS, scheme, profile, f"--screenshot={path}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Draw the pictures beside this file."""
    text_path, record_path = map(Path, sys.argv[1:3])
    text = text_path.read_bytes().decode("utf-8-sig")
    record = Record.from_json(record_path.read_bytes(), text)
    draw_terminal(record, f"memcon read {text_path}", HERE / "terminal.svg")
    if shutil.which("chromium"):
        draw_page(record, HERE / "page.png", dark=False)
        draw_page(record, HERE / "page-dark.png", dark=True)


if __name__ == "__main__":
    main()
