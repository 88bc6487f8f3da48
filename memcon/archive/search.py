"""Search: by words and by meaning, the two made one by the ranks that each gives.

Words: every statement that has them all, the newest first if there are too many to rank, ranked by how
often and in how few words it has them (BM25, Robertson and Zaragoza 2009; all have all the words, so
that how rare a word is does not matter). Meaning: those whose vectors are nearest. The two ranks are
fused as in Cormack, Clarke and Büttcher 2009: the sum of 1 / (60 + rank).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from memcon.archive.expressions import Every, Expression, Phrase, Some, Term
from memcon.archive.facets import Facet, count_facets
from memcon.archive.hits import Hit, load_hits
from memcon.archive.index import INDEX, matching
from memcon.archive.query import Query, facets_of, words_of
from memcon.archive.tables import RecordRow, StatementRow, Vector
from memcon.archive.terms import stems
from memcon.archive.vectors import likenesses

#: Statements that are ranked and counted, those added last first; and where more are asked for at once.
MOST, FURTHEST = 500, 1_000
#: Statements of which the meaning is compared, those added last: of what the facets leave, and where
#: there are none. Without an index for vectors a search would else read all of a large archive.
MOST_COMPARED, MOST_WITHOUT_FACETS = 2_000, 10_000
#: Statements that the meaning may add to those that have the words.
NEAREST = 50
#: Likeness from which on a statement counts as meaning the like. Of all-MiniLM-L6-v2's vectors, those
#: of unrelated sentences are 0 to 0.2 alike, paraphrases 0.6 to 0.9.
ALIKE = 0.35
_CONSTANT = 60
_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Results:
    """What was found.

    :param hits: those that were asked for, the best first.
    :param total: how many there are; `more` if there are more than were counted.
    :param facets: counts over all that were counted.
    """

    hits: list[Hit]
    total: int
    more: bool
    facets: list[Facet]


def search(
    session: Session,
    query: Query,
    asked: NDArray[np.float32] | None = None,
    *,
    limit: int = 20,
    offset: int = 0,
) -> Results:
    """Find statements.

    :param asked: the meaning of the words, a unit vector `(384,)`; None to go by the words alone.
    :raises QueryError: if the question cannot be asked.
    """
    wanted, without = words_of(query)
    facets = facets_of(query, *_years(session))
    # Pages of one search rank the same statements, so that none comes twice.
    most = min(max(MOST, limit), FURTHEST)
    by_words = _by_words(session, wanted, without, facets, most)
    more = len(by_words) > most
    by_words = by_words[:most]
    near: list[tuple[int, float]] = []
    if asked is not None and wanted:
        near = _by_meaning(session, facets, without, asked)
    ranked = fuse([_ranked(session, by_words, wanted), [id for id, _ in near]])
    alike = dict(near)
    shown = ranked[offset : offset + limit]
    having = set(by_words)
    hits = load_hits(session, [(id, id in having, alike.get(id)) for id in shown])
    return Results(hits, len(ranked), more, count_facets(session, ranked))


def fuse(ranks: Iterable[Sequence[int]]) -> list[int]:
    """The ids of several ranks in one, the best first; of equals, the greater id."""
    score: Counter[int] = Counter()
    for rank in ranks:
        for place, id in enumerate(rank, start=1):
            score[id] += 1 / (_CONSTANT + place)  # type: ignore[assignment]
    return sorted(score, key=lambda id: (-score[id], -id))


def _by_words(
    session: Session,
    wanted: Sequence[Expression],
    without: Sequence[Expression],
    facets: Sequence[Expression],
    most: int,
) -> list[int]:
    """Ids of the statements that have all of it, the greatest first, one more than are ranked."""
    if wanted or facets:
        found = matching(session, Every((*wanted, *facets), tuple(without)))
        return list(session.scalars(found.order_by(INDEX.c.rowid.desc()).limit(most + 1)))
    excluded = _excluded(session, without)
    newest = (
        select(StatementRow.id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(RecordRow.current == 1)
        .order_by(StatementRow.id.desc())
        .limit(most + 1 + len(excluded))
    )
    return [id for id in session.scalars(newest) if id not in excluded][: most + 1]


def _excluded(session: Session, without: Sequence[Expression]) -> set[int]:
    if not without:
        return set()
    return set(session.scalars(matching(session, Some(tuple(without)))))


def _ranked(session: Session, ids: Sequence[int], wanted: Sequence[Expression]) -> list[int]:
    """The ids, those first that have the words most often in the fewest words."""
    terms = {term for part in wanted for term in _terms(part)}
    if not terms or len(ids) < 2:
        return list(ids)
    rows = session.execute(
        select(StatementRow.id, StatementRow.words).where(StatementRow.id.in_(ids))
    )
    counted = {id: stems(words) for id, words in rows}
    mean = sum(map(len, counted.values())) / max(len(counted), 1) or 1.0
    exact = sorted(term.term for term in terms if not term.prefix)
    begun = tuple(term.term for term in terms if term.prefix)
    score = {}
    for id, words in counted.items():
        how_often = [words.count(term) for term in exact]
        if begun:
            how_often.append(sum(word.startswith(begun) for word in words))
        length = _K1 * (1 - _B + _B * len(words) / mean)
        score[id] = sum(n * (_K1 + 1) / (n + length) for n in how_often)
    return sorted(ids, key=lambda id: (-score.get(id, 0), -id))


def _terms(asked: Expression) -> Iterable[Term]:
    if isinstance(asked, Term):
        yield asked
    elif isinstance(asked, Phrase):
        yield from map(Term, asked.terms)


def _by_meaning(
    session: Session,
    facets: Sequence[Expression],
    without: Sequence[Expression],
    asked: NDArray[np.float32],
) -> list[tuple[int, float]]:
    """Ids and likenesses of the statements that mean most nearly what is asked, the nearest first."""
    vectors = select(Vector.statement_id, Vector.content)
    if facets:
        left = (
            matching(session, Every(tuple(facets), tuple(without)))
            .order_by(INDEX.c.rowid.desc())
            .limit(MOST_COMPARED)
            .subquery()
        )
        vectors = vectors.join(left, left.c.rowid == Vector.statement_id)
    else:
        vectors = (
            vectors.join(StatementRow, StatementRow.id == Vector.statement_id)
            .join(RecordRow, RecordRow.id == StatementRow.record_id)
            .where(RecordRow.current == 1)
            .order_by(StatementRow.id.desc())
            .limit(MOST_WITHOUT_FACETS)
        )
    gone = set() if facets else _excluded(session, without)
    # All at once, 4 MB at most: of a cursor PostgreSQL plans for the first rows, as if few were read.
    rows = session.execute(vectors).all()
    if not rows:
        return []
    alike = likenesses([content for _, content in rows], asked)
    near = np.flatnonzero(alike >= ALIKE).tolist()
    found = [(rows[i][0], float(alike[i])) for i in near if rows[i][0] not in gone]
    return sorted(found, key=lambda pair: (-pair[1], -pair[0]))[:NEAREST]


def _years(session: Session) -> tuple[int, int]:
    """The first and the last year of all that is in the archive."""
    # Each by itself is one look into the index; SQLite looks through all of it for both at once.
    first = session.scalar(select(func.min(StatementRow.date)))
    last = session.scalar(select(func.max(StatementRow.date)))
    return int((first or "1")[:4]), int((last or "1")[:4])
