"""Adjudication: what coders found differently, settled, and written into the archive's log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from memcon.archive.corrections import place, written
from memcon.record import Record
from memcon.registry.judgements import now
from memcon.spans import Spans
from memcon.web.desk import Desk
from memcon.web.errors import UnfitError
from memcon.web.review.agreement import ROLES, coded
from memcon.web.review.codings import Course
from memcon.web.review.disagreements import Disagreement, disagreements
from memcon.web.review.log import SharedLog
from memcon.web.store.tables import Adjudication

#: What an added statement takes over from the coder who has it.
_TAKEN_OVER = ("type", "source", "cue", "speaker", "addressee", "act", "speech_act", "topics")


@dataclass(frozen=True, slots=True)
class Settled:
    """A disagreement that somebody has settled."""

    chosen: str
    author: str
    at: str


def settled(session: Session, coding: int) -> dict[tuple[str, str], Settled]:
    """What has been settled, by text and item; of several rows the last holds."""
    rows = session.scalars(
        select(Adjudication).where(Adjudication.coding_id == coding).order_by(Adjudication.id)
    )
    return {(r.text_sha256, r.item): Settled(r.chosen, r.author, r.at) for r in rows}


def settle(
    desk: Desk,
    course: Course,
    sha256: str,
    records: Mapping[str, Record],
    item: str,
    chosen: str,
    by: str,
) -> None:
    """Settle a disagreement for one of its coders: the archive's Record then has what that one has.

    :param chosen: the coder's name.
    :raises UnfitError: if there is no such disagreement, or the value does not fit into the Record.
    """
    found = next((d for d in disagreements(records) if d.item == item), None)
    if found is None or chosen not in found.coders:
        raise UnfitError("There is no such disagreement any more; load the page again.")
    value = found.values[found.coders.index(chosen)]
    log = SharedLog(desk)
    why = f"coding {course.id}, {course.name}: as {chosen} has it"
    before = {row.id for row in log.rows(sha256)}
    _follow(log, sha256, found, value, records[chosen], by, why)
    made = [row.id for row in log.rows(sha256) if row.id not in before]

    def write(session: Session) -> None:
        session.add(
            Adjudication(
                coding_id=course.id, text_sha256=sha256, item=item, chosen=chosen, value=value,
                author=by, at=now(), correction=made[-1] if made else None,
            )
        )  # fmt: skip

    desk.database.write(write)


def _follow(
    log: SharedLog,
    sha256: str,
    found: Disagreement,
    value: str | None,
    coder: Record,
    by: str,
    why: str,
) -> None:
    record = log.record(sha256)
    there = place(record, found.spans)
    if found.field == "statement":
        if value and there is None:
            _add(log, sha256, coder, found.spans, by, why)
        elif not value and there is not None:
            log.correct(sha256, found.spans, "rejected", "yes", by, why)
        return
    if there is None:
        # Nobody has settled yet that there is such a statement at all: then there is one.
        _add(log, sha256, coder, found.spans, by, why)
        return
    attribution = next(a for a in record.attributions if a.id == there)
    if found.field == "stance":
        _take_stances(
            log, sha256, found, coded(record, attribution, "stance"), value or "", by, why
        )
    elif coded(record, attribution, found.field) != (value or ""):
        log.correct(sha256, attribution.content, found.field, value or None, by, why)


def _add(log: SharedLog, sha256: str, coder: Record, spans: Spans, by: str, why: str) -> None:
    own = place(coder, spans)
    attribution = next((a for a in coder.attributions if a.id == own), None)
    if attribution is None:
        raise UnfitError("The coder's statement is not to be found any more.")
    log.correct(sha256, attribution.content, "added", "yes", by, why)
    for field in _TAKEN_OVER:
        has = coded(coder, attribution, field)
        if field in ROLES:
            has = written(getattr(attribution, field))
        if has:
            log.correct(sha256, attribution.content, field, has, by, why)


def _take_stances(
    log: SharedLog, sha256: str, found: Disagreement, old: str, new: str, by: str, why: str
) -> None:
    had, has = _by_target(old), _by_target(new)
    for target in [*has, *(t for t in had if t not in has)]:
        if has.get(target) != had.get(target):
            log.correct(
                sha256, found.spans, "stance", f"{has.get(target, 'none')} {target}", by, why
            )


def _by_target(written_stances: str) -> dict[str, str]:
    parts = (part.partition(" ") for part in written_stances.split("; ") if part)
    return {target: polarity for polarity, _, target in parts}
