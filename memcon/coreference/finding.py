"""Who and what a text mentions, and which mentions are of the same."""

from __future__ import annotations

from collections import Counter

from memcon.attribution.extract import prepare
from memcon.coreference.candidates import find_candidates
from memcon.coreference.clusters import Clustered, cluster
from memcon.coreference.description import describe
from memcon.coreference.embedding import embed
from memcon.coreference.heads import Heads
from memcon.document import Document
from memcon.language.model import Model, shipped_model
from memcon.language.pipeline import parse
from memcon.language.quotations import find_quotations
from memcon.language.words import Words
from memcon.reading import read_document
from memcon.record import Record
from memcon.spans import Span


def find_clusters(text: str, model: Model | None = None) -> list[list[Span]]:
    """Clusters of mentions in code points, in the order of their first mention.

    The heads propose; where the Record knows from titles, names and pronouns which person is meant, it
    decides. A cluster of one mention is of something that is mentioned once.

    :raises memcon.errors.ModelError: if the model has no coreference heads.
    """
    model = model or shipped_model()
    words = parse(text)
    if not len(words):
        return []
    prepared = prepare(words, find_quotations(text), model)
    described = describe(words, find_candidates(words), prepared.quoted)
    heads = Heads(model.coreference)
    mentions = embed(prepared, described, heads, model)
    found = cluster(described.take(mentions.which), mentions.vectors, heads)
    record = read_document(Document(name="text", text=text))
    return _together(found, _persons(record, words), words)


def _persons(record: Record, words: Words) -> dict[int, str]:
    """The person of the Record that each head word of a mention means."""
    out: dict[int, str] = {}
    for actor in record.actors:
        if actor.kind == "person":
            for span in actor.mentions:
                out.setdefault(words.head_of(words.inside(span)), actor.id)
    return out


def _together(found: Clustered, persons: dict[int, str], words: Words) -> list[list[Span]]:
    """Clusters in which no two persons are; who else is in one goes with its foremost person."""
    c = found.described.candidates
    rows = list(
        zip(
            c.first.tolist(),
            c.last.tolist(),
            [persons.get(head) for head in c.head.tolist()],
            found.cluster.tolist(),
            strict=True,
        )
    )
    counts: dict[int, Counter[str]] = {}
    for _, _, person, number in rows:
        if person:
            counts.setdefault(number, Counter())[person] += 1
    out: dict[str | int, list[Span]] = {}
    for first, last, person, number in rows:
        foremost = counts[number].most_common(1)[0][0] if number in counts else None
        out.setdefault(person or foremost or number, []).append(words.span(first, last))
    return list(out.values())
