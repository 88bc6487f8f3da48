"""What came of looking for a document: the document, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.document import Document


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document and where it came from.

    :param label: what messages call it.
    :param size: bytes that it took there.
    """

    label: str
    size: int
    document: Document


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no document, or no Record of it.

    :param size: bytes that are done with, as far as they were read.
    """

    label: str
    size: int
    reason: str
