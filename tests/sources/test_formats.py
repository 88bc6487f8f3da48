"""One document from one file."""

from pathlib import Path

import pytest

from memcon.errors import (
    BinaryError,
    FormatError,
    LanguageError,
    MissingError,
    UnknownTypeError,
    UnreadableError,
)
from memcon.sources import load
from memcon.sources.kinds import kind_of_file
from tests.sources.made_files import WORDS, docx, eml, page, pdf

SAID = "“The boats wait,” the minister said to the press on the quay.\r\n"


def test_a_text_file(folder: Path) -> None:
    (folder / "a.TXT").write_bytes(SAID.encode())
    document = load(folder / "a.TXT")
    assert (document.name, document.text, document.language) == ("a.TXT", SAID, "en")
    assert document.encoding == "utf-8"


def test_a_web_page_and_json_lines(folder: Path) -> None:
    (folder / "a.html").write_text(f"<html><body><p>{SAID}</p></body></html>")
    (folder / "a.jsonl").write_text('{"text": "She said no.", "title": "No"}\n')
    assert load(folder / "a.html").text == SAID.strip()
    assert load(folder / "a.jsonl").title == "No"


def test_a_file_without_an_end_to_its_name_is_told_by_its_first_bytes(folder: Path) -> None:
    (folder / "a").write_text(f"<!doctype html><html><body><p>{SAID}</p></body></html>")
    (folder / "b").write_bytes(SAID.encode())
    (folder / "c").write_text('{"text": "She said no."}\n')
    assert [load(folder / name).text for name in "abc"] == [SAID.strip(), SAID, "She said no."]


@pytest.mark.parametrize(
    ("name", "data", "kind", "message"),
    [
        ("a.xyz", SAID.encode(), UnknownTypeError, r"end in \.xyz; .*memcon read - < a\.xyz"),
        ("a.pdf", b"%PDF-1.7", FormatError, "this PDF is broken"),
        ("a.zip", b"PK\x05\x06", FormatError, "a ZIP archive may hold many documents"),
        ("a.warc", b"WARC/1.1", FormatError, "a web archive may hold many documents"),
        ("a.rss", b"<rss>", FormatError, "a feed may hold many documents"),
        ("a.txt", b"%PDF-1.7", BinaryError, "this is a PDF"),
        ("a.jsonl", b'{"text": "A."}\n' * 2, FormatError, "more than one document"),
        ("a.txt", "Министр сказала, что обе страны будут вести переговоры.".encode(),
         LanguageError, "in Russian"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_tells_why(
    folder: Path, name: str, data: bytes, kind: type[Exception], message: str
) -> None:
    (folder / name).write_bytes(data)
    with pytest.raises(kind, match=message):
        load(folder / name)


def test_missing_files_and_folders(folder: Path) -> None:
    with pytest.raises(MissingError, match=r"a\.txt: there is no such file or folder"):
        load(folder / "a.txt")
    (folder / "b.txt").symlink_to("nowhere")
    with pytest.raises(MissingError, match="a link to nothing"):
        load(folder / "b.txt")
    with pytest.raises(UnreadableError, match="is a directory"):
        load(folder)


def test_a_name_that_is_not_utf_8_can_be_written(folder: Path) -> None:
    path = folder / "caf\udce9.txt"
    try:
        path.write_bytes(SAID.encode())
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert load(path).name == r"caf\xe9.txt"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ('{"text": "One."}\n{"text": "Two."}', "jsonl"),
        ('{"title": "A",\n "text": "One."}\n', "json"),
        ('[{"text": "One."},\n {"text": "Two."}]', "json"),
        ('[The word "text" stands in brackets.]', "text"),
    ],
)
def test_json_is_told_from_lines_of_json_and_from_text(data: str, kind: str) -> None:
    assert kind_of_file("", data.encode()) == kind


def test_documents_of_every_kind(folder: Path) -> None:
    made = {
        "a.pdf": pdf([WORDS]), "a.docx": docx(WORDS), "a.eml": eml(WORDS),
        "a.json": b'{"text": "%s"}' % WORDS.encode(), "a.htm": page(WORDS),
    }  # fmt: skip
    for name, data in made.items():
        (folder / name).write_bytes(data)
        assert load(folder / name).text.removeprefix("Talks in Velmar\n").strip() == WORDS
