"""Nothing is sent anywhere: onnxruntime's telemetry is off by every way into memcon.

Where it is on, it makes a folder for a device id and its events as soon as it is imported; the folder
stands for the look-ups that follow it a minute later.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WAYS = {
    "command": "from memcon.cli import main; import sys; sys.argv = ['memcon', 'read', 'talks.txt', "
    "'-f', 'json']; main()",
    "library": "import memcon; memcon.read('Anna Berg said that the talks were useful.')",
    "web app": "import memcon.web.serving; from memcon.language.model import shipped_model; "
    "shipped_model()",
    "meaning": "from memcon.language.embedding import embed; embed(['the talks were useful'])",
    "spaCy component": "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('memcon'); "
    "nlp('Anna Berg said that the talks were useful.')",
}


def traces(program: str, home: Path) -> list[str]:
    """What onnxruntime leaves in an empty home when the program is run."""
    (home / "talks.txt").write_text("Anna Berg said that the talks were useful.\n", "utf-8")
    surroundings = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    surroundings |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=home, env=surroundings, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    left = [str(path.relative_to(home)) for path in home.rglob("*") if "icrosoft" in str(path)]
    return sorted(left)


@pytest.mark.parametrize("way", WAYS)
def test_no_way_in_leaves_a_trace(way: str, tmp_path: Path) -> None:
    assert traces(WAYS[way], tmp_path) == []


def test_the_trace_would_be_seen(tmp_path: Path) -> None:
    program = (
        "import onnxruntime as o, sys; sys.exit(0)"  # by itself, as another program imports it
    )
    if not traces(program, tmp_path):
        pytest.skip("this build of onnxruntime has no telemetry")
