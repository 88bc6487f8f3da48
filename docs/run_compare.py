"""Run the commands of compare.md and write what they print into the page; draw its pictures.

.venv/bin/python docs/run_compare.py

They run in an empty folder with the samples. The page of the comparison is drawn where Chromium is
on the path.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "compare.md"
IMAGES = ROOT / "docs" / "images"
SAMPLES = ("lantern-strait-ossel.txt", "lantern-strait-velmar.txt")
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_SESSION = re.compile(r"^\$ (.*)$", re.MULTILINE)
#: Nothing of the browser may speak to a network or keep anything of this run.
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--window-size=1280,1500",
)  # fmt: skip


def page() -> str:
    """The page with the output of its commands as it is now."""
    with tempfile.TemporaryDirectory() as name:
        folder = _prepared(Path(name))

        def printed(block: re.Match[str]) -> str:
            return "".join(
                f"$ {command}\n{_output(command, folder)}" for command in _SESSION.findall(block[0])
            )

        return _BLOCK.sub(printed, PAGE.read_text("utf-8"))


def draw() -> None:
    """Draw the page of the comparison, light and dark."""
    with tempfile.TemporaryDirectory() as name:
        folder = _prepared(Path(name))
        _output(f"memcon compare {' '.join(SAMPLES)} --format html --output page.html", folder)
        for dark, picture in ((0, "compare.png"), (1, "compare-dark.png")):
            command = [
                "chromium", *_FLAGS, f"--blink-settings=preferredColorScheme={1 - dark}",
                f"--user-data-dir={folder}/profile", f"--screenshot={IMAGES / picture}",
                (folder / "page.html").as_uri(),
            ]  # fmt: skip
            subprocess.run(command, check=True, capture_output=True)


def _prepared(folder: Path) -> Path:
    for sample in SAMPLES:
        shutil.copy(ROOT / "samples" / sample, folder)
    return folder


def _output(command: str, folder: Path) -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}", "COLUMNS": "100",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", check=False, cwd=folder, env=environment,
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    if shutil.which("chromium"):
        draw()
