"""Input that nobody would wish for: refused with the reason, or kept to the character."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SAID, names, records

FRENCH = "La ministre a déclaré mardi que les deux pays allaient négocier les droits de port."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("b.txt", b"", "the file is empty"),
        ("b.txt", b" \r\n\t\n", "only white space"),
        ("b.txt", b"The minister\0 said no.", "it has a NUL byte at byte 12"),
        ("b.txt", SAID.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("b.txt", b"%PDF-1.7\n1 0 obj", "this is a PDF, not text; let its name end in .pdf"),
        ("b.pdf", b"%PDF-1.7\n1 0 obj", "this PDF is broken"),
        ("b.doc", SAID.encode(), "memcon does not know files that end in .doc"),
        ("b.txt", FRENCH.encode(), "this seems to be in French; memcon reads English only"),
        ("b.json", b"{", "the file is not JSON"),
        ("b.json", b'{"txt": "x"}', 'the object has no "text"'),
        ("b.json", rb'{"text": "She said \ud83d no."}', "half of a surrogate pair, \\ud83d"),
        ("b.jsonl", rb'{"text": "No.", "title": "\udc00"}', '"title" has half of a surrogate'),
        ("b.html", b"<html><body></body></html>", "no article was found in the page"),
    ],
)
def test_a_refusal_names_the_file_and_the_reason_and_stops_no_other(
    folder: Path, memcon: Callable, name: str, data: bytes, reason: str
) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / name).write_bytes(data)
    (folder / "c.txt").write_text(SAID, "utf-8")
    result = memcon("read", "a.txt", name, "c.txt", "-f", "jsonl", "--quiet")
    assert names(result.stdout) == ["a.txt", "c.txt"]
    [message] = result.stderr.splitlines()
    assert message.startswith(f"memcon: {name}")
    assert reason in message
    assert result.exit_code == 1


def test_refused_lines_of_json_lines_are_numbered(memcon: Callable) -> None:
    lines = b'{"text": "Yes."}\n{"text": "\\ud83d"}\n\xff\n{"text": "No."}\n'
    result = memcon("read", "-", "-f", "jsonl", stdin=lines)
    assert names(result.stdout) == ["standard input:1", "standard input:4"]
    second, third, summary = result.stderr.splitlines()
    assert "standard input:2" in second
    assert "standard input:3: byte 0 of the line is not UTF-8" in third
    assert summary == "memcon: 2 of 4 documents failed"


def test_a_folder_with_files_that_cannot_be_read(folder: Path, memcon: Callable) -> None:
    (folder / "in/deep").mkdir(parents=True)
    (folder / "in/a.txt").write_text(SAID, "utf-8")
    (folder / "in/b.txt").symlink_to("nowhere")
    (folder / "in/c.txt").symlink_to("c.txt")
    os.mkfifo(folder / "in/d.txt")
    (folder / "in/deep/up").symlink_to("..")  # A circle, which comes to an end.
    (folder / "in/z.txt").write_text(SAID, "utf-8")
    result = memcon("read", "in", "-f", "jsonl")
    assert names(result.stdout) == ["a.txt", "z.txt"]
    link, itself, pipe, summary = result.stderr.splitlines()
    assert link.startswith("memcon: in/b.txt: this is a link to nothing")
    assert itself.startswith("memcon: in/c.txt: it cannot be read")
    assert pipe.startswith("memcon: in/d.txt: this is a pipe or a device")
    assert summary == "memcon: 3 of 5 documents failed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text(SAID, "utf-8")
    (folder / "a.txt").chmod(0)
    result = memcon("read", "a.txt")
    assert result.stderr.startswith("memcon: a.txt: permission denied")


def test_a_folder_without_documents_and_a_path_that_is_empty(
    folder: Path, memcon: Callable
) -> None:
    (folder / "in").mkdir()
    result = memcon("read", "in", "", "--quiet")
    nothing, empty = result.stderr.splitlines()
    assert nothing.startswith("memcon: in: there is no file in it that memcon knows")
    assert empty.startswith("memcon: '': the path is empty")


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv", "md", "html"])
def test_quotation_marks_alone_are_a_text_in_which_nobody_speaks(
    folder: Path, memcon: Callable, format: str
) -> None:
    (folder / "a.txt").write_text("“" * 50 + '"' * 51 + "»‹''\n", "utf-8")
    result = memcon("read", "a.txt", "-f", format)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def read_as_json(memcon: Callable, name: str) -> dict[str, Any]:
    return json.loads(memcon("read", name, "-f", "json").stdout)


@pytest.mark.parametrize(
    "text",
    [
        SAID.replace("\n", "\r\n") * 2,
        SAID.replace("\n", "\r") * 2,
        "\u200f\u202b“Cafe\u0301 שלום 😀,”\u202c a minister said of the \u2067port\u2069 to the press.\n",
        "\n\n \t“The\u00a0lamps,”\u2028 the minister said to the press.\u000c",
    ],
    ids=["CRLF", "CR", "right to left and combining", "white space"],
)
def test_the_text_is_kept_to_the_character(folder: Path, memcon: Callable, text: str) -> None:
    (folder / "a.txt").write_bytes(text.encode())
    record = read_as_json(memcon, "a.txt")
    assert record["document"]["sha256"] == sha256(text.encode()).hexdigest()
    [[start, end]] = record["attributions"][0]["content"]
    assert text[start:end] == text[text.index("“") : text.index("”") + 1]


def test_right_to_left_marks_are_spelt_out_on_a_terminal(folder: Path, memcon: Callable) -> None:
    (folder / "a.txt").write_text("“The \u202elamps\u202c,” the minister said.\n", "utf-8")
    assert "⟨U+202E⟩lamps⟨U+202C⟩" in memcon("read", "a.txt").stdout


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_the_encoding_is_found_and_named(
    folder: Path, memcon: Callable, encoding: str, named: str
) -> None:
    (folder / "a.txt").write_bytes(SAID.encode(encoding))
    record = read_as_json(memcon, "a.txt")
    assert record["document"]["encoding"] == named
    # A byte order mark is not part of the text.
    assert record["attributions"][0]["content"] == [[0, 21]]
    assert record["document"]["sha256"] == sha256(SAID.encode()).hexdigest()


def test_latin_1_is_named_by_its_superset(folder: Path, memcon: Callable) -> None:
    text = "The café in Málaga and the hôtel of the señor, the minister said to the press."
    (folder / "a.txt").write_bytes(text.encode("latin-1"))
    document = read_as_json(memcon, "a.txt")["document"]
    assert document["encoding"] == "cp1252"
    assert document["sha256"] == sha256(text.encode()).hexdigest()


def test_a_name_that_is_not_utf_8(folder: Path, memcon: Callable) -> None:
    path = folder / "caf\udce9.txt"
    try:
        path.write_text(SAID, "utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    [record] = records(memcon("read", ".", "-f", "jsonl").stdout)
    assert record["document"]["name"] == r"caf\xe9.txt"
    path.write_bytes(b"")
    assert "caf⟨U+DCE9⟩.txt: the file is empty" in memcon("read", ".").stderr
