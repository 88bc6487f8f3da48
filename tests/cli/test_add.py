"""`memcon add`: what is added, what is left alone, what is told, and that no kill loses anything."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memcon.archive import Archive, ArchiveError
from tests.archive.conftest import bare
from tests.cli.archive_runs import FRIDAY, MONDAY, ROOT, STAND_IN, Run, desk, two_days

__all__ = ["bare", "desk", "two_days"]


def add(desk: Run, *paths: str) -> str:
    result = desk("add", "--by-words", *paths)
    return result.stdout + result.stderr


def test_documents_are_added_once(folder: Path, desk: Run) -> None:
    (folder / "a.txt").write_text(MONDAY, "utf-8")
    (folder / "b.txt").write_text(FRIDAY, "utf-8")
    assert add(desk, "a.txt") == "1 document added: desk.db\nNext: memcon search WORDS\n"
    assert (
        add(desk, ".") == "1 document added, 1 there already: desk.db\nNext: memcon search WORDS\n"
    )
    assert add(desk, ".") == "0 documents added, 2 there already: desk.db\n"


def test_a_changed_file_is_a_new_version(folder: Path, desk: Run) -> None:
    (folder / "a.txt").write_text(MONDAY, "utf-8")
    add(desk, "a.txt")
    (folder / "a.txt").write_text(MONDAY.replace("open", "shut"), "utf-8")
    assert "0 documents added, 1 new version of documents: desk.db" in add(desk, "a.txt")
    assert "-“The strait stays open,” said Ana Quill." in desk("archive", "diff", "1").stdout


def test_the_same_text_elsewhere_is_not_read_again(folder: Path, desk: Run) -> None:
    (folder / "a.txt").write_text(MONDAY, "utf-8")
    (folder / "b.txt").write_text(MONDAY, "utf-8")
    add(desk, "a.txt")
    assert "0 documents added, 1 with a text that was there: desk.db" in add(desk, "b.txt")


def test_failures_are_told_and_the_rest_is_added(folder: Path, desk: Run) -> None:
    (folder / "a.txt").write_text("FAIL, said the harbour minister on Monday in the town hall.")
    (folder / "b.txt").write_text(MONDAY, "utf-8")
    result = desk("add", "--by-words", "a.txt", "missing.pdf", "b.txt")
    assert result.exit_code == 1
    assert "a.txt: memcon failed on it" in result.stderr
    assert "missing.pdf: there is no such file" in result.stderr
    assert result.stdout.startswith("1 document added, 2 failed: desk.db")


@pytest.mark.parametrize("method", ["known", "holds", "add"])
def test_an_archive_that_is_locked_for_a_while_costs_those_documents_only(
    folder: Path, desk: Run, method: str
) -> None:
    for number in range(5):
        said = MONDAY.replace("strait", f"strait of mile {number}")
        (folder / f"{number}.txt").write_text(said, "utf-8")
    (folder / "0 again.txt").write_bytes((folder / "0.txt").read_bytes())
    asked = getattr(Archive, method)
    calls = iter(range(100))

    def locked(self: Archive, *arguments: object) -> object:
        if next(calls) in (1, 2):
            raise ArchiveError("another program was writing to it")
        return asked(self, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Archive, method, locked)
        result = desk("add", "--by-words", ".")
    assert result.exit_code == 1
    assert result.stderr.count("not added: another program was writing to it") == 2
    assert "2 failed" in result.stdout
    again = desk("add", "--by-words", ".")
    assert (again.exit_code, "4 there already" in again.stdout) == (0, True)


def test_a_bad_address_in_json_lines_costs_its_document_only(folder: Path, desk: Run) -> None:
    addresses = ["https://a.example/1", "https://a.example/2", "http://[x", "https://a.example/4"]
    lines = [
        json.dumps({"text": MONDAY.replace("strait", f"strait {n}"), "url": address})
        for n, address in enumerate(addresses)
    ]
    (folder / "four.jsonl").write_text("\n".join(lines), "utf-8")
    result = desk("add", "--by-words", "four.jsonl")
    assert result.stdout.startswith(("3 documents added, 1 failed", "4 documents added"))
    assert result.exit_code == ("failed" in result.stdout)


def test_an_archive_that_cannot_be_opened(folder: Path, desk: Run) -> None:
    (folder / "a.txt").write_text(MONDAY, "utf-8")
    result = desk("add", "a.txt", "--db", "no/folder/desk.db")
    assert result.exit_code == 1
    assert "memcon: no/folder/desk.db: it cannot be opened" in result.stderr


def test_standard_input(desk: Run) -> None:
    assert desk("add", "--by-words", "-", stdin=MONDAY.encode()).exit_code == 0
    assert desk("add", "-", "-").exit_code == 2
    assert desk("search", "strait").stdout.startswith("  1  Ana Quill")


def start(where: str, delay: float, *paths: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "MEMCON_TEST_DELAY": str(delay), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(STAND_IN), "add", "--by-words", "-q", "--db", where, *paths]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)


def test_no_kill_loses_a_document_or_keeps_it_twice(bare: str, folder: Path) -> None:
    number = 25
    with (folder / "days.jsonl").open("w", encoding="utf-8") as file:
        for day in range(number):
            text = f"“Day {day} of the talks,” said Ana Quill to the press in Velmar."
            file.write(json.dumps({"name": f"{day}.txt", "text": text}) + "\n")
    Archive(bare).close()
    of = random.Random(3)
    for _ in range(3):
        run = start(bare, 0.02, "days.jsonl")
        # Some of the time goes by before the first document is read.
        time.sleep(1.0 + of.random() * 1.5)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert run.stderr is not None
        run.stderr.close()
        with Archive(bare) as archive:
            assert archive.check() == []
    run = start(bare, 0, "days.jsonl")
    _, told = run.communicate(timeout=120)
    assert (run.returncode, told) == (0, b"")
    with Archive(bare) as archive:
        names = sorted(document.newest.name for document in archive.documents())
        assert names == sorted(f"{day}.txt" for day in range(number))
        assert archive.search("talks", limit=1).total == number
        assert archive.check() == []


def test_ctrl_c_keeps_what_was_added(folder: Path) -> None:
    for day in range(40):
        (folder / f"{day}.txt").write_text(f"“Day {day},” said Ana Quill of Ossel.", "utf-8")
    run = start("desk.db", 0.2, ".")
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if Path("desk.db").exists():
            with Archive("desk.db") as archive:
                if archive.documents():
                    break
        time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"interrupted; " in told and b"added and kept" in told
    with Archive("desk.db") as archive:
        assert archive.check() == []


@pytest.mark.parametrize("word", ["entries", "pages"])
def test_feed_of_the_samples(desk: Run, word: str) -> None:
    feed = ROOT / "samples" / "feed.xml"
    if not feed.exists():
        pytest.skip("no samples here")
    pages = sorted(map(str, (ROOT / "samples").glob("*.html")))
    result = desk("add", "--by-words", *([str(feed)] if word == "entries" else pages))
    assert (result.exit_code, result.stderr) == (0, "")
