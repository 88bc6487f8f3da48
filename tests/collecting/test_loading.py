"""Many documents from many places, some of which cannot be had."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.collecting import Collector, Failure, Loaded
from memcon.sources.text import read_text


def load_each(*paths: str | Path) -> Iterator[Loaded | Failure]:
    with Collector(offline=True) as collector:
        yield from collector.documents(collector.find(map(str, paths)))


def outcome(*paths: str | Path) -> list[tuple[str, str]]:
    """For each document its label, and its text or the reason that there is none."""
    return [
        (i.label, i.reason if isinstance(i, Failure) else i.document.text)
        for i in load_each(*paths)
    ]


def test_a_folder_is_read_to_the_bottom_sorted_without_hidden_files(folder: Path) -> None:
    (folder / "in/b/.git").mkdir(parents=True)
    for name in ("z.txt", "a.txt", ".hidden.txt", "b/c.txt", "b/.git/d.txt", "e.png"):
        (folder / "in" / name).write_text("Said.")
    assert [label for label, _ in outcome("in")] == ["in/a.txt", "in/b/c.txt", "in/z.txt"]


def test_what_cannot_be_read_never_stops_the_rest(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in/a.txt").write_text("One.")
    (folder / "in/b.txt").symlink_to("nowhere")
    (folder / "in/c.txt").symlink_to("c.txt")
    os.mkfifo(folder / "in/d.txt")
    (folder / "in/e.txt").write_bytes(b"")
    (folder / "in/f.txt").mkdir()
    (folder / "in/g.json").write_text("{")
    (folder / "in/h.txt").write_text("Two.")
    found = dict(outcome("in", "gone.txt", ""))
    assert found.pop("in/a.txt") == "One."
    assert found.pop("in/h.txt") == "Two."
    assert "a link to nothing" in found.pop("in/b.txt")
    assert "it cannot be read" in found.pop("in/c.txt")
    assert "a pipe or a device" in found.pop("in/d.txt")
    assert "empty" in found.pop("in/e.txt")
    assert "not JSON" in found.pop("in/g.json")
    assert "no such file" in found.pop("gone.txt")
    assert "the path is empty" in found.pop("''")
    assert not found


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_without_the_right_to_read_them(folder: Path) -> None:
    (folder / "in/b").mkdir(parents=True)
    (folder / "in/a.txt").write_text("One.")
    (folder / "in/a.txt").chmod(0)
    (folder / "in/b").chmod(0)
    found = dict(outcome("in"))
    (folder / "in/b").chmod(0o700)
    assert "permission denied; give yourself the right" in found["in/a.txt"]
    assert "permission denied" in found["in/b"]


def test_links_to_folders_in_a_circle_come_to_an_end(folder: Path) -> None:
    (folder / "in/b").mkdir(parents=True)
    (folder / "in/b/a.txt").write_text("One.")
    (folder / "in/b/up").symlink_to("..")
    assert outcome("in") == [("in/b/a.txt", "One.")]


def test_a_folder_without_documents_says_so(folder: Path) -> None:
    [(label, reason)] = outcome(folder)
    assert label == str(folder)
    assert "no file in it that memcon knows; it knows .txt" in reason


def test_documents_of_json_lines_are_told_apart(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "One."}\noops\n{"text": "Three.", "name": "n"}\n')
    items = list(load_each("a.jsonl"))
    assert [item.label for item in items] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    assert isinstance(items[1], Failure)
    assert sum(item.size for item in items) == (folder / "a.jsonl").stat().st_size


def test_documents_are_loaded_only_when_asked_for(folder: Path) -> None:
    (folder / "a.txt").write_text("One.")
    items = load_each("a.txt", "b.txt")
    assert isinstance(next(items), Loaded)


def test_a_reader_that_fails_in_an_unforeseen_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str, data: bytes) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("memcon.sources.formats._READERS", {"html": broken, "text": read_text})
    (folder / "a.html").write_text("<p>x")
    (folder / "b.txt").write_text("Two.")
    found = dict(outcome("a.html", "b.txt"))
    assert "ZeroDivisionError: oh" in found["a.html"]
    assert found["b.txt"] == "Two."
