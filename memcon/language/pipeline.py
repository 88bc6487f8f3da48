"""spaCy's small English pipeline, cut down to what memcon reads from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import tee

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LENGTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from memcon.language.persons import find_persons
from memcon.language.pinned import PIPELINE, check_pipeline
from memcon.language.standins import stand_ins
from memcon.language.words import Words

#: A text is parsed in passages of at most this many code points, so that memory stays flat.
PASSAGE = 8_000
#: Code points of a run without white space that spaCy's tokenizer is given at once: it looks for the
#: end of a word from each of them, in time that grows with the square. Addresses are shorter.
RUN = 300

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85]")
#: “SALTMERE, 14 May –”, “OSSEL (Lamp News) —”: capitals at the beginning of a line, and a dash.
_DATELINE = re.compile(
    r"^[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}"
    # A short word in capitals alone may be a body: “NATO – all of it – …”.
    r"(?:(?:,|\s\()[^–—―:;!?“”\"\n]{1,50}|(?<=[A-Z]{5}))\s(?:--|[–—―])\s+(?=\S)",
    re.MULTILINE,
)
_LONG_RUN = re.compile(rf"\S{{{RUN + 1},}}")
_PASSAGE_END = re.compile(r"\n+|(?<=[.!?”\"»])\s+")


@Language.component("memcon_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every line break and every dateline: neither has a full stop.

    Behind “SALTMERE, 14 May –” the parser would take the town for who does what is told.
    """
    after = {found.end() for found in _DATELINE.finditer(doc.text)}
    for token in doc[:-1]:
        if token.is_space and _LINE_BREAK.search(token.text):
            token.nbor(1).is_sent_start = True
    for token in doc:
        if token.idx in after:
            token.is_sent_start = True
    return doc


@cache
def load() -> Language:
    """The pipeline, loaded once: tok2vec, parser and entity recogniser.

    The tagger and the lemmatizer cost a quarter of the time and nothing here reads them.
    """
    check_pipeline()
    nlp = spacy.load(PIPELINE, exclude=["tagger", "lemmatizer", "attribute_ruler", "senter"])
    nlp.add_pipe("memcon_paragraphs", first=True)
    nlp.add_pipe("memcon_persons", after="ner")
    return nlp


def passages(text: str, size: int = PASSAGE) -> Iterator[tuple[int, int]]:
    """Cut a text into passages `(start, end)` of at most `size` code points that cover it whole.

    The cut falls after the last line break of the passage, else after the last sentence-like end,
    else after the last space, else wherever the size says: 20 MB without a space is still read. Runs
    without white space are cut after every RUN code points.
    """
    for begin, end in _by_size(text, size):
        for run in _LONG_RUN.finditer(text, begin, end):
            for cut in range(run.start() + RUN, run.end(), RUN):
                yield begin, cut
                begin = cut
        yield begin, end


def _by_size(text: str, size: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > size:
        window = text[start : start + size]
        cut = window.rfind("\n") + 1
        if cut < size // 4:
            ends = [m.end() for m in _PASSAGE_END.finditer(window)]
            cut = next((e for e in reversed(ends) if e < size), 0) or window.rfind(" ") + 1 or size
        yield start, start + cut
        start += cut
    yield start, len(text)


def parse(text: str) -> Words:
    """Words, sentences, dependencies and entities of a text."""
    nlp = load()
    parts = list(passages(text))
    named = nlp.pipe((text[a:b] for a, b in parts), batch_size=8, disable=["tok2vec", "parser"])
    return _join(text, [a for a, _ in parts], _parsed(named))


def _parsed(named: Iterator[Doc]) -> Iterator[tuple[Doc, Doc]]:
    """Documents with entities, and the same with syntax, parsed with stand-ins for their names.

    The parser was trained on one country's papers, and how a sentence hangs together would else depend
    on whether it knows the names in it.
    """
    nlp = load()
    shown, blind = tee(named)
    return zip(
        shown,
        nlp.pipe(map(_without_names, blind), batch_size=8, disable=["ner", "memcon_persons"]),
        strict=True,
    )


def _without_names(doc: Doc) -> Doc:
    told = [(token.text, token.ent_type_, bool(token.whitespace_)) for token in doc]
    forms = [form for form, _, _ in told]
    instead = stand_ins(forms, [type for _, type, _ in told])
    for i, name in instead.items():
        forms[i] = name.upper() if forms[i].isupper() and len(forms[i]) > 3 else name.capitalize()
    return Doc(doc.vocab, words=forms, spaces=[space for _, _, space in told])


@Language.component("memcon_persons")
def _persons(doc: Doc) -> Doc:
    """Mark persons whom the entity recogniser has not."""
    found = find_persons([token.text for token in doc], [token.ent_type_ for token in doc])
    if found:
        spans = [Span(doc, run.start, run.stop, label="PERSON") for run in found]
        doc.set_ents(filter_spans([*spans, *_outside(doc, found)]))
    return doc


def _outside(doc: Doc, found: list[range]) -> list[Span]:
    taken = {i for run in found for i in run}
    return [span for span in doc.ents if not taken & set(range(span.start, span.end))]


_NAMED = [IDX, LENGTH, ENT_TYPE, ENT_IOB, IS_SPACE]
_SYNTAX = [HEAD, DEP, SENT_START]


def _join(text: str, offsets: list[int], docs: Iterator[tuple[Doc, Doc]]) -> Words:
    columns: list[NDArray[np.int64]] = []
    count = sentences = paragraphs = 0
    for offset, (doc, parsed) in zip(offsets, docs, strict=True):
        begin, length, type, iob, blank = doc.to_array(_NAMED).astype(np.int64).reshape(-1, 5).T
        away, label, first = parsed.to_array(_SYNTAX).astype(np.int64).reshape(-1, 3).T
        space = blank == 1
        # A passage begins a paragraph, and so does whatever follows a line break.
        broken = np.zeros(len(space) + 1, dtype=bool)
        broken[0] = True
        for i in np.flatnonzero(space):
            broken[i + 1] = broken[i] or bool(_LINE_BREAK.search(doc[int(i)].text))
        begins = broken[:-1] & ~space
        paragraph = np.cumsum(begins) - 1 + paragraphs
        sentence = np.cumsum((_carry(first == 1, space) | begins) & ~space) - 1 + sentences
        index = np.cumsum(~space) - 1 + count
        head = index[_above(np.arange(len(space)) + away, space)]
        start = begin + offset
        kept = np.stack([start, start + length, sentence, paragraph, head, label, type, iob == 3])
        kept = kept[:, ~space]
        columns.append(kept)
        if kept.shape[1]:
            count += kept.shape[1]
            sentences, paragraphs = int(kept[2, -1]) + 1, int(kept[3, -1]) + 1
    table = np.concatenate(columns, axis=1) if columns else np.zeros((8, 0), dtype=np.int64)
    strings = load().vocab.strings
    # spaCy numbers strings by unsigned 64-bit hashes.
    names = {int(h): strings[int(h) % 2**64] for h in np.unique(table[5:7])}
    start, end, sentence, paragraph, head = table[:5].astype(np.int32)
    return Words(
        text, start, end, sentence, paragraph, head,
        [names[h] for h in table[5].tolist()], [names[h] for h in table[6].tolist()],
        table[7].astype(bool),
    )  # fmt: skip


def _above(heads: NDArray[np.int64], space: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Heads that are words: white space hands on to its own head, and its word is a root if it is one.

    White space has no number among the words. Whatever word stood for it could be below the word
    that hangs on it, and who goes up from head to head would then go round for ever.
    """
    out = heads.copy()
    for i in np.flatnonzero(space[heads] & ~space):
        above = heads[i]
        while space[above] and heads[above] != above:
            above = heads[above]
        out[i] = i if space[above] else above
    return out


def _carry(starts: NDArray[np.bool_], space: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A sentence that would begin with white space begins with the word after it."""
    out = starts.copy()
    for i in np.flatnonzero(space[:-1] & starts[:-1]):
        out[i + 1] = True
    return out
