"""A document: an immutable text, named by its SHA-256, and what is known of its origin."""

from __future__ import annotations

import hashlib
import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

Genre = Literal["report", "readout", "joint statement", "transcript"]
_HALF = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """The text, as long as before, with U+FFFD for halves of surrogate pairs.

    No UTF-8 can hold them, so neither the parser nor a Record can; texts of other programs may.
    """
    return _HALF.sub("\ufffd", text)


class Document(BaseModel):
    """A text and its origin.

    :param text: the text, code point for code point as it was published; not part of the JSON form.
    :param name: the file's own name, without its folder.
    :param sha256: digest of the text in UTF-8; filled in if left out.
    :param date: day of publication, ISO 8601.
    :param language: ISO 639-1 code.
    :param encoding: of the bytes that the text was decoded from, if there were any.
    :param genre: what kind of publication it is; `None` until it is read.
    :raises pydantic.ValidationError: if a given `sha256` is not that of the text.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )

    name: str
    text: str = Field(default="", exclude=True, repr=False)
    sha256: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    genre: Genre | None = None
    language: str | None = None
    encoding: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _text_from_context(cls, data: object, info: ValidationInfo) -> object:
        if isinstance(data, dict) and "text" not in data and info.context:
            return {**data, "text": info.context["text"]}
        return data

    @model_validator(mode="after")
    def _check_digest(self) -> Self:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        if not self.sha256:
            # The model is frozen to its users; this completes it before they see it.
            object.__setattr__(self, "sha256", digest)
        elif self.sha256 != digest:
            raise ValueError(f"the text is not the one that {self.name} names: SHA-256 differs")
        return self
