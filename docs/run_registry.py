"""Run the commands of actors-registry.md and write what they print into the page.

.venv/bin/python docs/run_registry.py

They run in an empty folder with the two samples; whoever reviews answers “y”.
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
PAGE = ROOT / "docs" / "actors-registry.md"
SAMPLES = ("corran-experts.html", "permits-call.html")
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_SESSION = re.compile(r"^\$ (.*)$", re.MULTILINE)


def page() -> str:
    """The page with the output of its commands as it is now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in SAMPLES:
            shutil.copy(ROOT / "samples" / sample, folder)
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT), "COLUMNS": "80", "LOGNAME": "clerk",
            "MEMCON_DB": "actors.db",
        }  # fmt: skip

        def printed(block: re.Match[str]) -> str:
            return "".join(
                f"$ {command}\n{_output(command, folder, environment)}"
                for command in _SESSION.findall(block[0])
            )

        return _BLOCK.sub(printed, PAGE.read_text("utf-8"))


def _output(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        input="y\n",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env=environment,
    )
    return done.stdout


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
