"""`memcon cite`: all styles, or one."""

from __future__ import annotations

import json

from tests.cli.archive_runs import MONDAY, Run, desk, two_days

__all__ = ["desk", "two_days"]


def place(run: Run) -> str:
    return json.loads(run("search", "strait", "-f", "json").stdout)["hits"][0]["id"]


def test_all_styles(two_days: Run) -> None:
    result = two_days("cite", place(two_days))
    assert result.exit_code == 0
    for piece in ("“monday.txt.”", "@misc{memcon", "TY  - ELEC", '"TextQuoteSelector"'):
        assert piece in result.stdout


def test_one_style(two_days: Run) -> None:
    made = json.loads(two_days("cite", place(two_days), "--style", "w3c").stdout)
    position = made["target"]["selector"][1]
    assert MONDAY[position["start"] : position["end"]] == "“The strait stays open,”"


def test_no_such_place(two_days: Run) -> None:
    result = two_days("cite", "ffffffffffff:1-2")
    assert (result.exit_code, result.stderr) == (
        1, "memcon: there is no text ffffffffffff in the archive\n",
    )  # fmt: skip
