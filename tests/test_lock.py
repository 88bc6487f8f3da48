"""requirements.lock: every package of the default install, pinned by version and digest."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def plain(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_locked() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {plain(re.split(r"[^\w.-]", d)[0]) for d in about["project"]["dependencies"]}
    locked = {plain(m) for m in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
    assert needed <= locked


def test_every_package_has_a_digest_and_none_an_address() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in LOCK and "file:" not in LOCK
