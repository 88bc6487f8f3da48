"""`memcon serve` as a program: it starts quickly, and not without users where others can reach it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

MEMCON = [sys.executable, "-m", "memcon"]


def test_it_opens_and_stops(tmp_path: Path) -> None:
    served = subprocess.Popen(
        [*MEMCON, "serve", "--port", "0", "--db", str(tmp_path / "desk.db")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert served.stdout is not None
        told = served.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", told)
        assert address, told + (served.stderr.read() if served.stderr else "")
        with urllib.request.urlopen(address[0], timeout=60) as answer:
            assert b"Who said what?" in answer.read()
    finally:
        served.send_signal(signal.SIGINT)
        assert served.wait(30) == 0


def test_others_cannot_reach_it_without_users(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*MEMCON, "serve", "--host", "0.0.0.0", "--port", "0", "--db", str(tmp_path / "desk.db")],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "memcon serve add-user" in ran.stderr


def test_users_are_added(tmp_path: Path) -> None:
    def add(name: str, role: str, password: str) -> subprocess.CompletedProcess[str]:
        command = [
            *MEMCON,
            "serve",
            "add-user",
            name,
            "--role",
            role,
            "--db",
            str(tmp_path / "desk.db"),
        ]
        return subprocess.run(
            command, input=password + "\n", capture_output=True, text=True, timeout=120
        )

    first = add("amal", "reviewer", "a lamp for the harbour")
    assert first.returncode == 1 and "must be an admin" in first.stderr
    assert "10 characters" in add("carla", "admin", "short").stderr
    assert add("carla", "admin", "a lamp for the harbour").returncode == 0
    again = add("Carla", "reader", "a lamp for the harbour")
    assert again.returncode == 1 and "already" in again.stderr
