"""Jobs: long work kept in a table, so that it survives a restart.

A worker takes one that waits, by turns of those who asked; one whose worker has not been heard of for a
while waits again.
What is done by a job can be done twice without harm, since the archive adds nothing twice.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from memcon.registry.judgements import now
from memcon.web.errors import NotFoundError, UnfitError
from memcon.web.reading.turns import next_job
from memcon.web.store.tables import Job, Upload

#: A job that was begun so often and never ended brings the worker down: it is given up.
TRIES = 3
#: Jobs that may wait at once, of all users and of one.
MOST_WAITING, MOST_OF_ONE = 200, 50


class StoppedError(Exception):
    """The job that a worker does was stopped, or is another worker's by now."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job as those see it who wait for it.

    :param state: waiting, running, done, failed or stopped.
    :param documents: `(digest of the text, name, outcome)` of what has been read.
    :param failures: `(name, reason)` of what could not be.
    """

    id: str
    kind: str
    state: str
    done: int
    total: int
    doing: str
    author: str
    added: str
    ended: str | None
    documents: tuple[tuple[str, str, str], ...]
    failures: tuple[tuple[str, str], ...]

    @property
    def over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state in ("done", "failed", "stopped")


def ask(
    session: Session,
    kind: str,
    asked: dict[str, Any],
    author: str,
    uploads: Sequence[tuple[str, bytes]] = (),
) -> str:
    """Ask for work.

    :returns: the job's id.
    :raises UnfitError: if too much waits already.
    """
    waiting = select(func.count()).where(Job.state == "waiting")
    if (session.scalar(waiting) or 0) >= MOST_WAITING:
        raise UnfitError("Too many documents wait to be read; try again in some minutes.")
    if (session.scalar(waiting.where(Job.author == author)) or 0) >= MOST_OF_ONE:
        raise UnfitError(
            f"{MOST_OF_ONE} jobs of yours wait to be read; wait for them, or stop some of them."
        )
    id = secrets.token_urlsafe(12)
    session.add(
        Job(
            id=id, kind=kind, state="waiting", asked=json.dumps(asked), outcome="{}", done=0,
            total=max(len(uploads), 1), doing="", author=author, added=now(), ended=None, worker=None,
            beat=None, tries=0,
        )
    )  # fmt: skip
    session.flush()
    for number, (name, content) in enumerate(uploads):
        session.add(Upload(job_id=id, number=number, name=name, content=content))
    return id


def find(session: Session, id: str) -> Ticket:
    """The job of that id.

    :raises NotFoundError: if there is none.
    """
    job = session.get(Job, id)
    if job is None:
        raise NotFoundError("There is no such job.")
    return _ticket(job)


def latest(session: Session, author: str | None, limit: int, offset: int = 0) -> list[Ticket]:
    """The jobs that somebody asked for, or all, the newest first."""
    wanted = select(Job).order_by(Job.added.desc(), Job.id).limit(limit).offset(offset)
    if author is not None:
        wanted = wanted.where(Job.author == author)
    return [_ticket(job) for job in session.scalars(wanted)]


def take(
    session: Session, worker: str, most_each: int | None = None
) -> tuple[str, str, dict[str, Any], str] | None:
    """The next job, taken by that worker: id, kind, what is asked, author. None if there is none.

    :param most_each: jobs of one user that may be under way at once; None for any number.
    """
    job = next_job(session, most_each)
    if job is None:
        return None
    if job.tries >= TRIES:
        end(session, job.id, "failed", failures=[("", "it could not be read in several tries")])
        return None
    job.state, job.worker, job.tries = "running", worker, job.tries + 1
    job.beat = datetime.now(UTC).isoformat()
    # Who asked is who adds what is read, whatever they say themselves.
    return job.id, job.kind, {**json.loads(job.asked), "by": job.author}, job.author


def uploads_of(session: Session, id: str) -> list[tuple[str, bytes]]:
    """The files that came with a job, name and bytes."""
    rows = session.scalars(select(Upload).where(Upload.job_id == id).order_by(Upload.number))
    return [(row.name, row.content) for row in rows]


def beat(session: Session, id: str, worker: str, done: int, total: int, doing: str) -> bool:
    """Say that the worker lives, and how far it is.

    :returns: whether the job is still the worker's to do.
    """
    job = session.get(Job, id)
    if job is None or job.state != "running" or job.worker != worker:
        return False
    job.done, job.total, job.doing = done, total, doing
    job.beat = datetime.now(UTC).isoformat()
    return True


def stop(session: Session, id: str) -> None:
    """Stop a job: what waits is not read, what is being read is the last. One that is over stays so.

    :raises NotFoundError: if there is none.
    """
    if not find(session, id).over:
        end(session, id, "stopped")


def end(
    session: Session,
    id: str,
    state: str,
    documents: Sequence[tuple[str, str, str]] = (),
    failures: Sequence[tuple[str, str]] = (),
) -> None:
    """Write down what became of a job, and let its files go."""
    job = session.get(Job, id)
    if job is not None:
        if job.state != "stopped":
            job.state, job.ended = state, now()
        job.doing = ""
        job.outcome = json.dumps({"documents": list(documents), "failures": list(failures)})
        job.done = len(documents) + len(failures) if job.state == "stopped" else job.total
    session.execute(delete(Upload).where(Upload.job_id == id))


def _ticket(job: Job) -> Ticket:
    outcome = json.loads(job.outcome)
    return Ticket(
        job.id, job.kind, job.state, job.done, job.total, job.doing, job.author, job.added, job.ended,
        tuple((a, b, c) for a, b, c in outcome.get("documents", ())),
        tuple((a, b) for a, b in outcome.get("failures", ())),
    )  # fmt: skip
