"""The log of what reviewers found in a text: of all together, or of one coder of a coding.

Both are only added to. Pages are drawn and forms are taken in the same way for either.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive import ArchiveError, Corrected
from memcon.archive.corrections import place, read_spans, standing, written
from memcon.record import Record
from memcon.registry.judgements import now
from memcon.report.visible import line
from memcon.spans import Spans, within
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.store.tables import Judgement

#: The field of a judgement that a statement is right as it stands.
ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Accepted:
    """That a statement is right: by whom and when."""

    spans: Spans
    author: str
    at: str


class Log(ABC):
    """What was found in texts, by whoever the log is of.

    :param desk: whose archive the texts are in.
    """

    #: Whether others see what is added.
    blind = False

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @abstractmethod
    def base(self, sha256: str) -> str:
        """The address of a text under this log."""

    @abstractmethod
    def record(self, sha256: str) -> Record:
        """The Record of a text with what the log changes in it."""

    @abstractmethod
    def rows(self, sha256: str) -> list[Corrected]:
        """All corrections of a text, the oldest first."""

    @abstractmethod
    def accepted(self, sha256: str) -> list[Accepted]:
        """The statements of a text that stand accepted."""

    @abstractmethod
    def correct(
        self, sha256: str, spans: Spans, field: str, new: str | None, by: str, why: str = ""
    ) -> None:
        """Correct a statement.

        :raises UnfitError: if there is no such statement, or the value is none of the field's.
        """

    @abstractmethod
    def accept(self, sha256: str, spans: Spans, by: str) -> None:
        """Say that a statement is right as it stands."""

    def statement_at(self, sha256: str, spans: Spans) -> str:
        """Id of the attribution at the spans.

        :raises UnfitError: if they are not all characters of the text, or there is none.
        """
        record = self.record(sha256)
        if not within(spans, len(record.text)):
            raise UnfitError(f"There are no such characters; the text has {len(record.text):,}.")
        found = place(record, spans)
        if found is None:
            raise UnfitError("There is no statement at these words any more.")
        return found

    @abstractmethod
    def undo(self, sha256: str, by: str) -> str:
        """Take back what somebody did last in a text.

        :returns: what it was, in a few words.
        :raises UnfitError: if there is nothing to take back.
        """


class SharedLog(Log):
    """The archive's own log, which all see and search goes by."""

    def base(self, sha256: str) -> str:
        """`/documents/3f2a9c1bd0e4`."""
        return f"/documents/{sha256[:12]}"

    def record(self, sha256: str) -> Record:
        """As the archive gives it."""
        return self.desk.record(sha256)

    def rows(self, sha256: str) -> list[Corrected]:
        """As the archive keeps them."""
        return self.desk.archive.corrections(sha256)

    def accepted(self, sha256: str) -> list[Accepted]:
        """By whomever."""
        with self.desk.database.reading() as session:
            rows = judgements(session, sha256, None)
        return [Accepted(r.spans, r.author, r.at) for r in standing(rows)]

    def correct(
        self, sha256: str, spans: Spans, field: str, new: str | None, by: str, why: str = ""
    ) -> None:
        """A row in the archive's log."""
        try:
            self.desk.archive.correct(sha256, spans, field, new, by=by, why=why)
        except ArchiveError as error:
            raise UnfitError(_sentence(str(error))) from error

    def accept(self, sha256: str, spans: Spans, by: str) -> None:
        """A row in the web app's; `old` tells behind which correction it comes."""
        self.statement_at(sha256, spans)
        last = max((row.id for row in self.rows(sha256)), default=0)
        self.desk.database.write(
            lambda session: add_judgement(
                session, None, sha256, spans, ACCEPTED, str(last), "yes", by
            )
        )

    def undo(self, sha256: str, by: str) -> str:
        """The later one of the last correction and the last acceptance."""
        correction = _last(self.rows(sha256), by)
        with self.desk.database.reading() as session:
            accepted = _last(judgements(session, sha256, None), by)
        if accepted and int(accepted.old or 0) >= (correction.id if correction else 0):
            found = accepted
            self.desk.database.write(lambda session: take_back(session, found, by))
            return "the acceptance"
        if correction is None:
            raise UnfitError("There is nothing of yours to undo in this text.")
        self.desk.archive.take_back(correction.id, by=by)
        return described(correction)


def judgements(
    session: Session, sha256: str, coding: int | None, author: str | None = None
) -> list[Corrected]:
    """The judgements on a text, in the form of the archive's corrections."""
    wanted = select(Judgement).where(Judgement.text_sha256 == sha256).order_by(Judgement.id)
    wanted = wanted.where(
        Judgement.coding_id.is_(None) if coding is None else Judgement.coding_id == coding
    )
    if author is not None:
        wanted = wanted.where(Judgement.author == author)
    return [
        Corrected(
            r.id, r.text_sha256, read_spans(r.spans), r.field, r.old, r.new, r.author, r.at, r.why,
            r.undoes,
        )
        for r in session.scalars(wanted)
    ]  # fmt: skip


def add_judgement(
    session: Session,
    coding: int | None,
    sha256: str,
    spans: Spans,
    field: str,
    old: str | None,
    new: str | None,
    by: str,
    undoes: int | None = None,
) -> None:
    """Add a judgement."""
    session.add(
        Judgement(
            coding_id=coding, text_sha256=sha256, spans=written(spans), field=field, old=old, new=new,
            author=line(by), at=now(), why="", undoes=undoes,
        )
    )  # fmt: skip


def take_back(session: Session, row: Corrected, by: str, coding: int | None = None) -> None:
    """Add the judgement that takes one back."""
    add_judgement(session, coding, row.sha256, row.spans, row.field, None, None, by, undoes=row.id)


def _last(rows: Sequence[Corrected], by: str) -> Corrected | None:
    own = [row for row in standing(rows) if row.author == line(by)]
    return own[-1] if own else None


def last_of(rows: Iterable[Corrected], by: str) -> Corrected | None:
    """What somebody did last and has not taken back."""
    return _last(list(rows), by)


def described(row: Corrected) -> str:
    """A correction in a few words."""
    if row.field == "added":
        return "the added statement"
    if row.field == "rejected":
        return "the rejection"
    return "the acceptance" if row.field == ACCEPTED else f"the correction of the {row.field}"


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + "."
