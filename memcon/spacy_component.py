"""A component for spaCy: `nlp.add_pipe("memcon")` sets `doc._.memcon` to the Record of the text.

    nlp = spacy.blank("en")
    nlp.add_pipe("memcon")
    record = nlp("“The lamps stay lit,” the harbour minister said.")._.memcon

It stands in any English pipeline, at any place: memcon reads the text with its own tokens and parser,
and takes nothing from the other components. What is known of the document (`name`, `title`,
`publisher`, `url`, `date`, `genre`) may stand in `doc.user_data["memcon_document"]`; without a date,
“on Monday” is no day.

The Record is kept as JSON in the Doc's user data, so that the Doc can be saved, and sent between
processes (`n_process`), as any other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from memcon.document import Document
from memcon.errors import MemconError
from memcon.record import Record

#: Where the JSON of the Record stands in a Doc's user data, and what is known of the document.
KEY, ABOUT = "memcon", "memcon_document"
_ROLES = ("source", "cue", "content")


@Language.factory(
    "memcon", assigns=["doc._.memcon", "doc.spans"], default_config={"spans_key": "memcon"}
)
def make(nlp: Language, name: str, spans_key: str | None) -> Component:
    """The component, as spaCy makes it.

    :param spans_key: where in `doc.spans` the spans of all attributions go: each has its role
        (source, cue, content) as its label and the attribution's id as its own; None for nowhere.
    :raises MemconError: if the pipeline is not for English.
    """
    if nlp.lang not in ("en", "xx"):
        raise MemconError(f"memcon reads English, and this pipeline is for “{nlp.lang}”")
    return Component(spans_key)


class Component:
    """Reads the text of each Doc."""

    def __init__(self, spans_key: str | None = KEY) -> None:
        self.spans_key = spans_key
        if not Doc.has_extension("memcon"):
            Doc.set_extension("memcon", getter=record_of)

    def __call__(self, doc: Doc) -> Doc:
        """Read one."""
        from memcon.reading import read_document

        return self._set(doc, read_document(_document(doc)))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1000) -> Iterator[Doc]:
        """Read many: some are parsed while the encoder reads others."""
        from memcon.reading import read_many

        waiting: deque[Doc] = deque()

        def documents() -> Iterator[Document]:
            for doc in stream:
                waiting.append(doc)
                yield _document(doc)

        for record in read_many(documents()):
            yield self._set(waiting.popleft(), record)

    def _set(self, doc: Doc, record: Record) -> Doc:
        doc.user_data[KEY] = record.to_json()
        if self.spans_key is not None:
            doc.spans[self.spans_key] = SpanGroup(
                doc, name=self.spans_key, spans=list(_spans(doc, record))
            )
        return doc


def record_of(doc: Doc) -> Record | None:
    """The Record of a Doc; None if no component has read it."""
    data = doc.user_data.get(KEY)
    return None if data is None else _parsed(data, doc.text)


@lru_cache(maxsize=32)
def _parsed(data: str, text: str) -> Record:
    return Record.from_json(data, text)


def _document(doc: Doc) -> Document:
    about = doc.user_data.get(ABOUT) or {}
    return Document.model_validate({"name": "doc", **about, "text": doc.text})


def _spans(doc: Doc, record: Record) -> Iterator[Span]:
    for attribution in record.attributions:
        for role in _ROLES:
            for start, end in getattr(attribution, role):
                # spaCy's tokens may be longer than the span; all that it touches is taken.
                span = doc.char_span(
                    start, end, label=role, span_id=attribution.id, alignment_mode="expand"
                )
                if span is not None:
                    yield span
