"""The index of terms: one row a statement that is searched, in FTS5 or as a tsvector with GIN."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, column, select, table, text
from sqlalchemy.orm import Session

from memcon.archive.expressions import Expression, fts5, tsquery
from memcon.archive.terms import (
    MOST,
    day_terms,
    facet,
    name_words,
    plain,
    plain_term,
    stemmed,
    topic_terms,
)
from memcon.record import Actor, Attribution, Record, Statement

INDEX = table("archive_index", column("rowid"), column("terms"))
#: Letters of a stance's polarity.
POLARITY = {-1: "n", 0: "z", 1: "p"}
#: Stands for anybody in the terms of a stance.
ANYBODY = "-"


def matching(session: Session, asked: Expression) -> Select[Any]:
    """Ids of the statements that match, without an order."""
    found = select(INDEX.c.rowid)
    if _sqlite(session):
        return found.where(text("archive_index MATCH :asked").bindparams(asked=fts5(asked)))
    return found.where(text("terms @@ CAST(:asked AS tsquery)").bindparams(asked=tsquery(asked)))


def index_insertion(mark: str) -> str:
    """SQL that inserts the terms of a statement.

    :param mark: what stands for a value, as the driver wants it.
    """
    cast = "%s::tsvector" if mark == "%s" else mark
    return f"INSERT INTO archive_index (rowid, terms) VALUES ({mark}, {cast})"  # noqa: S608 (names of our own; values are bound)


def index_rows(rows: Sequence[tuple[int, str]], mark: str) -> list[tuple[int, str]]:
    """Rows as `index_insertion` takes them.

    :param rows: id of a statement, and its terms, words first.
    """
    return [(id, tsvector(terms)) for id, terms in rows] if mark == "%s" else list(rows)


def take_from_index(session: Session, statements: Iterable[int]) -> None:
    """Take statements from the index."""
    rows = [{"rowid": id} for id in statements]
    if rows:
        session.execute(text("DELETE FROM archive_index WHERE rowid = :rowid"), rows)


def _sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def tsvector(terms: str) -> str:
    """Terms as PostgreSQL writes a tsvector, each with its places."""
    places: dict[str, list[int]] = {}
    for place, term in enumerate(terms.split(), start=1):
        places.setdefault(term, []).append(place)
    return " ".join(f"'{term}':{','.join(map(str, found))}" for term, found in places.items())


class Indexer:
    """Makes the terms of a Record's statements.

    :param publisher: of the document by which they are cited.
    """

    def __init__(self, record: Record, publisher: str | None) -> None:
        self._text = record.text
        self.named = {actor.id: tuple(names(actor, record)) for actor in record.actors}
        mentions = sorted((a, b, actor.id) for actor in record.actors for a, b in actor.mentions)
        self._mentions = mentions
        self._begins = [begin for begin, _, _ in mentions]
        self._who: dict[tuple[str, str | None], tuple[str, ...]] = {}
        shared = [
            *day_terms(record.document.date),
            *facet("g", [plain(record.document.genre or "")]),
            *facet("u", name_words(publisher or "")),
            f"x:{record.document.sha256[:12]}",
        ]
        self._shared = " ".join(shared)

    def terms(self, a: Attribution, statement: Statement) -> str:
        """All terms of a statement, with a space between two: its words, then what it is."""
        text = self._text
        spans = (*a.source, *a.cue, *a.content)
        words = stemmed(" ".join([text[start:end] for start, end in spans]))
        if words.count(" ") >= MOST:
            words = " ".join(words.split(" ")[:MOST])
        speaker = a.speaker
        facets = [*self._of("s", speaker), *self._of("r", a.addressee)]
        about = self._within(a.content)
        about.add(a.addressee)
        for stance in statement.stances:
            about.add(stance.target)
            letter = POLARITY[stance.polarity]
            facets += self._of(letter, stance.target)
            facets.append(f"{letter}:{ANYBODY}")
        about -= {speaker, None}
        for actor in sorted(about) if len(about) > 1 else about:  # type: ignore[type-var]
            facets += self._of("a", actor)
        for letter, word in (("k", statement.act), ("f", statement.speech_act), ("q", a.type)):
            if word:
                facets.append(plain_term(letter, word))
        for topic in statement.topics:
            facets += topic_terms(topic)
        return " ".join([words, *dict.fromkeys(facets), self._shared])

    def _of(self, letter: str, actor: str | None) -> tuple[str, ...]:
        """The terms that find a statement by an actor."""
        made = self._who.get((letter, actor))
        if made is None:
            made = tuple(f"{letter}:{word}" for word in self.named.get(actor or "", ()))
            self._who[letter, actor] = made
        return made

    def _within(self, content: Iterable[tuple[int, int]]) -> set[str | None]:
        """Ids of the actors that are mentioned in a content."""
        found: set[str | None] = set()
        mentions = self._mentions
        for start, end in content:
            for at in range(bisect_left(self._begins, start), len(mentions)):
                begin, stop, actor = mentions[at]
                if begin >= end:
                    break
                if stop <= end:
                    found.add(actor)
        return found


def names(actor: Actor, record: Record) -> Iterable[str]:
    """The words that find an actor: of its names and titles; `@us` if it is of the United States."""
    names = dict.fromkeys([actor.name, *actor.titles])
    if actor.forms:
        names.update(
            dict.fromkeys(
                record.text[start:end]
                for (start, end), form in zip(actor.mentions, actor.forms, strict=True)
                if form == "name"
            )
        )
    words = dict.fromkeys(word for name in names for word in name_words(name))
    if actor.country:
        words[f"@{actor.country.casefold()}"] = None
    return words
