"""`memcon read --show layout`: the blocks of a text."""

import json
from collections.abc import Callable
from pathlib import Path

TEXT = (
    "Press conference\n\nTuura, 3 May 2026\n\nMINISTER BERG: We shall meet again.\n\n(Applause.)\n\n"
    "QUESTION: When will you meet?\n\nMINISTER BERG: In June.\n\n###\n"
)


def test_a_line_for_each_block(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    result = memcon("read", "a.txt", "--show", "layout")
    told = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert told[0] == "a.txt: transcript, 7 blocks"
    assert [line.split()[1] for line in told[1:]] == [
        "title", "dateline", "turn", "interjection", "turn", "turn", "furniture",
    ]  # fmt: skip
    assert "[MINISTER BERG]" in told[3]


def test_json_gives_the_spans_of_the_document(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    result = memcon("read", "a.txt", "--show", "layout", "--format", "json", "-o", "blocks.json")
    told = json.loads((folder / "blocks.json").read_text("utf-8"))
    turn = next(block for block in told["blocks"] if block["kind"] == "turn")
    assert result.exit_code == 0
    assert TEXT[slice(*turn["label"])] == "MINISTER BERG"
    assert [TEXT[a:b] for a, b in turn["body"]] == ["We shall meet again."]


def test_what_cannot_be_loaded_is_named_and_the_others_are_shown(
    folder: Path, memcon: Callable
) -> None:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    result = memcon("read", "gone.txt", "a.txt", "--show", "layout", "--format", "jsonl")
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert json.loads(result.stdout)["genre"] == "transcript"


def test_a_form_that_holds_no_blocks_is_a_mistake(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    result = memcon("read", "a.txt", "--show", "layout", "--format", "csv")
    assert result.exit_code == 2
    assert "text, json and jsonl" in " ".join(result.stderr.split())
