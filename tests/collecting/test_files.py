"""Items of files and folders: each document once, and nothing ends the run."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from memcon.collecting import Collector, Failure, Item, extract
from memcon.errors import SourceError
from tests.sources.made_files import WORDS, atom, docx, eml, packed, page, pdf, warc
from tests.sources.mail.test_eml import forwarded


def collect(*given: str) -> tuple[dict[str, str], dict[str, str]]:
    """The texts under their labels, and the reasons of those that cannot be had."""
    collector = Collector(offline=True)
    texts, reasons = {}, {}
    for item in collector.items(collector.find(given)):
        if isinstance(item, Failure):
            reasons[item.label] = item.reason
            continue
        try:
            texts[item.label] = extract(item).text
        except SourceError as error:
            reasons[item.label] = error.reason
    return texts, reasons


def items(*given: str) -> list[Item]:
    collector = Collector(offline=True)
    found = collector.items(collector.find(given))
    return [item for item in found if isinstance(item, Item)]


def test_a_folder_of_all_kinds(folder: Path) -> None:
    files = {
        "a.txt": WORDS.encode(), "b.html": page(WORDS), "c.pdf": pdf([WORDS]),
        "d.docx": docx(WORDS), "e.eml": eml(WORDS), "f.json": json.dumps({"text": WORDS}).encode(),
        "g.jsonl": f"{json.dumps({'text': WORDS})}\n\n{json.dumps({'text': 'Ossel.'})}\n".encode(),
        "h.zip": packed(inner_txt=WORDS.encode(), inner_pdf=pdf([WORDS])),
        "i.warc": b"".join(warc(("https://ossel.example/1", page(WORDS)))),
        "j.warc.gz": b"".join(map(gzip.compress, warc(("https://ossel.example/2", page(WORDS))))),
        "k.xml": atom(f"<entry><title>T</title><id>urn:1</id><content>{WORDS}</content></entry>"),
        "picture.png": b"\x89PNG", "other.gz": b"x",
    }  # fmt: skip
    for name, data in files.items():
        (folder / name).write_bytes(data)
    texts, reasons = collect(".")
    assert reasons == {}
    assert sorted(texts) == [
        "a.txt", "b.html", "c.pdf", "d.docx", "e.eml", "f.json", "g.jsonl:1", "g.jsonl:3",
        "h.zip!/inner.pdf", "h.zip!/inner.txt", "i.warc (https://ossel.example/1)",
        "j.warc.gz (https://ossel.example/2)", "k.xml (T)",
    ]  # fmt: skip
    # A page has its heading as well.
    assert {text.removeprefix("Talks in Velmar\n\n") for text in texts.values()} == {
        WORDS,
        "Ossel.",
    }


def test_the_original_is_what_stands_in_the_file(folder: Path) -> None:
    for name, data in (("a.pdf", pdf([WORDS])), ("b.eml", eml(WORDS))):
        (folder / name).write_bytes(data)
        [item] = items(name)
        assert item.data == data
    (folder / "c.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert [item.data for item in items("c.jsonl")] == [
        b'{"text": "One."}\n',
        b'{"text": "Two."}\n',
    ]


def test_files_in_mails_and_packed_files_in_packed_files(folder: Path) -> None:
    inner = packed(deep_txt=WORDS.encode())
    (folder / "a.eml").write_bytes(
        eml("See below, said Ossel.", attached={"talks.pdf": pdf([WORDS])})
    )
    (folder / "b.zip").write_bytes(packed(inner_zip=inner))
    (folder / "c.zip").write_bytes(packed(x_zip=packed(y_zip=inner)))
    texts, reasons = collect("a.eml", "b.zip", "c.zip")
    assert list(texts) == ["a.eml", "a.eml!/talks.pdf", "b.zip!/inner.zip!/deep.txt"]
    assert reasons == {
        "c.zip!/x.zip!/y.zip": "it is packed in packed files again and again; unpack it"
    }


def test_mails_in_mails_in_mails(folder: Path) -> None:
    (folder / "a.eml").write_bytes(forwarded(forwarded(forwarded(eml(WORDS)))))
    (folder / "b.eml").write_bytes(eml("", attached={"talks.pdf": pdf([WORDS])}))
    (folder / "c.eml").write_bytes(eml("", attached={"logo.gif": b"GIF89a"}))
    texts, reasons = collect("a.eml", "b.eml", "c.eml")
    below = "See below."
    assert texts == {
        "a.eml": below, "a.eml!/mail 1.eml": below, "a.eml!/mail 1.eml!/mail 1.eml": below,
        "a.eml!/mail 1.eml!/mail 1.eml!/mail 1.eml": WORDS,
        # A mail without a word, that only brings a document, is no failure.
        "b.eml!/talks.pdf": WORDS,
    }  # fmt: skip
    assert reasons == {"c.eml": "there are no words in this mail itself; perhaps they are attached"}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xyz", b"words", "memcon does not know files that end in .xyz"),
        ("a.xml", b"<book/>", "neither a feed"),
        ("a.pdf", b"%PDF-1.4", "this PDF is broken"),
        ("a.zip", b"PK\x03\x04", "this ZIP archive is broken"),
        ("a.docx", b"words", "this Word document is broken"),
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b"Der Minister sagte, dass die Verhandlungen im Mai in der Hauptstadt weitergehen "
         b"sollen und niemand etwas dagegen habe.", "this seems to be in German"),
        ("a.warc", b"words", "this is no web archive"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_told(folder: Path, name: str, data: bytes, reason: str) -> None:
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(WORDS)
    texts, reasons = collect(name, "good.txt", "missing.txt")
    assert reasons[name].startswith(reason) or reason in reasons[name]
    assert "there is no such file" in reasons["missing.txt"]
    assert list(texts) == ["good.txt"]


def test_a_file_of_2_gigabytes_is_not_read(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as file:
        file.truncate(2 * 1024**3)  # A hole: it takes no room on the disk.
    _, reasons = collect("big.txt")
    assert reasons["big.txt"].startswith("it has 2,147,483,648 bytes, and a document may have")


def test_a_page_in_a_file_is_the_files_and_what_it_names_its_word(folder: Path) -> None:
    canonical = "https://courier.example/talks"
    (folder / "a.html").write_bytes(page(WORDS, canonical=canonical))
    (folder / "b.json").write_text(json.dumps({"text": WORDS, "url": canonical}))
    for name in ("a.html", "b.json"):
        [item] = items(name)
        origin = item.origin(extract(item), "rita")
        assert origin.address == origin.place == (folder / name).as_uri()
        assert (origin.how, origin.by, origin.said_at) == ("file", "rita", canonical)
