"""EML: the words of a mail, with its subject, day and sender, and the files that came with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from email.parser import BytesFeedParser
from typing import Any, cast

from memcon.document import Document
from memcon.errors import EmptyError, FormatError, SourceError
from memcon.sources.days import day
from memcon.sources.limits import TooLargeError, refuse_large
from memcon.sources.mail.flowed import unflowed
from memcon.sources.page.html import read_html
from memcon.sources.paragraphs import clean

#: Parts in parts of a mail; one forwarded five times has some ten.
DEEPEST = 30
#: Parts of a mail.
MOST_PARTS = 1_000
#: Characters of a header that are looked at; the email package's time grows with the square of them.
LONGEST_HEADER = 1_000
_MAIL = "message/rfc822"
_HEADER = re.compile(rb"\A(?:\xef\xbb\xbf)?[!-9;-~]+:")


def read_eml(name: str, data: bytes) -> Document:
    """The document that a mail is: its plain text, or, if it has none, its HTML.

    :raises SourceError: FormatError if it is no mail, TooLargeError if mails lie in mails without end,
        EmptyError if there are no words in it.
    """
    with _told(name):
        message = _message(name, data)
        part = message.get_body(preferencelist=("plain", "html"))
        words = _words(part) if part is not None else ""
        if part is not None and part.get_content_subtype() == "plain":
            form = str(part.get_param("format") or "").casefold()
            cut = str(part.get_param("delsp") or "").casefold() == "yes"
            words = unflowed(words, flowed=form == "flowed", cut=cut)
        in_html = part is not None and part.get_content_subtype() == "html"
        about = {
            "title": clean(_subject(message)) or None,
            "publisher": _sender(message),
            "date": day(_raw(message, "date")),
        }
    if in_html and words.strip():
        found = read_html(name, words.encode("utf-8", "replace"))
        return found.model_copy(update={key: value for key, value in about.items() if value})
    text = clean(words)
    if not text.strip():
        raise EmptyError(name, "there are no words in this mail itself; perhaps they are attached")
    return Document(name=name, text=text).model_copy(update=about)


def files_of_eml(name: str, data: bytes) -> Iterator[tuple[str, bytes | SourceError]]:
    """The names and bytes of the files that came with a mail, and of mails that were forwarded whole.

    In place of the bytes stands what is wrong with one.

    :raises SourceError: FormatError if it is no mail, TooLargeError if mails lie in mails without end.
    """
    with _told(name):
        message = _message(name, data)
        forwarded = message.get_content_type() == _MAIL
        parts = [message] if forwarded else list(message.iter_attachments())
    for number, part in enumerate(parts, start=1):
        attached = f"attachment {number}"
        try:
            with _told(f"{name}!/{attached}"):
                attached, content = _file(part, number)
        except SourceError as error:
            yield attached, error
            continue
        if content is not None:
            yield attached, content


def _file(part: Any, number: int) -> tuple[str, bytes | None]:
    """The name and the bytes of a part; None for bytes if it has none of its own."""
    if part.get_content_type() == _MAIL:
        return _forwarded(part, number)
    content = part.get_payload(decode=True)
    attached = clean(part.get_filename() or f"attachment {number}")
    return attached, content if isinstance(content, bytes) else None


def _forwarded(part: Any, number: int) -> tuple[str, bytes | None]:
    """The mail in a part that holds one, which the email package takes apart, as it was sent."""
    [inner, *_] = part.get_payload() or [None]
    attached = clean(part.get_filename() or f"mail {number}")
    if not attached.casefold().endswith(".eml"):
        attached += ".eml"
    if inner is None:
        return attached, None
    return attached, inner.as_bytes(policy=inner.policy.clone(refold_source="none"))


class _Policy(policy.EmailPolicy):
    """The email package's own, for headers that are cut."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


class _DeepError(Exception):
    """Parts lie in each other without end, or there is no end of them."""


class _Parser(BytesFeedParser):
    """The email package's, which goes as deep as a mail says, one call in another.

    Each line goes through all that are open, so that the depth is bounded while it is read.
    """

    _parts = 0

    def _new_message(self) -> None:
        self._parts += 1
        if len(self._msgstack) >= DEEPEST or self._parts > MOST_PARTS:  # type: ignore[attr-defined]
            raise _DeepError
        super()._new_message()  # type: ignore[misc]


def _message(name: str, data: bytes) -> EmailMessage:
    refuse_large(name, len(data))
    if not _HEADER.match(data.lstrip()):
        raise FormatError(name, "this is no mail: it does not begin with a header; save it as EML")
    parser = _Parser(policy=_Policy())
    parser.feed(data)
    return cast(EmailMessage, parser.close())


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turns whatever a broken mail leads the email package to into an error that says so.

    :raises SourceError: TooLargeError or FormatError.
    """
    try:
        yield
    except (SourceError, MemoryError):
        raise
    except _DeepError as error:
        raise TooLargeError(
            name, f"it has more than {MOST_PARTS:,} parts, or they lie in each other more than {DEEPEST} "
            "deep; save the mail that is wanted by itself"
        ) from error  # fmt: skip
    except Exception as error:
        raise FormatError(
            name, f"this mail is broken ({type(error).__name__}: {error}); save it anew"
        ) from error


def _words(part: object) -> str:
    try:
        return str(part.get_content())  # type: ignore[attr-defined]
    except (LookupError, UnicodeError, KeyError, ValueError):
        # An encoding that nobody knows: what can be read of it is better than nothing.
        content = part.get_payload(decode=True)  # type: ignore[attr-defined]
        return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def _raw(message: EmailMessage, name: str) -> str:
    """A header as it was written; the email package mends dates, also those that are none."""
    return next((str(value) for key, value in message.raw_items() if key.casefold() == name), "")


def _subject(message: EmailMessage) -> str:
    try:
        return str(message.get("subject", ""))
    except (AttributeError, ValueError, TypeError, LookupError, RecursionError):
        return _raw(message, "subject")


def _sender(message: EmailMessage) -> str | None:
    try:
        [sender, *_] = message["from"].addresses
    except (AttributeError, ValueError, TypeError, IndexError, RecursionError):
        return None
    return clean(sender.display_name or sender.domain) or None
