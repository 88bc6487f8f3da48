"""EML: words, sender and day of a mail, and the files that came with it."""

from __future__ import annotations

import pytest

from memcon.errors import EmptyError, FormatError
from memcon.sources.eml import files_of_eml, read_eml
from tests.sources.made_files import WORDS, eml


def test_a_mail_of_plain_text() -> None:
    document = read_eml("a.eml", eml(f"{WORDS}\n\nOssel agreed.\n", html="<p>other</p>"))
    assert document.text == f"{WORDS}\n\nOssel agreed."
    assert (document.title, document.date, document.publisher) == (
        "Talks in Velmar", "2031-03-03", "Press Office of Ossel",
    )  # fmt: skip


def test_a_mail_of_html_alone() -> None:
    html = f"<html><body><p>{WORDS}</p><p>Ossel agreed.</p></body></html>"
    document = read_eml("a.eml", eml("", html=html))
    assert document.text == f"{WORDS}\nOssel agreed."
    assert document.title == "Talks in Velmar"


def test_attached_files() -> None:
    mail = eml(WORDS, attached={"readout.txt": b"Kestria spoke."})
    assert list(files_of_eml("a.eml", mail)) == [("readout.txt", b"Kestria spoke.")]


def test_no_words_of_its_own() -> None:
    with pytest.raises(EmptyError, match="perhaps they are attached"):
        read_eml("a.eml", eml("", attached={"a.txt": b"x"}))


@pytest.mark.parametrize("data", [b"", b"just words", b"\x00\x01"])
def test_no_mails(data: bytes) -> None:
    with pytest.raises(FormatError, match="this is no mail"):
        read_eml("a.eml", data)


def test_a_date_of_the_year_0_and_an_encoding_that_nobody_knows() -> None:
    mail = (
        b"From: x\r\nDate: Sat, 01 Jan 0000 00:00:00 +0000\r\nSubject: =?klingon?q?x?=\r\n"
        b'Content-Type: text/plain; charset="klingon"\r\n\r\n' + WORDS.encode()
    )
    document = read_eml("a.eml", mail)
    assert (document.text, document.date) == (WORDS, None)
