"""The queue: statements that nobody has looked at, the most doubtful first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.corrections import read_spans, standing
from memcon.archive.hits import Hit, load_hits
from memcon.archive.tables import Correction, RecordRow, StatementRow
from memcon.spans import Spans
from memcon.web.review.log import judgements
from memcon.web.store.tables import Coder, Judgement

#: Statements that are looked at to fill a page: the least sure of the archive.
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits for a reviewer.

    :param coded_apart: how many coders changed it and how many left it, where both are some.
    """

    hit: Hit
    coded_apart: int


def queue(session: Session, *, limit: int = 20, offset: int = 0) -> tuple[list[Waiting], int]:
    """Statements that nobody accepted or corrected, the most doubtful first.

    :returns: those, and how many are known to wait (at most 2,000 are counted).
    """
    apart = _coded_apart(session)
    rows = session.execute(
        select(StatementRow.id, RecordRow.text_sha256, StatementRow.content_spans)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(RecordRow.current == 1)
        .order_by(StatementRow.confidence, StatementRow.id)
        .limit(_LOOKED_AT)
    ).all()
    seen = _seen(session, {sha256 for _, sha256, _ in rows})
    waiting = [
        (id, apart.get((sha256, spans), 0))
        for id, sha256, spans in rows
        if read_spans(spans) not in seen[sha256]
    ]
    waiting.sort(key=lambda pair: -pair[1])
    chosen = waiting[offset : offset + limit]
    hits = load_hits(session, [(id, True, None) for id, _ in chosen])
    counts = dict(chosen)
    return [Waiting(hit, counts[hit.statement]) for hit in hits], len(waiting)


def _seen(session: Session, texts: set[str]) -> dict[str, set[Spans]]:
    """The statements of each text that somebody has accepted or corrected, by their content."""
    out: defaultdict[str, set[Spans]] = defaultdict(set)
    for some in _some(sorted(texts)):
        judged = select(Judgement.text_sha256).where(
            Judgement.coding_id.is_(None), Judgement.text_sha256.in_(some)
        )
        for sha256 in set(session.scalars(judged)):
            out[sha256] |= {row.spans for row in standing(judgements(session, sha256, None))}
        rows = session.execute(
            select(
                Correction.text_sha256, Correction.spans, Correction.field, Correction.new
            ).where(Correction.text_sha256.in_(some))
        )
        for sha256, spans, field, new in rows:
            out[sha256].add(read_spans(spans))
            if field == "content" and new:
                out[sha256].add(read_spans(new))
    return out


def _coded_apart(session: Session) -> dict[tuple[str, str], int]:
    """Of statements judged in codings that are over, how many judgements not all coders share."""
    found: defaultdict[tuple[str, str], defaultdict[tuple[str, str | None], set[str]]] = (
        defaultdict(lambda: defaultdict(set))
    )
    coders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    rows = session.execute(
        select(
            Judgement.text_sha256, Judgement.spans, Judgement.field, Judgement.new, Judgement.author
        ).where(
            Judgement.coding_id.is_not(None),
            Judgement.undoes.is_(None),
            # Who still codes would see there what the others found.
            Judgement.coding_id.not_in(select(Coder.coding_id).where(Coder.ended.is_(None))),
        )
    )
    for sha256, spans, field, new, author in rows:
        found[sha256, spans][field, new].add(author)
        coders[sha256, spans].add(author)
    return {
        place: sum(len(who) < len(coders[place]) for who in judged.values())
        for place, judged in found.items()
    }


def _some(values: Sequence[str], size: int = 500) -> list[Sequence[str]]:
    return [values[i : i + size] for i in range(0, len(values), size)]
