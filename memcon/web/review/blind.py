"""Blind: the log of one coder of a coding, begun from what the engine read and seen by nobody else."""

from __future__ import annotations

from memcon.archive import Corrected
from memcon.archive.corrections import FIELDS, apply, change, place, standing, value
from memcon.record import Record
from memcon.spans import Spans, within
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.review.log import (
    ACCEPTED,
    Accepted,
    Log,
    add_judgement,
    described,
    judgements,
    last_of,
    take_back,
)


class BlindLog(Log):
    """What one coder found."""

    blind = True

    def __init__(self, desk: Desk, coding: int, coder: str) -> None:
        super().__init__(desk)
        self.coding = coding
        self.coder = coder

    def base(self, sha256: str) -> str:
        """`/codings/3/documents/3f2a9c1bd0e4`."""
        return f"/codings/{self.coding}/documents/{sha256[:12]}"

    def record(self, sha256: str) -> Record:
        """What the engine read, with the coder's own corrections and nobody else's."""
        return apply(self.desk.as_read(sha256), self.rows(sha256))[0]

    def rows(self, sha256: str) -> list[Corrected]:
        """The coder's corrections."""
        return [row for row in self._all(sha256) if row.field != ACCEPTED]

    def accepted(self, sha256: str) -> list[Accepted]:
        """Those that the coder accepted."""
        rows = [row for row in self._all(sha256) if row.field == ACCEPTED]
        return [Accepted(r.spans, r.author, r.at) for r in standing(rows)]

    def correct(
        self, sha256: str, spans: Spans, field: str, new: str | None, by: str, why: str = ""
    ) -> None:
        """A row in the coder's log, by the archive's own rules."""
        if field not in FIELDS:
            raise UnfitError(f"{field} cannot be corrected; what can is {', '.join(FIELDS)}.")
        record = self.record(sha256)
        if not within(spans, len(record.text)):
            raise UnfitError(f"There are no such characters; the text has {len(record.text):,}.")
        found = place(record, spans)
        if field == "added" and found is not None:
            raise UnfitError("There is a statement at these words already; correct that one.")
        if field != "added" and found is None:
            raise UnfitError("There is no statement at these words any more.")
        try:
            change(record, found or "", field, new, spans)
        except ValueError as error:
            raise UnfitError(f"{field} cannot be “{new}”: {error}") from error
        target = new.partition(" ")[2] if field == "stance" and new else None
        old = value(record, found, field, target) if found else None
        self.desk.database.write(
            lambda s: add_judgement(s, self.coding, sha256, spans, field, old, new, self.coder)
        )

    def accept(self, sha256: str, spans: Spans, by: str) -> None:
        """A row in the coder's log."""
        self.statement_at(sha256, spans)
        self.desk.database.write(
            lambda s: add_judgement(
                s, self.coding, sha256, spans, ACCEPTED, None, "yes", self.coder
            )
        )

    def undo(self, sha256: str, by: str) -> str:
        """The coder's last row that stands."""
        last = last_of(self._all(sha256), self.coder)
        if last is None:
            raise UnfitError("There is nothing of yours to undo in this text.")
        self.desk.database.write(lambda s: take_back(s, last, self.coder, self.coding))
        return described(last)

    def _all(self, sha256: str) -> list[Corrected]:
        with self.desk.database.reading() as session:
            return judgements(session, sha256, self.coding, self.coder)
