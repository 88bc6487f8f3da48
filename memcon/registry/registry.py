"""The registry: actors across documents, with every judgement of who is who."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from memcon.errors import RegistryError
from memcon.record import Record
from memcon.registry import adding, imports
from memcon.registry.actors import RegisteredActor, called, registered
from memcon.registry.blocking import near
from memcon.registry.candidates import Candidates, candidates
from memcon.registry.citation import Citation, cite
from memcon.registry.contradiction import refuse_contradiction, refuse_undoing
from memcon.registry.database import Database, open_database
from memcon.registry.doubts import Doubts
from memcon.registry.entries import Entry, load_entries
from memcon.registry.features import features
from memcon.registry.identity import Identity
from memcon.registry.judgements import (
    RULES,
    Judgement,
    Verdict,
    add_judgement,
    add_undoing,
    load_judgements,
    standing,
)
from memcon.registry.renewal import renewals
from memcon.registry.rules import Sure, sure
from memcon.registry.tables import EntryRow, Reading, Text


class Registry:
    """Actors across documents; every change is one transaction, and adds rows only.

    :param where: path or address of the database, or an engine of SQLAlchemy's that is used for
        other tables too; None for `MEMCON_DB` or the user's own file.
    :param create: whether to make it if it is not there.
    :raises RegistryError: if it cannot be opened; the message says what to do.
    """

    def __init__(self, where: str | Path | Engine | None = None, *, create: bool = True) -> None:
        self._database: Database = open_database(where, create=create)
        #: The entries as they were last loaded, with how many rows there were then.
        self._loaded: tuple[tuple[int, ...], list[Entry]] = (), []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def label(self) -> str:
        """The database, as messages call it."""
        return self._database.label

    def add(self, record: Record) -> bool:
        """Add a Record's document and those of its actors that have a name.

        :returns: False if that engine's reading of that text is there already: nothing changes.
        """
        return self.add_all([record]) == 1

    def add_all(self, records: Iterable[Record]) -> int:
        """Add Records in one transaction: all of them or, if one fails, none.

        :returns: how many were not there already.
        """
        with self._database.writing() as session:
            return sum(_added(session, record) for record in records)

    def holds(self, sha256: str, version: str, model: str) -> bool:
        """Whether that engine's reading of the text is in the registry."""
        with self._database.reading() as session:
            return adding.known(session, sha256, version, model)

    def versions(self, sha256: str) -> set[str]:
        """Versions of memcon by which the text was read."""
        with self._database.reading() as session:
            return set(session.scalars(select(Reading.version).where(Reading.sha256 == sha256)))

    def text(self, sha256: str) -> str | None:
        """The text of that digest, if it is in the registry."""
        with self._database.reading() as session:
            row = session.get(Text, sha256)
            return row.content.decode("utf-8", "surrogatepass") if row else None

    def import_file(self, path: Path, by: str) -> imports.Imported:
        """Add the entities of a file: all of them, or none if it is not in order.

        :param by: who imports it.
        :raises SourceError: if it is not a FollowTheMoney or Wikidata file; with the line's number.
        """
        with self._database.writing() as session:
            return imports.import_file(session, path, by)

    def entries(self, *, outdated: bool = False) -> list[Entry]:
        """All entries, in the order of their ids.

        :param outdated: whether to give those as well of documents that were read anew since.
        """
        with self._database.reading() as session:
            return load_entries(session, outdated=True) if outdated else self._entries(session)

    def judgements(self) -> list[Judgement]:
        """The whole log, the oldest first."""
        with self._database.reading() as session:
            return load_judgements(session)

    def identity(self) -> Identity:
        """Who is who at the moment."""
        return Identity(self.judgements())

    def actors(self) -> list[RegisteredActor]:
        """The actors, in the order of their ids; those of imported files alone are among them."""
        with self._database.reading() as session:
            return registered(self._entries(session), Identity(load_judgements(session)))

    def called(self, name: str) -> list[RegisteredActor]:
        """The actors of whose names all words of `name` begin one; all of them if it is empty."""
        return [actor for actor in self.actors() if called(actor, name)]

    def citation(self, entry: Entry) -> Citation | None:
        """A sentence of its document that names an entry; None if it was imported."""
        with self._database.reading() as session:
            return cite(session, entry)

    def candidates(self, *, of: Iterable[int] | None = None, unsure: bool = False) -> Candidates:
        """Pairs of actors that may be one and that nobody has judged, the likeliest first.

        :param of: entries of whose actors one must be in each pair; None for all.
        :param unsure: whether to give those as well that somebody was unsure of.
        """
        with self._database.reading() as session:
            identity = Identity(load_judgements(session))
            entries = self._entries(session)
        if of is not None:
            of = list(of)
            entries = near(entries, identity, of)
        return candidates(features(entries, identity), identity, of=of, unsure=unsure)

    def apply_rules(self) -> list[Judgement]:
        """Judge what is sure (`memcon.registry.rules`).

        :returns: the judgements that were added.
        """
        with self._database.writing() as session:
            log = load_judgements(session)
            identity = Identity(log)
            actors = features(self._entries(session), identity)
            return _judged(session, sure(actors, Doubts(log, identity)), identity)

    def judge(
        self, left: int, right: int, verdict: Verdict, *, by: str, why: str = ""
    ) -> Judgement | None:
        """Judge two entries, and by that the actors that they are of.

        :param by: who judges; `why` may say the reason.
        :returns: the judgement; None if one that stands says the same already.
        :raises ContradictionError: if it contradicts one that stands.
        :raises RegistryError: if there is no such entry, or the two are one entry.
        """
        _refuse_nobody(by)
        with self._database.writing() as session:
            for entry in (left, right):
                if session.get(EntryRow, entry) is None:
                    raise RegistryError(f"there is no actor {entry}; memcon actors lists them")
            if left == right:
                raise RegistryError(f"{left} and {right} are one entry; name two")
            log = load_judgements(session)
            said = {(j.verdict, j.pair) for j in standing(log)}
            if (verdict, (min(left, right), max(left, right))) in said:
                return None
            refuse_contradiction(Identity(log), verdict, left, right)
            return add_judgement(session, verdict, left, right, by, why, None)

    def undo(self, judgement: int, *, by: str, why: str = "") -> Judgement:
        """Undo a judgement, or an undoing: what it undid stands again.

        :raises ContradictionError: if what would stand again contradicts what stands by now.
        :raises RegistryError: if there is no such judgement, or it is undone already.
        """
        _refuse_nobody(by)
        with self._database.writing() as session:
            refuse_undoing(load_judgements(session), judgement)
            return add_undoing(session, judgement, by, why)

    def _entries(self, session: Session) -> list[Entry]:
        """The entries that count; since rows are only added, their number tells of new ones."""
        counted = select(func.count()).select_from
        now = tuple(session.scalar(counted(table)) or 0 for table in (EntryRow, Reading))
        if self._loaded[0] != now:
            self._loaded = now, load_entries(session)
        return list(self._loaded[1])


def _added(session: Session, record: Record) -> bool:
    engine, sha256 = record.engine, record.document.sha256
    if adding.known(session, sha256, engine.version, engine.model):
        return False
    rows = adding.add_record(session, record)
    for old, new in renewals(session, sha256, rows):
        why = f"same words of the same document, read anew by memcon {engine.version}"
        add_judgement(session, "same", old, new, RULES, why, "same-document")
    return True


def _refuse_nobody(by: str) -> None:
    if not by.strip():
        raise RegistryError("the log must tell who judges; give a name")


def _judged(session: Session, certain: list[Sure], identity: Identity) -> list[Judgement]:
    out = []
    for pair in certain:
        if identity.joined(pair.left, pair.right) or identity.apart(pair.left, pair.right):
            continue
        judgement = add_judgement(
            session, "same", pair.left, pair.right, RULES, pair.why, pair.rule
        )
        identity.take(judgement)
        out.append(judgement)
    return out
