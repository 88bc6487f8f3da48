"""`memcon read --topics FILE`."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import SAID, records


def test_the_list_reaches_the_reader(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / "topics.yaml").write_text("- {name: Lamps, terms: [lamp]}\n", "utf-8")
    result = memcon("read", "a.txt", "-f", "jsonl", "--topics", "topics.yaml")
    [record] = records(result.stdout)
    assert record["statements"][0]["topics"] == ["Lamps"]
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_mistake_in_the_list_ends_with_2_before_anything_is_read(
    folder: Path, memcon: Callable
) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / "topics.yaml").write_text("- {name: Lamps, terms: [lamp], parent: Light}\n", "utf-8")
    result = memcon("read", "a.txt", "--topics", "topics.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    # Typer folds its box at the width of the terminal.
    assert "“Light”" in result.stderr
    gone = memcon("read", "a.txt", "--topics", "gone.yaml")
    assert gone.exit_code == 2
    assert "gone.yaml" in gone.stderr
