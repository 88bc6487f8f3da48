"""EML: words, sender and day of a mail, and the files that came with it."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from memcon.errors import EmptyError, FormatError, SourceError
from memcon.sources.limits import TooLargeError
from memcon.sources.mail import eml as eml_source
from memcon.sources.mail.eml import files_of_eml, read_eml
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
    assert document.text == f"{WORDS}\n\nOssel agreed."
    assert document.title == "Talks in Velmar"


def test_attached_files() -> None:
    mail = eml(WORDS, attached={"readout.txt": b"Kestria spoke."})
    assert list(files_of_eml("a.eml", mail)) == [("readout.txt", b"Kestria spoke.")]


def forwarded(*mails: bytes) -> bytes:
    """A mail with others in it, as “forward as attachment” sends them."""
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "desk@ossel.example", "Fwd"
    outer.set_content("See below.")
    for mail in mails:
        outer.add_attachment(message_from_bytes(mail, policy=policy.default))
    return outer.as_bytes()


def test_mails_that_were_forwarded_whole() -> None:
    inner = eml(WORDS)
    found = list(files_of_eml("a.eml", forwarded(inner, forwarded(inner))))
    assert [name for name, _ in found] == ["mail 1.eml", "mail 2.eml"]
    assert [read_eml(n, d).text for n, d in found if isinstance(d, bytes)] == [WORDS, "See below."]
    [(_, deepest)] = files_of_eml("b.eml", bytes(found[1][1]))  # type: ignore[arg-type]
    assert isinstance(deepest, bytes) and read_eml("c.eml", deepest).title == "Talks in Velmar"


@pytest.mark.parametrize("kind", ["message/rfc822", 'multipart/digest; boundary="x"'])
def test_a_mail_that_is_nothing_but_others(kind: str) -> None:
    head = f"From: list@ossel.example\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n".encode()
    inner = eml(WORDS)
    whole = (
        inner if "rfc822" in kind else b"--x\r\n\r\n%s\r\n--x\r\n\r\n%s\r\n--x--" % (inner, inner)
    )
    found = list(files_of_eml("a.eml", head + whole))
    assert {read_eml(name, data).text for name, data in found if isinstance(data, bytes)} == {WORDS}
    assert len(found) == (1 if "rfc822" in kind else 2)


def test_an_attached_mail_that_is_broken_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = eml_source._forwarded

    def fall(part: EmailMessage, number: int) -> object:
        if number == 1:
            raise UnicodeError("no such thing")
        return whole(part, number)

    monkeypatch.setattr(eml_source, "_forwarded", fall)
    (_, problem), (name, data) = files_of_eml("a.eml", forwarded(eml(WORDS), eml(WORDS)))
    assert isinstance(problem, FormatError) and "no such thing" in problem.reason
    assert (name, isinstance(data, bytes)) == ("mail 2.eml", True)


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


def in_each_other(depth: int, kind: str) -> bytes:
    """A mail in a mail in a mail, or parts in parts."""
    if kind == "mail":
        head = "From: a@ossel.example\r\nContent-Type: message/rfc822\r\n\r\n"
        return (head * depth + f"Subject: in\r\n\r\n{WORDS}").encode()
    head = 'From: a\r\nContent-Type: multipart/mixed; boundary="{0}"\r\n\r\n--{0}\r\n'
    return ("".join(head.format(n) for n in range(depth)) + f"\r\n{WORDS}").encode()


@pytest.mark.parametrize("kind", ["mail", "part"])
@pytest.mark.parametrize("depth", [40, 900, 4000])
@pytest.mark.parametrize("read", [read_eml, lambda *given: list(files_of_eml(*given))])
def test_mails_in_mails_without_end(kind: str, depth: int, read: object) -> None:
    with pytest.raises(TooLargeError, match="more than 30 deep"):
        read("a.eml", in_each_other(depth, kind))  # type: ignore[operator]


def test_a_mail_that_was_forwarded_some_times() -> None:
    assert read_eml("a.eml", in_each_other(5, "part")).text == WORDS


def test_parts_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eml_source, "MOST_PARTS", 10)
    mail = eml(WORDS, attached={f"{n}.txt": b"x" for n in range(20)})
    with pytest.raises(TooLargeError, match="it has more than 10 parts"):
        read_eml("a.eml", mail)


@pytest.mark.parametrize("header", ["From", "Subject", "Content-Type", "Content-Disposition"])
@pytest.mark.parametrize("value", ['"', "(", "<", "=?utf-8?q?a?= ", "a@b,", ";a=b", "."])
def test_headers_without_end_are_cut(header: str, value: str) -> None:
    mail = f"{header}: {value * 50_000}\r\nTo: x\r\n\r\n{WORDS}".encode()
    _, kept = eml_source._Policy().header_source_parse([f"{header}: {value * 50_000}\r\n"])
    assert len(kept) == eml_source.LONGEST_HEADER
    try:
        assert read_eml("a.eml", mail).text == WORDS
    except SourceError as error:
        assert error.reason
    try:
        list(files_of_eml("a.eml", mail))
    except SourceError as error:
        assert error.reason


def test_whatever_the_email_package_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("email.message.EmailMessage.get_body", fall)
    with pytest.raises(FormatError, match=r"this mail is broken \(RecursionError"):
        read_eml("a.eml", eml(WORDS))
