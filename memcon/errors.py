"""What can go wrong, each with a message that says what was wrong and what to do."""

from __future__ import annotations


class MemconError(Exception):
    """Base of all errors that memcon raises on purpose."""


class ModelError(MemconError):
    """A model file is missing or is not one of memcon's."""


class SpanError(MemconError, ValueError):
    """Offsets name no words of the text."""


class OutputError(MemconError):
    """The output cannot be written."""


class RegistryError(MemconError):
    """The registry of actors cannot be opened, or holds no such entry or judgement."""


class ContradictionError(RegistryError):
    """A judgement would contradict one that stands; the message names it."""


class SourceError(MemconError):
    """A document cannot be had from where it was looked for.

    :param name: of the document: a file's own name, or what stands for it.
    :param reason: what is wrong, and what to do about it.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class MissingError(SourceError):
    """There is no file of that name."""


class UnreadableError(SourceError):
    """The file is there, but the system does not let it be read."""


class ClosedError(SourceError):
    """A page led to a server that is not on the open internet."""


class UnknownTypeError(SourceError):
    """The name ends in something that no format of memcon's ends in."""


class EmptyError(SourceError):
    """There are no words in it."""


class BinaryError(SourceError):
    """It is not text but a PDF, an image, an archive or the like."""


class EncodingError(SourceError):
    """The bytes cannot be told to be text in any encoding, or not all of them are."""


class FormatError(SourceError):
    """It is not what its format asks for: broken JSON, a field that is missing or misused."""


class LanguageError(SourceError):
    """It is not written in English."""
