"""Selection: the Records, and what of each, that a chart is asked for.

What is asked of a document (day, publisher, genre) chooses Records; what is asked of a statement (act,
topic …) its attributions, by the same index as the search; `speaker` and `about` choose actors, so that
an event counts as well that no statement tells of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from memcon.archive.correcting import load_corrections
from memcon.archive.corrections import apply
from memcon.archive.decoding import decode_record
from memcon.archive.errors import DamagedError, OnDamage
from memcon.archive.expressions import Every, Expression
from memcon.archive.index import matching, names
from memcon.archive.query import Query, bounds, facets_of, ways, who
from memcon.archive.tables import ActorRow, RecordRow, StatementRow, Text, TopicRow, Version
from memcon.archive.terms import name_words, plain
from memcon.charts.part import Part
from memcon.charts.topics import Spoken
from memcon.record import Record

#: Records that are loaded together.
_TOGETHER = 100


def parts(session: Session, query: Query, damaged: OnDamage | None = None) -> Iterator[Part]:
    """What is asked for of each Record that is searched, in the order in which they were added.

    :param query: without words.
    :param damaged: is told of each Record that is damaged, and left out; None to raise that.
    :raises QueryError: if the question cannot be asked.
    """
    chosen = _of_documents(session, query)
    about_statements = replace(
        query, words="", since="", until="", publisher="", genre="", speaker="",
        about=query.about if query.stance else "",
    )  # fmt: skip
    statements = _attributions(session, about_statements) if about_statements.faceted else None
    for letter, name in (("s", query.speaker), ("a", query.about)):
        if name:
            having = _naming(session, letter, name)
            chosen = [id for id in chosen if id in having]
    if statements is not None:
        chosen = [id for id in chosen if id in statements]
    for id, record in _records(session, chosen, damaged):
        yield Part(
            record,
            None if statements is None else statements[id],
            _called(record, query.speaker),
            _called(record, query.about),
        )


def spoken(session: Session, query: Query) -> Iterator[Spoken]:
    """The topics of the statements that are asked for, from the tables alone.

    :param query: without words.
    :raises QueryError: if the question cannot be asked.
    """
    wanted = (
        select(TopicRow.statement_id, TopicRow.topic, RecordRow.date, RecordRow.text_sha256)
        .join(StatementRow, StatementRow.id == TopicRow.statement_id)
        .join(RecordRow, RecordRow.id == StatementRow.record_id)
        .where(RecordRow.current == 1)
        .order_by(TopicRow.statement_id, TopicRow.number)
    )
    bounds(query.since, query.until)
    asked = replace(query, words="", since="", until="")
    if query.since:
        wanted = wanted.where(RecordRow.date >= query.since.strip())
    if query.until:
        # All that begins so is of that month or year; “~” sorts behind all that a date has.
        wanted = wanted.where(RecordRow.date <= query.until.strip() + "~")
    if asked.faceted:
        found = _matching(session, facets_of(asked, 1, 1))
        wanted = wanted.where(TopicRow.statement_id.in_(found))
    rows = session.execute(wanted.execution_options(yield_per=10_000))
    for _, together in groupby(rows, key=lambda row: row[0]):
        some = list(together)
        yield Spoken(tuple(row[1] for row in some), some[0][2], some[0][3])


def _of_documents(session: Session, query: Query) -> list[int]:
    """Ids of the Records of documents of that time, publisher and genre."""
    bounds(query.since, query.until)
    wanted = (
        select(RecordRow.id, RecordRow.genre, Version.publisher)
        .join(Version, Version.id == RecordRow.version_id)
        .where(RecordRow.current == 1)
        .order_by(RecordRow.id)
    )
    if query.since:
        wanted = wanted.where(RecordRow.date >= query.since.strip())
    if query.until:
        wanted = wanted.where(RecordRow.date <= query.until.strip() + "~")
    publisher = set(name_words(query.publisher))
    return [
        id
        for id, genre, publishing in session.execute(wanted)
        if (not query.genre or plain(genre or "") == plain(query.genre))
        and publisher <= set(name_words(publishing or ""))
    ]


def _attributions(session: Session, query: Query) -> dict[int, frozenset[str]]:
    """Under the ids of Records, the ids of the attributions that are asked for."""
    found = _matching(session, facets_of(query, 1, 1)).subquery()
    wanted = select(StatementRow.record_id, StatementRow.attribution).join(
        found, found.c.rowid == StatementRow.id
    )
    made: dict[int, set[str]] = {}
    for record, attribution in session.execute(wanted):
        made.setdefault(record, set()).add(attribution)
    return {record: frozenset(some) for record, some in made.items()}


def _naming(session: Session, letter: str, name: str) -> set[int]:
    """Ids of the Records in which somebody of that name may be; others are not looked at.

    Whoever speaks or is spoken of is found by the index, in any spelling; others by their row.
    """
    found = _matching(session, [who(letter, name)]).subquery()
    spoken = select(StatementRow.record_id).join(found, found.c.rowid == StatementRow.id)
    records = set(session.scalars(spoken.distinct()))
    asked = ways(name)

    @lru_cache(maxsize=100_000)
    def is_called(name: str, titles: str, country: str | None) -> bool:
        words = {word for one in (name, *titles.split("; ")) for word in name_words(one)}
        return _among(asked, words | {f"@{(country or '').casefold()}"})

    rows = session.execute(
        select(ActorRow.record_id, ActorRow.name, ActorRow.titles, ActorRow.country)
    )
    return records | {id for id, *about in rows if is_called(*about)}


def _called(record: Record, name: str) -> frozenset[str] | None:
    """Ids of the actors of that name; None if no name is asked for."""
    if not name:
        return None
    asked = ways(name)
    return frozenset(a.id for a in record.actors if _among(asked, set(names(a, record))))


def _among(asked: Iterable[tuple[str, ...]], words: set[str]) -> bool:
    return any(words.issuperset(way) for way in asked)


def _matching(session: Session, facets: Iterable[Expression]) -> Select[Any]:
    return matching(session, Every(tuple(facets)))


def _records(
    session: Session, ids: list[int], damaged: OnDamage | None
) -> Iterator[tuple[int, Record]]:
    """The Records of those ids, corrected, in their order."""
    for first in range(0, len(ids), _TOGETHER):
        rows = session.execute(
            select(RecordRow.id, Text.sha256, RecordRow.content, RecordRow.sha256, Text.content)
            .join(Text, Text.sha256 == RecordRow.text_sha256)
            .where(RecordRow.id.in_(ids[first : first + _TOGETHER]))
            .order_by(RecordRow.id)
        ).all()
        log = load_corrections(session, [row[1] for row in rows])
        for id, sha256, content, own, text in rows:
            try:
                made = decode_record(content, own, text, sha256)
            except DamagedError as error:
                if damaged is None:
                    raise
                damaged(error)
                continue
            yield id, apply(made, log[sha256])[0] if sha256 in log else made
