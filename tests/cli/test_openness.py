"""A database that everybody on the machine may read is told of, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.archive import Archive
from memcon.registry import Registry
from tests.cli.archive_runs import Run, desk

__all__ = ["desk"]

WARNING = "memcon: desk.db: every user of this machine may read it; chmod 600 desk.db ends that\n"


@pytest.mark.parametrize("command", [("archive", "documents"), ("search", "strait"), ("actors",)])
def test_every_command_warns_until_it_is_mended(desk: Run, command: tuple[str, ...]) -> None:
    (Registry if command == ("actors",) else Archive)("desk.db").close()
    assert desk(*command).stderr == ""
    Path("desk.db").chmod(0o644)
    result = desk(*command)
    assert (result.exit_code, result.stderr.splitlines(keepends=True)[:1]) == (0, [WARNING])


def test_the_web_app_warns_before_it_asks_for_a_password(
    desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memcon.web.serving.add", lambda *_: 0)
    Archive("desk.db").close()
    Path("desk.db").chmod(0o644)
    assert desk("serve", "add-user", "carla").stderr == WARNING


def test_a_server_guards_itself(desk: Run) -> None:
    assert "every user" not in desk("archive", "check", "--db", "postgresql://127.0.0.1:9/x").stderr
