"""`memcon search`: hits as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.cli.archive_runs import FRIDAY, MONDAY, Run, desk, two_days

__all__ = ["desk", "two_days"]


def test_hits_for_a_terminal(two_days: Run) -> None:
    result = two_days("search", "strait", "--speaker", "Quill")
    lines = result.stdout.splitlines()
    assert lines[:2] == ["  1  Ana Quill (state)", "     “The strait stays open,”"]
    assert lines[2].startswith("     monday.txt, line 3  [")
    assert lines[4] == "1–1 of 1 statement"
    assert "  speaker: Ana Quill 1" in lines
    assert (result.exit_code, result.stderr) == (0, "")


def test_hits_for_programs(two_days: Run) -> None:
    found = json.loads(two_days("search", "--speaker", "Harnes", "-f", "json").stdout)
    assert (found["total"], found["more"]) == (2, False)
    for hit in found["hits"]:
        text = {"monday.txt": MONDAY, "friday.txt": FRIDAY}[hit["name"]]
        [(start, end)] = hit["spans"]
        assert text[start:end] == hit["words"]
    assert found["facets"]["speaker"] == [{"value": "Ruben Harnes", "count": 2}]


def test_hits_for_a_spreadsheet(folder: Path, two_days: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(two_days("search", "dues", "--format", "csv").stdout)))
    [row] = rows
    assert (row["document"], row["speaker"], row["line"]) == ("friday.txt", "Ruben Harnes", "1")


def test_an_address_that_a_file_claims_is_marked(folder: Path, desk: Run) -> None:
    made = {"text": FRIDAY, "url": "https://courier.example/friday"}
    (folder / "days.jsonl").write_text(json.dumps(made), "utf-8")
    assert desk("add", "--by-words", "days.jsonl").exit_code == 0
    [row] = csv.DictReader(io.StringIO(desk("search", "dues", "--format", "csv").stdout))
    assert (row["url"], row["url_claimed"]) == ("https://courier.example/friday", "yes")
    [hit] = json.loads(desk("search", "dues", "--format", "json").stdout)["hits"]
    assert hit["url_claimed"]
    told = desk("cite", hit["id"], "--style", "chicago").stdout
    assert "https://courier.example/friday (address as stated by who added it)." in told


def test_nothing_is_found(two_days: Run) -> None:
    assert two_days("search", "glacier").stdout == "Nothing is found.\n"
    assert two_days("search", "--offset", "50").stdout == "There are no more.\n"


def test_what_cannot_be_asked(two_days: Run) -> None:
    result = two_days("search", "--since", "soon")
    assert result.exit_code == 1
    assert result.stderr == "memcon: soon is no date; write 2015, 2015-11 or 2015-11-30\n"
    assert two_days("search", "--stance", "angry").exit_code == 2


def test_no_archive(desk: Run) -> None:
    result = desk("search", "strait")
    assert result.exit_code == 1
    assert "there is no archive yet; make it with memcon add" in result.stderr


def test_words_that_would_act_on_the_terminal_are_spelt_out(folder: Path, desk: Run) -> None:
    words = "“The \x1b[31mred lamp,” said Ana Quill to the press in Velmar."
    (folder / "a.txt").write_text(words, "utf-8")
    assert desk("add", "--by-words", "a.txt").exit_code == 0
    assert "⟨U+001B⟩[31mred lamp" in desk("search", "lamp").stdout
