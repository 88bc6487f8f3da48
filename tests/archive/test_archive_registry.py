"""Archive and registry in one file, whichever of them made it."""

from __future__ import annotations

from pathlib import Path

from memcon.archive import Archive
from memcon.registry import Registry
from tests.archive.conftest import MONDAY


def test_the_archive_made_the_file(folder: Path) -> None:
    with Archive("desk.db") as archive:
        archive.add(MONDAY)
    with Registry("desk.db") as registry:
        assert registry.actors() == []
    with Archive("desk.db", create=False) as archive:
        assert archive.holds(MONDAY.document.sha256)


def test_the_registry_made_the_file(folder: Path) -> None:
    Registry("desk.db").close()
    with Archive("desk.db") as archive:
        archive.add(MONDAY)
    with Registry("desk.db", create=False) as registry:
        assert registry.actors() == []
